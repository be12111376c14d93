"""What every template can say besides its own values."""

from collections.abc import Sequence
from typing import Any

from flask import request
from markupsafe import Markup

from workshop.access import shown_code
from workshop.core.view import Sent
from workshop.insight.band import Segment, Size, band_svg
from workshop.methods import EVIDENCE, METHODS, TYPES, Recipe, RecipeStep
from workshop.web.house import house
from workshop.words import (
    LANGUAGES,
    NAMES,
    PHASES,
    WELCOME,
    clock,
    current,
    day,
    ngettext,
    phase_words,
)
from workshop.words import gettext as _

DIAMOND = (Segment("open", 40), Segment("integrate", 34), Segment("close", 26))


def words_of_templates() -> dict[str, Any]:
    return {
        "language": current(),
        "languages": [(language, NAMES[language]) for language in LANGUAGES],
        "build": house().build,
        "path": request.path,
        "asks_key": house().config.create == "key",
        "shown_code": shown_code,
        "phase_word": phase_word,
        "where_word": where_word,
        "role_word": role_word,
        "type_word": type_word,
        "evidence_word": evidence_word,
        "date": lambda at: day(at, current()),
        "poll_word": poll_word,
        "becomes_word": becomes_word,
        "voters_words": voters_words,
        "ballots_words": ballots_words,
        "day": lambda at: day(at, current()),
        "clock": lambda at: clock(at, current()),
        "diamond": diamond,
        "recipe_band": recipe_band,
        "proposal_band": proposal_band,
        "step_title": step_title,
    }


def drawn(svg: str) -> Markup:
    """Our own drawing of the band: the one thing that goes into a page as markup."""
    return Markup(svg)  # noqa: S704 -- made of numbers and our own words, never of people's


def diamond(size: Size, prefix: str) -> Markup:
    """The product's own band, finished."""
    return drawn(band_svg(DIAMOND, size, None, True, prefix=prefix))


def recipe_band(recipe: Recipe, prefix: str) -> Markup:
    return drawn(band_svg(segments_of(recipe), "card", None, True, prefix=prefix))


def proposal_band(recipe: Recipe) -> Markup:
    return drawn(band_svg(segments_of(recipe), "console", None, True))


def segments_of(recipe: Recipe) -> list[Segment]:
    return [Segment(step.phase, step.minutes) for step in recipe.steps]


def step_title(step: RecipeStep) -> str:
    return str(_(METHODS[step.method].title if step.title is None else step.title))


def phase_word(phase: str) -> str:
    return str(_(PHASES[phase]))


def where_word(step: Sent | None, steps: Sequence[Sent]) -> str:
    """The word for where the room is; None is before the first step."""
    if step is None:
        return str(_(WELCOME))
    words = phase_words([str(each["phase"]) for each in steps])
    return str(_(words[steps.index(step)]))


def role_word(role: str) -> str:
    words = {
        "facilitator": _("Facilitator"),
        "participant": _("Participant"),
        "board": _("Board"),
        "reader": _("Results"),
    }
    return str(words[role])


def type_word(type: str) -> str:
    return str(_(TYPES[type])) if type in TYPES else type


def evidence_word(evidence: str) -> str:
    return str(_(EVIDENCE[evidence])) if evidence in EVIDENCE else ""


def poll_word(form: str, answer: str) -> str:
    """A choice of ours in the reader's language; people's own words as they are."""
    if form != "yes_no":
        return answer
    return str(_("Yes") if answer == "yes" else _("No"))


def becomes_word(becomes: str) -> str:
    """What becomes of a parked thought."""
    words = {
        "action": _("An action"),
        "ask": _("Somebody who is not here is asked"),
        "next": _("For the next workshop"),
        "answered": _("Answered"),
        "dropped": _("We let it go"),
    }
    return str(words[becomes])


def voters_words(voters: int) -> str:
    """How many people gave dots; so few that they could be known are not counted out (-1)."""
    if voters < 0:
        return str(_("under 4"))
    return str(ngettext("%(num)s person", "%(num)s people", voters))


def ballots_words(ballots: int) -> str:
    """The number alone, for a sentence that says of how many."""
    return str(_("under 4")) if ballots < 0 else str(ballots)

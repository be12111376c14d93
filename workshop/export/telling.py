"""What a report says in sentences, the same ones in every format."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from workshop.core.ranking import UNDER_FOUR
from workshop.core.times import seconds_between
from workshop.export.parts import (
    ActionLine,
    DecisionLine,
    NoteLine,
    ParkedLine,
    PollLine,
    Report,
    StepLine,
    Vote,
)
from workshop.export.reading import Threaded, Together, gathered, held, step_titles
from workshop.export.telling_votes import settled
from workshop.export.wording import Wording
from workshop.methods import EVIDENCE, TYPES
from workshop.words import PHASES, phase_words


def facts(report: Report, _: Wording) -> list[str]:
    """The day, how many took part, how much was written, how long it took."""
    workshop = report.workshop
    told = [
        _.day(workshop.started_at or workshop.created_at),
        _.ngettext("%(num)d participant", "%(num)d participants", workshop.participants),
        _.ngettext("%(num)d note", "%(num)d notes", written(report)),
    ]
    if len(report.cycles) > 1:
        told.append(_.ngettext("%(num)d cycle", "%(num)d cycles", len(report.cycles)))
    return [*told, lasted(report, _)] if workshop.started_at and workshop.closed_at else told


def written(report: Report) -> int:
    """A note that was carried into another cycle, or copied into another cluster, was written once."""
    return sum(not (note.carried or note.copied) for note in report.notes)


def lasted(report: Report, _: Wording) -> str:
    seconds = seconds_between(report.workshop.started_at, report.workshop.closed_at)
    minutes = in_minutes(seconds)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _.ngettext("%(num)d minute", "%(num)d minutes", rest)
    return _("%(hours)d h %(minutes)d min", hours=hours, minutes=rest)


def in_minutes(seconds: int) -> int:
    return max(1, round(seconds / 60))


def standing(report: Report, _: Wording) -> str:
    """Whether this is the end or a moment on the way, and whether it was opened again; empty where neither."""
    told = [imported(report, _)]
    if report.workshop.state != "closed":
        told.append(_("The workshop was not closed when this was saved."))
    return " ".join(filter(None, told))


def imported(report: Report, _: Wording) -> str:
    if not (it := report.workshop.imported):
        return ""
    days = {"saved": _.day(it.as_of), "day": _.day(it.at)}
    return _("Imported on %(day)s from what was saved on %(saved)s.", **days)


def unseen(report: Report, _: Wording) -> str:
    """How much is not in the report; empty where nothing is missing."""
    if not (number := report.workshop.never_revealed):
        return ""
    if report.workshop.state == "closed":
        return _.ngettext(
            "%(num)d note was never shown to the room, and is not in this report.",
            "%(num)d notes were never shown to the room, and are not in this report.",
            number,
        )
    return _.ngettext(
        "%(num)d note is not shown yet, and is not in this report.",
        "%(num)d notes are not shown yet, and are not in this report.",
        number,
    )


def held_back(report: Report, _: Wording) -> str:
    """How many notes a facilitator has hidden or returned, and thoughts that one has hidden; empty for none."""
    notes, thoughts = report.workshop.held_back, report.workshop.parked_held_back
    of_notes = _.ngettext(
        "%(num)d note was held back by a facilitator.",
        "%(num)d notes were held back by a facilitator.",
        notes,
    )
    of_thoughts = _.ngettext(
        "%(num)d thought in the parking lot was held back by a facilitator.",
        "%(num)d thoughts in the parking lot were held back by a facilitator.",
        thoughts,
    )
    return " ".join([of_notes] * bool(notes) + [of_thoughts] * bool(thoughts))


def rules_of(vote: Vote, _: Wording) -> list[str]:
    """How the vote was held, in whole sentences."""
    told = [turnout(vote, _), dots_each(vote, _)]
    if vote.late:
        told.append(
            _.ngettext(
                "%(num)d person was let in after the vote had opened.",
                "%(num)d people were let in after the vote had opened.",
                vote.late,
            )
        )
    if vote.seats:
        told.append(
            _.ngettext(
                "For %(num)d person without a phone, a facilitator could vote.",
                "For %(num)d people without a phone, a facilitator could vote.",
                vote.seats,
            )
        )
    if vote.criteria:
        told.append(_("Dots were given by: %(criteria)s.", criteria=", ".join(vote.criteria)))
    if any(group.voters < 0 for group in vote.groups):
        told.append(_("Groups of which fewer than four have voted are not told apart."))
    return [*told, *settled(vote, _), _("Dots are advice; a tie is a tie.")]


def turnout(vote: Vote, _: Wording) -> str:
    if vote.state == "open":
        return _.ngettext(
            "The vote is open, and %(num)d person may vote.",
            "The vote is open, and %(num)d people may vote.",
            vote.electorate,
        )
    return _(
        "Secret vote: %(ballots)d of %(electorate)d voted.",
        ballots=vote.ballots,
        electorate=vote.electorate,
    )


def dots_each(vote: Vote, _: Wording) -> str:
    if vote.criteria:
        return _.ngettext(
            "Each had %(num)d dot for each criterion, at most %(most)d on one.",
            "Each had %(num)d dots for each criterion, at most %(most)d on one.",
            vote.budget,
            most=vote.per_item,
        )
    return _.ngettext(
        "Each had %(num)d dot, at most %(most)d on one.",
        "Each had %(num)d dots, at most %(most)d on one.",
        vote.budget,
        most=vote.per_item,
    )


def vote_titles(report: Report, _: Wording) -> dict[str, str]:
    """The step's title, numbered where a step had more than one vote."""
    steps = step_titles(report, _)
    seen: dict[str, int] = {}
    titles = {}
    for vote in report.votes:
        if vote.run_off_of:
            titles[vote.id] = _("%(title)s, run-off", title=steps.get(vote.step, ""))
            continue
        seen[vote.step] = seen.get(vote.step, 0) + 1
        title, number = steps.get(vote.step, ""), seen[vote.step]
        if number > 1:
            title = _("%(title)s, round %(number)d", title=title, number=number)
        titles[vote.id] = title
    return titles


def answered(poll: PollLine, _: Wording) -> str:
    """How many spoke; what an open poll has heard so far is nobody's to know."""
    if poll.state == "open":
        return _("The question is still open.")
    told = _(
        "Secret answers: %(answers)d of %(asked)d answered.",
        answers=poll.answers,
        asked=poll.asked,
    )
    if poll.answers and not poll.results:
        return told + " " + _("Fewer than four answered, so what they said is not shown.")
    return told


def answer_words(poll: PollLine, answer: str, _: Wording) -> str:
    if poll.form != "yes_no":
        return answer
    return _("Yes") if answer == "yes" else _("No")


def grouping(found: Together, _: Wording) -> str:
    """How the notes came to lie together."""
    clusters, lone = len(found.clusters), len(found.alone)
    told = _.ngettext("%(num)d cluster was made.", "%(num)d clusters were made.", clusters)
    if not lone:
        return told
    alone_too = _.ngettext("%(num)d note stands alone.", "%(num)d notes stand alone.", lone)
    return f"{told} {alone_too}"


def promises(report: Report, _: Wording) -> Iterator[tuple[str, str]]:
    """How it was done, a title and a sentence each; only what the server has kept."""
    steps = held(report.agenda)
    for step in steps:
        if step.private and step.types:
            minutes = _.ngettext("%(num)d minute", "%(num)d minutes", minutes_of(step))
            names = _("without names") if step.anonymous else _("with names")
            yield _("Written alone"), _("%(minutes)s, %(names)s.", minutes=minutes, names=names)
    for found in gathered(report, _):
        if found.clusters:
            yield _("Grouped together"), grouping(found, _)
    for vote in report.votes:
        if vote.state == "closed":
            yield _("Voted in secret"), dots_each(vote, _)
    if report.workshop.state == "closed" and any(step.anonymous for step in steps):
        yield (
            _("The link is deleted"),
            _("Nobody can look up who wrote a note without a name, or who voted for what."),
        )


def labels(note: NoteLine, _: Wording) -> list[str]:
    """How its writer knows what a note says, in which group, and as whom it was written; or that it was not written here."""
    told = [_(EVIDENCE[note.evidence])] if note.evidence in EVIDENCE else []
    if note.brought:
        told.append(_("brought in"))
    if note.group:
        told.append(note.group)
    return [*told, _("written as “%(role)s”", role=note.role)] if note.role else told


def note_foot(line: Threaded, _: Wording) -> Iterator[str]:
    """What stands under a note: its type, who wrote it and how, and what it builds on or is about."""
    note = line.note
    yield note_type(note.type, _)
    yield from labels(note, _)
    if note.name:
        yield note.name
    marks = {
        _("written for someone without a phone"): note.seat,
        _("carried on from an earlier cycle"): note.carried,
        _("also in another cluster"): note.copied,
        _("moved back and forth"): note.contested,
    }
    yield from (words for words, so in marks.items() if so)
    if line.of:
        yield f"{_('about')}: {_('“%(title)s”', title=line.of)}"
    if line.on:
        yield f"{_('builds on')}: {_('“%(title)s”', title=line.on)}"
    elif line.depth:
        yield _("builds on the note above")


def note_type(name: str, _: Wording) -> str:
    """The word people see on a note of this type."""
    return _(TYPES[name]) if name in TYPES else name


def grounds(line: DecisionLine, _: Wording) -> list[tuple[str, str]]:
    """What a decision says besides: a label and a text each, without empty ones."""
    told = [
        (_("Rests on"), line.basis),
        (_("What else there was"), line.alternatives),
        (_("Who decides"), line.decider),
        (_("Decided on"), _.day(line.decided_on) if line.decided_on else ""),
        (_("In an ordinary week"), line.daily),
    ]
    return [(label, text) for label, text in told if text]


def owner(line: ActionLine, _: Wording) -> str:
    """One name, and whether that person has said yes; what is over misses none."""
    if not line.who:
        return _("Missing a name") if "who" in line.missing else ""
    return _("%(name)s, accepted", name=line.who) if line.taken else line.who


def due(line: ActionLine, _: Wording) -> str:
    """The day; what is over misses none."""
    if line.due:
        return _.day(line.due)
    return _("Missing a date") if "due" in line.missing else ""


def under(line: ActionLine, _: Wording) -> list[tuple[str, str]]:
    """What an action says besides: a label and a text each, without empty ones."""
    told = [
        (_("First step"), line.first_step),
        (_("In a normal week"), line.daily),
        (_("About"), line.about_title),
        (_("Status"), how_far(line, _) if line.status != "todo" else ""),
    ]
    return [(label, text) for label, text in told if text]


def how_far(line: ActionLine, _: Wording) -> str:
    return {
        "todo": _("To do"),
        "doing": _("Under way"),
        "done": _("Done"),
        "dropped": _("Dropped"),
    }[line.status]


def becomes(line: ParkedLine, _: Wording) -> str:
    """What becomes of a parked thought; empty where nobody has said."""
    return {
        "": "",
        "action": _("An action"),
        "ask": _("Somebody who is not here is asked"),
        "next": _("For the next workshop"),
        "answered": _("Answered"),
        "dropped": _("We let it go"),
    }[line.becomes]


def became(line: ParkedLine, _: Wording) -> str:
    """That, and the word on it."""
    return ": ".join(filter(None, (becomes(line, _), line.word)))


def with_what_became(line: ParkedLine, _: Wording) -> str:
    """The thought and what becomes of it, in one line."""
    return " → ".join(filter(None, (line.text, became(line, _))))


def follow_up(report: Report, _: Wording) -> str:
    """When the actions are looked at again; empty where nobody has said."""
    if not (day := report.workshop.follow_up):
        return ""
    return _("We look at the actions again on %(day)s.", day=_.day(day))


def voters(count: int, _: Wording) -> str | int:
    return _("under 4") if count == UNDER_FOUR else count


def band_words(steps: Iterable[StepLine], _: Wording) -> str:
    """What the band of the day shows: the phases in turn, and how long each went on."""
    runs = [(phase, list(run)) for phase, run in groupby(steps, key=lambda step: step.phase)]
    words = phase_words([phase for phase, _run in runs])
    told = (
        f"{_(word)} {sum(map(minutes_of, run))}"
        for word, (_phase, run) in zip(words, runs, strict=True)
    )
    return _("The band of the day, in minutes: %(runs)s.", runs=", ".join(told))


def phase_word(phase: str, _: Wording) -> str:
    return _(PHASES[phase])


def step_words(report: Report, _: Wording) -> list[str]:
    """The phase of each step of the agenda, or what it is between phases."""
    return [_(word) for word in phase_words([step.phase for step in report.agenda])]


def minutes_of(step: StepLine) -> int:
    """The minutes that a step took; the planned ones as long as the room has not left it."""
    return in_minutes(step.took) if step.state == "done" and step.took else step.minutes


def took(step: StepLine, _: Wording) -> str | int:
    return in_minutes(step.took) if step.took else ""


def how_held(step: StepLine, _: Wording) -> str:
    """What became of the step, and what was out of the ordinary."""
    told = [step_state(step.state, _)]
    if step.collected and step.state != "early":
        told.append(_("took notes before the meeting"))
    if step.glided:
        told.append(_("took notes beside the next step"))
    return "; ".join(told)


def step_state(state: str, _: Wording) -> str:
    words = {
        "planned": _("not begun"),
        "early": _("collecting notes"),
        "open": _("going on"),
        "done": _("done"),
    }
    return words[state]

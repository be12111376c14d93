"""What the room marked on scales, as lines of the report."""

from collections.abc import Iterator

from msgspec.structs import asdict

from workshop.core.agenda import Step
from workshop.core.records import Place
from workshop.core.scorings import ScaleResult, ScoredItem, Scoring
from workshop.core.setup import Scale
from workshop.export.parts import MarkLine, ScaleLine, ScoredLine, ScoringLine
from workshop.export.unsaid import Said


def scorings(place: Place, said: Said) -> Iterator[ScoringLine]:
    """Each in the order in which they opened; `before` is the first one that measured the same."""
    first: dict[str, str] = {}
    for scoring in place.all(Scoring):
        step = place.get(Step, scoring.step)
        subject = step.setup.subject if step else ""
        before = first.get(subject, "") if subject else ""
        if scoring.state == "closed":
            first.setdefault(subject, scoring.id)
        yield scoring_line(scoring, before, said)


def scoring_line(scoring: Scoring, before: str, said: Said) -> ScoringLine:
    titles = {it.item: title(scoring, it, said) for it in scoring.items}
    return ScoringLine(
        id=scoring.id,
        step=scoring.step,
        state=scoring.state,
        text=scoring.text,
        version=scoring.version,
        amends=scoring.amends,
        before=before,
        needed=scoring.needed,
        met=scoring.met,
        electorate=scoring.electorate,
        late=scoring.late,
        seats=scoring.seats,
        ballots=scoring.ballots,
        scales=tuple(scale_line(scale) for scale in scoring.scales),
        items=tuple(ScoredLine(item=item, title=words) for item, words in titles.items()),
        groups=scoring.groups,
        consensus=scoring.consensus,
        results=tuple(mark_line(it, titles.get(it.item, "")) for it in scoring.results),
    )


def title(scoring: Scoring, item: ScoredItem, said: Said) -> str:
    """What came from a note may have been hidden since; a text and a question are nobody's note."""
    own = item.item in (scoring.id, scoring.step)
    return item.title if own else said.title(item.item, item.title)


def scale_line(scale: Scale) -> ScaleLine:
    return ScaleLine(
        id=scale.id,
        title=scale.title,
        low=scale.low,
        high=scale.high,
        words=scale.words,
        weight=scale.weight,
    )


def mark_line(result: ScaleResult, words: str) -> MarkLine:
    return MarkLine(title=words, **asdict(result))

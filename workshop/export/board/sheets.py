"""The sheets of the board: for each step that came to something, a head with its question, then its parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from workshop.export import telling
from workshop.export.board.content import outcomes, parked, parts, polls
from workshop.export.board.drawing import Look, colour, line, lined, moved, rect, said
from workshop.export.board.flow import Area, laid
from workshop.export.board.measure import width, wrapped
from workshop.export.board.part import LINE, Part
from workshop.export.palette import STATIC
from workshop.export.parts import Report, StepLine
from workshop.export.reading import held, step_titles
from workshop.export.wording import Wording

WIDE, HIGH = 1190.55, 841.89  # A3, lying
EDGE, THREAD = 52.0, 28.0
FOOT = 40.0
Looks = tuple[tuple[Look, int], ...]
"""How words may be set, the largest first, and how many lines they may then take."""
QUESTION: Looks = tuple(
    (Look(size, 700, level=1), most) for size, most in ((30, 2), (22, 3), (14, 6), (9, 12))
)
SUB: Looks = tuple((Look(size, fill="ink-2"), most) for size, most in ((12, 4), (8, 12)))


@dataclass(frozen=True)
class Sheet:
    """One picture. `step` is empty where it is of no step; `alt` says in words what there is to see."""

    step: str
    title: str
    alt: str
    svg: str


@dataclass(frozen=True)
class Head:
    title: str
    question: str
    phase: str
    word: str


def sheets(report: Report, _: Wording) -> Iterator[Sheet]:
    """In the order of the agenda, then what was asked and parked beside it."""
    titles, words_of = step_titles(report, _), telling.step_words(report, _)
    last = promising(report)
    for step, word in zip(report.agenda, words_of, strict=True):
        if step.state == "planned":
            continue
        found = [*parts(report, step, _), *(outcomes(report, _) if step.id == last else ())]
        head = Head(titles[step.id], step.prompt, step.phase, word)
        yield from drawn(report, step.id, head, found, _)
    rest: dict[str, Iterable[Part]] = {
        _("Who does what, by when"): () if last else outcomes(report, _),
        _("What the room answered"): polls(report, _),
        _("Parking lot"): parked(report, _),
    }
    for title, beside in rest.items():
        yield from drawn(report, "", Head(title, "", "", ""), beside, _)


def promising(report: Report) -> str:
    """The last step in which people took on what to do."""
    steps = (step.id for step in reversed(held(report.agenda)) if step.layout == "actions")
    return next(steps, "")


def of_step(report: Report, step: str, _: Wording) -> list[Sheet]:
    """The sheets of one step; without a step, of the one that the room is in, or the last with something."""
    every = list(sheets(report, _))
    wanted = step or step_now(report, every)
    return [it for it in every if it.step == wanted] or [empty(report, wanted, _)]


def step_now(report: Report, every: Iterable[Sheet]) -> str:
    open_now = {it.id for it in report.agenda if it.state == "open"}
    shown = [it.step for it in every if it.step]
    here = [it for it in shown if it in open_now] or shown
    return here[-1] if here else ""


def empty(report: Report, step: str, _: Wording) -> Sheet:
    """A step with nothing to show yet, or a workshop with none: its name and its question."""
    titles = step_titles(report, _)
    found: StepLine | None = next((it for it in report.agenda if it.id == step), None)
    title = titles.get(step, report.workshop.title)
    head = Head(title, found.prompt if found else "", found.phase if found else "", "")
    svg, _top = heading(head, "")
    return Sheet(step, title, title, framed(report, svg, "", _))


def drawn(
    report: Report, step: str, head: Head, found: Iterable[Part], _: Wording
) -> Iterator[Sheet]:
    pages = [page for part in found for page in part_pages(head, part)]
    for at, (svg, told) in enumerate(pages, 1):
        number = f"{at} / {len(pages)}" if len(pages) > 1 else ""
        alt = sentences([head.title, head.question, *told, number])
        yield Sheet(step, head.title, alt, framed(report, svg, number, _))


def sentences(texts: Iterable[str]) -> str:
    return " ".join(it if it[-1] in ".?!:" else f"{it}." for it in texts if it)


def part_pages(head: Head, part: Part) -> Iterator[tuple[str, list[str]]]:
    svg, top = heading(head, part.sub)
    area = Area(EDGE, top, WIDE - EDGE - THREAD, HIGH - top - FOOT)
    side = ""
    if part.beside:
        square = min(area.high, area.wide * 0.6)
        side = moved(part.beside(square), area.x, area.y)
        area = Area(area.x + square + 24, area.y, area.wide - square - 24, area.high)
    choices = [(size, max(1, round(columns * area.wide / LINE))) for size, columns in part.choices]
    for page in laid(part.make, choices, area):
        yield svg + side + page, [part.sub, *part.told]


def heading(head: Head, sub: str) -> tuple[str, float]:
    """The phase in sign, word and colour, the step's name, its question, and a line that says what is shown."""
    room = WIDE - EDGE - THREAD
    look = Look(13, 700)
    drawn, x = "", EDGE
    if head.word:
        drawn += sign(head.phase, x) + said(head.word, x + 34, 26, Look(13, 700, head.phase))
        x += 34 + width(head.word, 700) * 13 + 22
    if head.question and head.title != head.word:
        (title, *_more) = wrapped(head.title, (WIDE - x - THREAD - 60) / 13, 700) or [""]
        drawn += said(title, x, 26, look)
    svg, high = fitted(head.question or head.title, room, 50, QUESTION)
    drawn, top = drawn + svg, 50 + high + 4
    if sub:
        svg, high = fitted(sub, room * 0.86, top, SUB)
        drawn, top = drawn + svg, top + high
    return drawn, top + 14


def fitted(text: str, room: float, y: float, looks: Looks) -> tuple[str, float]:
    """As large as it goes in so many lines; what is a whole page long is cut, and the report has it whole."""
    for look, most in looks:
        found = wrapped(text, room / look.size, look.weight)
        if len(found) <= most:
            break
    else:
        found = [*found[: most - 1], f"{found[most - 1]} …"]
    return lined(found, EDGE, y, look), len(found) * look.line


@cache
def sign(phase: str, x: float) -> str:
    """The phase's own sign, as wide as the board shows it."""
    svg = (STATIC / "img" / "signs" / f"{phase}.svg").read_text("utf-8").strip()
    start = '<svg xmlns="http://www.w3.org/2000/svg"'
    placed = f'<svg x="{x}" y="25" width="26" height="16"'
    return svg.replace(start, placed).replace("currentColor", colour(phase))


def framed(report: Report, content: str, number: str, _: Wording) -> str:
    """The ground, the red thread down the edge, and at the foot what workshop this was."""
    about = report.workshop
    day = _("as it was %(day)s", day=_.day(about.as_of))
    (title, *_more) = wrapped(about.title, (WIDE - 400) / 10, 400) or [""]
    look = Look(10, fill="ink-2")
    return (
        rect(0, 0, WIDE, HIGH, "surface")
        + line(THREAD, 0, THREAD, HIGH, "thread", 3.5)
        + content
        + said(f"{title} · {day}", EDGE, HIGH - 28, look)
        + (said(number, WIDE - THREAD, 26, Look(13, fill="ink-2"), "end") if number else "")
    )

"""What a scoring says in sentences and rows, the same ones in every format."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from workshop.core.ranking import UNDER_FOUR
from workshop.core.scores import RESERVATION
from workshop.export.parts import MarkLine, Report, ScaleLine, ScoringLine
from workshop.export.reading import step_titles
from workshop.export.telling_votes import candidate
from workshop.export.wording import Wording


def scoring_titles(report: Report, _: Wording) -> dict[str, str]:
    """The step's title with the version of its text, or a number where the step asked more than once."""
    steps = step_titles(report, _)
    seen: dict[str, int] = {}
    titles = {}
    for line in report.scorings:
        seen[line.step] = seen.get(line.step, 0) + 1
        title, number = steps.get(line.step, ""), seen[line.step]
        if line.version > 1:
            title = _("%(title)s, version %(number)d", title=title, number=line.version)
        elif line.consensus:
            title = _("%(title)s, placed by consensus", title=title)
        elif line.before:
            title = _("%(title)s, once more", title=title)
        elif number > 1:
            title = _("%(title)s, round %(number)d", title=title, number=number)
        titles[line.id] = title
    return titles


def how_scored(line: ScoringLine, _: Wording) -> list[str]:
    """Who answered, what was needed before, and whether it came to that, in whole sentences."""
    if line.consensus:
        return [_("Placed together by consensus, not scored: nobody has marked anything alone.")]
    if line.state == "open":
        return [_("The scoring is still open.")]
    told = [
        _(
            "Secret marks: %(ballots)d of %(electorate)d gave theirs.",
            ballots=line.ballots,
            electorate=line.electorate,
        )
    ]
    if line.needed:
        level = needed_words(line, _)
        told.append(_("Needed, and set before anyone answered: %(level)s.", level=level))
    if line.met:
        told.append(_("That was reached.") if line.met == "yes" else _("That was not reached."))
    return told


def needed_words(line: ScoringLine, _: Wording) -> str:
    """The level in the marks of the first scale."""
    scale = line.scales[0]
    return level_words(line.needed, scale.low, scale.high, _)


def level_words(needed: str, low: int, high: int, _: Callable[..., str]) -> str:
    """A level of agreement in the marks of its scale, as `core/marks.py` reckons it."""
    marks = high - low + 1
    top = max(1, marks // 4)
    nobody = _("nobody at %(high)s", high=high)
    opposed = nobody
    if top > 1:
        gaps = {"from": high - top + 1, "high": high}
        opposed = _("nobody at %(from)s or %(high)s", **gaps)
    support = low - 1 + max(1, marks * 3 // 8)
    return {
        "no_veto": nobody,
        "none_opposed": opposed,
        "most_support": _(
            "four in five at 1 to %(support)s, and %(nobody)s", support=support, nobody=opposed
        ),
        "all_support": _("everyone at 1 to %(half)s", half=low - 1 + marks // 2),
    }[needed]


def scale_of(line: ScoringLine, result: MarkLine) -> ScaleLine:
    return next(scale for scale in line.scales if scale.id == result.scale)


def marked(line: ScoringLine, result: MarkLine, _: Wording) -> str:
    """What was marked, on which scale; one of the two where there is only one of the other."""
    title, scale = candidate(result.title, _), scale_of(line, result).title
    if len(line.items) == 1:
        return scale
    return title if len(line.scales) == 1 else f"{title} – {scale}"


def answers(result: MarkLine, _: Wording) -> str | int:
    if result.median and not result.counts:  # placed by consensus
        return ""
    return _("under 4") if result.answers == UNDER_FOUR else result.answers


def lie(line: ScoringLine, result: MarkLine) -> str:
    """How many gave each mark: "1: 0 · 2: 3 · 3: 1"; empty where that would say who."""
    return in_row(result.counts, scale_of(line, result).low)


def in_row(counts: Sequence[int], low: int) -> str:
    return " · ".join(f"{mark}: {count}" for mark, count in enumerate(counts, low))


def by_group(line: ScoringLine, _: Wording) -> Iterator[tuple[str, str, str, int]]:
    """What was marked, by which group of voters, how its marks lie and how many they are; of those that
    are told apart.
    """
    for result in line.results:
        low = scale_of(line, result).low
        for group, counts in zip(line.groups, result.by_group, strict=False):
            if counts:
                yield marked(line, result, _), group, in_row(counts, low), sum(counts)


def groups_in_one(line: ScoringLine, result: MarkLine) -> str:
    """In one cell: how the marks of each group lie."""
    low = scale_of(line, result).low
    told = zip(line.groups, result.by_group, strict=False)
    return "; ".join(f"{group}: {in_row(counts, low)}" for group, counts in told if counts)


def few_of_a_group(_: Wording) -> str:
    return _(
        "Groups of which fewer than four have answered are not shown, nor one by which they could be reckoned."
    )


def untold_groups(line: ScoringLine) -> bool:
    """Whether a group is left out, since fewer than four of it have answered."""
    told = [counts for result in line.results for counts in result.by_group if counts]
    return len(told) < len(line.groups) * len(line.results)


def sides(line: ScoringLine, _: Wording) -> str:
    """How many stand behind a text, and how many do not: the first three eighths of the scale, and its
    second half; of 1 2 3 6 7 that is 3 of 5 at 1 to 3, and 2 at 5 to 8.
    """
    (scale,), (result,) = line.scales, line.results
    marks = scale.high - scale.low + 1
    support, half = max(1, marks * 3 // 8), marks // 2
    return _(
        "%(support)s of %(all)s at %(low)s to %(to)s · %(against)s at %(from)s to %(high)s",
        **{
            "support": sum(result.counts[:support]),
            "all": result.answers,
            "low": scale.low,
            "to": scale.low + support - 1,
            "against": sum(result.counts[half:]),
            "from": scale.low + half,
            "high": scale.high,
        },
    )


def in_the_way(report: Report, line: ScoringLine) -> list[str]:
    """What people wrote of why they marked as they did; what names no scoring is told with the first."""
    first = next(it.id for it in report.scorings if it.step == line.step)
    its = (line.id, "") if line.id == first else (line.id,)
    return [
        it.text
        for it in report.notes
        if it.step == line.step and it.type == RESERVATION and it.about in its
    ]


def has_words(line: ScoringLine) -> bool:
    """One thing on one scale that names every mark: its marks are told one a line."""
    scale = line.scales[0]
    named = len(scale.words) == scale.high - scale.low + 1
    return named and len(line.results) == 1 and bool(line.results[0].counts)


def mark_word(scale: ScaleLine, mark: int) -> str:
    """What a mark of the scale means; where only its ends are named, nothing for those between."""
    if len(scale.words) == scale.high - scale.low + 1:
        return scale.words[mark - scale.low]
    ends = dict(zip((scale.low, scale.high), scale.words, strict=False))
    return ends.get(mark, "")


def by_mark(line: ScoringLine) -> Iterator[tuple[int, str, int]]:
    """Each mark, its words and how many gave it; the highest first, for those are heard first."""
    (scale,), (result,) = line.scales, line.results
    rows = zip(range(scale.low, scale.high + 1), scale.words, result.counts, strict=True)
    yield from reversed(list(rows))


def spread(result: MarkLine, _: Wording) -> str:
    if not result.q1:
        return ""
    return _("%(q1)s to %(q3)s", q1=_.decimal(result.q1), q3=_.decimal(result.q3))


def moved(report: Report, line: ScoringLine, _: Wording) -> Iterator[tuple[str, str, str, str]]:
    """Scale, median before, median now and the change of the two, where the same was measured before.

    Medians are halves at most, so the change is exact: 2.5 before and 4 now is +1.5.
    """
    before = next((it for it in report.scorings if it.id == line.before), None)
    if before is None or len(before.items) != 1 or len(line.items) != 1:
        return
    medians = {it.scale: it.median for it in before.results if it.median}
    for now in line.results:
        if now.median and now.scale in medians:
            change = Decimal(now.median) - Decimal(medians[now.scale])
            sign = "+" if change > 0 else "−" if change else ""
            told = sign + _.decimal(str(abs(change)))
            before_now = _.decimal(medians[now.scale]), _.decimal(now.median)
            yield scale_of(line, now).title, *before_now, told

"""Reports with the same words in every place where people write, a bundle of lines for each text."""

from collections.abc import Callable, Sequence
from itertools import chain
from itertools import cycle as in_turn

import msgspec

from workshop.export.parts import (
    About,
    ActionLine,
    AnswerLine,
    CandidateLine,
    CellLine,
    ChoiceLine,
    ClusterLine,
    ColumnLine,
    ContinuedLine,
    CycleLine,
    DecisionLine,
    FieldLine,
    GroupLine,
    MarkLine,
    NoteLine,
    ParkedLine,
    PollLine,
    Report,
    RowLine,
    ScaleLine,
    ScoredLine,
    ScoringLine,
    SheetLine,
    StepLine,
    TieLine,
    Vote,
    VoteLine,
    WeighedLine,
    WeighingLine,
)


def told(texts: list[str], title: str = "Safe at home") -> Report:
    """Every text stands in every place but those of the workshop itself, which get the title."""
    made = [bundle(lambda text=text: text, f"{number:04}") for number, text in enumerate(texts)]
    return together(made, title)


def packed(texts: list[str]) -> Report:
    """Every text as a note, eight to a bundle, and all in turn in the other places: for formats that take long."""
    say = in_turn(texts).__next__
    made = [
        bundle(say, f"{at:04}", texts[at * 8 : at * 8 + 8]) for at in range(-(-len(texts) // 8))
    ]
    return together(made, "Safe at home")


def together(made: list[Report], title: str) -> Report:
    about = msgspec.structs.replace(
        made[0].workshop, title=" ".join(title.split()), purpose=title, id="b" * 32
    )
    lines = {
        field: tuple(chain.from_iterable(getattr(report, field) for report in made))
        for field in Report.__struct_fields__
        if field not in {"schema", "workshop"}
    }
    return Report(workshop=about, **lines)


def titled(title: str) -> Report:
    """Almost empty, but for its title and its purpose."""
    return told(["Someone calls the day after"], title)


def bundle(say: Callable[[], str], name: str, more: Sequence[str] = ()) -> Report:
    """One line of each kind, about each other, and more notes beside; their ids end with the name."""
    cycle = int(name) + 1

    def line() -> str:
        return " ".join(say().split())

    def it(word: str) -> str:
        return f"{word}-{name}"

    result = VoteLine(
        item=it("note"),
        title=say(),
        notes=1,
        dots=1,
        voters=-1,
        rank=1,
        tied=False,
        above_cut=True,
        by_criterion=(1,),
        by_group=(-1,),
        removed=False,
    )
    return Report(
        workshop=About(
            id="b" * 32,
            title=line(),
            purpose=say(),
            language="en",
            recipe="mini-cycle",
            code="VEVK47",
            state="closed",
            created_at="2026-11-21T09:00:00.000Z",
            started_at="2026-11-21T09:00:00.000Z",
            closed_at="2026-11-21T10:00:00.000Z",
            as_of="2026-11-21T10:00:00.000Z",
            participants=3,
            seats=1,
            never_revealed=2,
            held_back=1,
            parked_held_back=1,
            follow_up="2027-01-12",
        ),
        cycles=(CycleLine(number=cycle, question=say()),),
        agenda=(
            step(it("w"), "wall", line(), say(), cycle=cycle),
            step(it("c"), "clusters", line(), say(), source=it("w"), cycle=cycle),
        ),
        notes=(
            note(
                it("note"),
                say(),
                step=it("w"),
                column=it("a"),
                about=it("row"),
                name=line(),
                cluster=it("k"),
                seat=True,
            ),
            note(it("built"), say(), step=it("w"), type="odd", parent=it("note")),
            note(it("carried"), say(), step=it("w"), cluster=it("k2"), carried=it("note")),
            *(note(it(f"more{at}"), text, step=it("w")) for at, text in enumerate(more)),
        ),
        clusters=(
            ClusterLine(id=it("k"), step=it("c"), title=line(), notes=(it("note"),)),
            ClusterLine(id=it("k2"), step=it("c"), title=line(), notes=(it("carried"),)),
        ),
        votes=(
            Vote(
                id=it("v"),
                step=it("c"),
                state="closed",
                secret=True,
                budget=2,
                per_item=1,
                top=1,
                electorate=3,
                late=1,
                seats=1,
                ballots=2,
                dots=1,
                candidates=(CandidateLine(item=it("note"), title=say(), notes=1),),
                results=(result,),
                criteria=(line(),),
                groups=(GroupLine(title=line(), voters=-1),),
                ties="facilitator",
                trail=(
                    TieLine(
                        how="facilitator",
                        items=(it("note"),),
                        chosen=(it("note"),),
                        seed="",
                        run_off="",
                        reason=say(),
                    ),
                ),
                run_off_of="",
                wild_card=it("note"),
                why=say(),
            ),
        ),
        scorings=(
            ScoringLine(
                id=it("s"),
                step=it("c"),
                state="closed",
                text=say(),
                version=2,
                amends="",
                before="",
                needed="no_veto",
                met="yes",
                electorate=4,
                late=0,
                seats=0,
                ballots=4,
                scales=(
                    ScaleLine(id="z", title=line(), low=1, high=2, words=(say(), say()), weight=1),
                ),
                items=(ScoredLine(item=it("note"), title=say()),),
                results=(
                    MarkLine(
                        item=it("note"),
                        title=say(),
                        scale="z",
                        answers=4,
                        counts=(3, 1),
                        median="1",
                        q1="1",
                        q3="1.5",
                        iqr="0.5",
                        met="yes",
                    ),
                ),
            ),
        ),
        rows=(
            RowLine(
                id=it("row"),
                step=it("c"),
                title=line(),
                cells=(
                    CellLine(field="f", title=line(), form="line", text=line()),
                    CellLine(field="g", title="How", form="text", text=say()),
                ),
                about=it("note"),
                nothing=False,
                name=line(),
            ),
        ),
        weighings=(
            WeighingLine(
                scoring=it("s"),
                step=it("c"),
                items=(
                    WeighedLine(
                        item=it("note"),
                        title=say(),
                        score="1",
                        value="1",
                        effort="",
                        quadrant="",
                        rank=1,
                        tied=False,
                        apart=("z",),
                    ),
                ),
            ),
        ),
        choices=(
            ChoiceLine(step=it("c"), item=it("note"), title=say(), choice="drop", reason=line()),
        ),
        polls=(
            PollLine(
                id=it("q"),
                question=line(),
                form="words",
                state="closed",
                asked=3,
                answers=1,
                results=(AnswerLine(answer=line(), count=1),),
            ),
        ),
        sheets=(
            SheetLine(
                id=it("f"),
                step=it("w"),
                subject=it("goal"),
                version=1,
                cycle=cycle,
                at="2026-11-21T09:30:00.000Z",
                fields=(FieldLine(field="goal", title=line(), text=say()),),
                reason=say(),
                insights=(it("note"),),
                confidence=it("s"),
                continued=it("e"),
            ),
        ),
        continued=(ContinuedLine(id=it("e"), workshop="", title=line(), held="2026-10-02"),),
        decisions=(
            DecisionLine(
                id=it("d"),
                text=say(),
                about=it("note"),
                about_title=say(),
                vote=it("v"),
                basis=say(),
                alternatives=say(),
                decider=say(),
                decided_on="2026-11-21",
                daily=say(),
            ),
        ),
        actions=(
            ActionLine(
                id=it("a"),
                what=say(),
                who=line(),
                due="2026-12-04",
                first_step=say(),
                taken=True,
                missing=(),
                about=it("note"),
                about_title=say(),
                helpers=say(),
                daily=say(),
                continued=it("e"),
            ),
        ),
        parked=(
            ParkedLine(
                id=it("p"), text=say(), continued=it("e"), becomes="ask", word=line(), note=""
            ),
        ),
    )


def note(word: str, text: str, **fields: object) -> NoteLine:
    given = {"type": "idea", "name": "", "parent": "", "cluster": "", "carried": ""}
    marks = {"seat": False, "column": "", "evidence": "seen", "role": text, "about": ""}
    return NoteLine(id=word, text=text, **{**marks, **given, **fields})  # type: ignore[arg-type]


def step(
    word: str, layout: str, title: str, prompt: str, source: str = "", cycle: int = 1
) -> StepLine:
    return StepLine(
        id=word,
        cycle=cycle,
        method=layout,
        layout=layout,
        phase="open",
        title=title,
        prompt=prompt,
        minutes=5,
        took=310,
        glided=True,
        collected=True,
        source=source,
        types=("idea",),
        columns=(ColumnLine(id=word.replace("w-", "a-"), title=title, hint=prompt),),
        trays=("unknown",),
        anonymous=True,
        private=True,
        revealed=True,
        sealed=True,
        state="done",
    )

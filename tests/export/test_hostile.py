"""Whatever people write stays their words: in no format does it become markup, a link, a script or a formula."""

import json
from html.parser import HTMLParser

import pytest
from babel.support import NullTranslations
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.export.sheet import sheet
from workshop.core.text import tidy
from workshop.export.as_csv import harmless
from workshop.export.formats import rendered
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

RAW = [
    '=HYPERLINK("http://evil.example","click")',
    "=1+1",
    "+1-800",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "'=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "%0A=1",
    '"quoted", and; more',
    'a "," b\n=1+1',
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '" autofocus onfocus=alert(1) x="',
    "' onmouseover='alert(1)",
    "<!-- --><svg onload=alert(1)>",
    "{{ 7*7 }} {% raw %} ${7*7} #{7*7}",
    "&lt;b&gt; &amp; &#60;script&#62;",
    "[click](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "<http://evil.example>",
    "http://evil.example/a_b_c?x=1&y=2",
    "www.evil.example and me@evil.example and mailto:me@evil.example",
    "[ref]: http://evil.example",
    "**bold** __bold__ *em* _em_ ~~gone~~ `code`",
    "```\ncode\n```",
    "    indented code",
    "# Heading",
    "Heading\n===",
    "Heading\n---",
    "> quote",
    "- item\n- item",
    "1. item\n2) item",
    "* * *",
    "| a | b |\n| - | - |",
    "a\n:-\nb",
    "a\\",
    "\\*not em\\*",
    "line one\nline two\n\nline four",
    "\u202egnp.exe\u202c",
    "zero\u200bwidth\u200d\u2060\ufeff",
    "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
    "مرحبا بالعالم שלום",
    "👩‍👩‍👧‍👦 🏳️‍🌈 👋🏽",
    "W" * 10_000,
    "../../../etc/passwd",
    "C:\\Windows\\System32\\CON",
    "NUL",
    "%s %(x)s %d {0} {x}",
    "\x00\x07\x1b[31mred\x7f",
    "𝕳𝖊𝖑𝖑𝖔 ﷽ ｆｕｌｌ",
    "a" + "\n" * 50 + "b",
    "$$x$$ $y$ :smile: @everyone #1",
    "+ plus\n+ plus",
    "!important",
    "~~~\ncode",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
]
HOSTILE = list(dict.fromkeys(text for raw in RAW if (text := tidy(raw)[:280])))
each_text = pytest.mark.parametrize("text", HOSTILE, ids=map(str, range(len(HOSTILE))))
ID = "a" * 16
NULL = NullTranslations()


def told(text: str) -> Report:
    """A report with this text in every place where people write."""
    line = " ".join(text.split())
    result = VoteLine(
        item=ID,
        title=text,
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
            title=line,
            purpose=text,
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
            follow_up="2027-01-12",
        ),
        cycles=(CycleLine(number=1, question=text), CycleLine(number=2, question=text)),
        agenda=(
            step("w", "wall", line, text),
            step("c", "clusters", line, text, source="w"),
            step("c2", "clusters", line, text, cycle=2),
        ),
        notes=(
            note(ID, text, name=line, cluster="k", seat=True),
            note("n2", text, type="odd", parent=ID),
            note("n3", text, step="c2", cluster="k2", carried=ID),
        ),
        clusters=(
            ClusterLine(id="k", step="c", title=line, notes=(ID,)),
            ClusterLine(id="k2", step="c2", title=line, notes=("n3",)),
        ),
        votes=(
            Vote(
                id="v",
                step="c",
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
                candidates=(CandidateLine(item=ID, title=text, notes=1),),
                results=(result,),
                criteria=(line,),
                groups=(GroupLine(title=line, voters=-1),),
                ties="facilitator",
                trail=(
                    TieLine(
                        how="facilitator",
                        items=(ID,),
                        chosen=(ID,),
                        seed="",
                        run_off="",
                        reason=text,
                    ),
                ),
                run_off_of="",
                wild_card=ID,
                why=text,
            ),
        ),
        scorings=(
            ScoringLine(
                id="s",
                step="c",
                state="closed",
                text=text,
                version=2,
                amends="r",
                before="",
                needed="no_veto",
                met="yes",
                electorate=4,
                late=0,
                seats=0,
                ballots=4,
                scales=(
                    ScaleLine(id="z", title=line, low=1, high=2, words=(text, text), weight=1),
                ),
                items=(ScoredLine(item=ID, title=text),),
                results=(
                    MarkLine(
                        item=ID,
                        title=text,
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
                id=ID,
                step="c",
                title=line,
                cells=(
                    CellLine(field="f", title=line, form="line", text=line),
                    CellLine(field="g", title="How", form="text", text=text),
                ),
                about=ID,
                nothing=False,
                name=line,
            ),
        ),
        weighings=(
            WeighingLine(
                scoring="s",
                step="c",
                items=(
                    WeighedLine(
                        item=ID,
                        title=text,
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
        choices=(ChoiceLine(step="c", item=ID, title=text, choice="drop", reason=line),),
        polls=(
            PollLine(
                id="q",
                question=line,
                form="words",
                state="closed",
                asked=3,
                answers=1,
                results=(AnswerLine(answer=line, count=1),),
            ),
        ),
        sheets=(
            SheetLine(
                id="f",
                step="w",
                subject="goal",
                version=1,
                cycle=1,
                at="2026-11-21T09:30:00.000Z",
                fields=(FieldLine(field="goal", title=line, text=text),),
                reason=text,
                insights=(ID,),
                confidence="s",
                continued="e",
            ),
        ),
        continued=(ContinuedLine(id="e", workshop="", title=line, held="2026-10-02"),),
        decisions=(
            DecisionLine(
                id="d",
                text=text,
                about=ID,
                about_title=text,
                vote="v",
                basis=text,
                alternatives=text,
                decider=text,
                decided_on="2026-11-21",
                daily=text,
            ),
        ),
        actions=(
            ActionLine(
                id="a",
                what=text,
                who=line,
                due="2026-12-04",
                first_step=text,
                taken=True,
                missing=(),
                about=ID,
                about_title=text,
                helpers=text,
                daily=text,
                continued="e",
            ),
        ),
        parked=(ParkedLine(id="p", text=text, continued="e"),),
    )


def note(word: str, text: str, **fields: object) -> NoteLine:
    given = {"step": "w", "type": "idea", "name": "", "parent": "", "cluster": "", "carried": ""}
    marks = {"seat": False, "column": "a", "evidence": "seen", "role": text, "about": ID}
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
        columns=(ColumnLine(id="a", title=title, hint=prompt),),
        trays=("unknown",),
        anonymous=True,
        private=True,
        revealed=True,
        sealed=True,
        state="done",
    )


class Reader(HTMLParser):
    """What a browser finds: elements with their attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, frozenset[str]]] = []
        self.values: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, frozenset(name for name, _ in attrs)))
        self.values |= {f"{name}={value}" for name, value in attrs if name in {"href", "src"}}

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def words(self) -> str:
        return flat(self.text)


def flat(text: str) -> str:
    return " ".join(text.split())


def page_of(text: str) -> Reader:
    return Reader(rendered("report.html", told(text), NULL).decode())


INNOCENT = page_of("Someone calls the day after")


@each_text
def test_html_has_the_elements_that_any_words_would_give(text):
    page = page_of(text)

    assert page.elements == INNOCENT.elements
    assert page.values == {"href=#report"} | {
        value for value in INNOCENT.values if value.startswith("href=#band")
    }
    assert page.words.count(flat(text)) >= 15


@each_text
def test_markdown_has_the_structure_that_any_words_would_give(text):
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(markdown(text))
    innocent = MarkdownIt("commonmark").enable("table").parse(markdown("Someone calls"))

    assert shape(tokens) == shape(innocent)
    assert flat(words(tokens)).count(flat(text)) >= 15


def markdown(text: str) -> str:
    return rendered("report.md", told(text), NULL).decode()


def shape(tokens: list[Token]) -> list[str]:
    """Every block, and every span within; lines and escapes are how text is written, not what it is."""
    found = []
    for token in tokens:
        found.append(token.type)
        found += [
            child.type
            for child in token.children or ()
            if child.type not in {"text", "text_special", "softbreak", "hardbreak"}
        ]
    return found


def words(tokens: list[Token]) -> str:
    return "\n".join(
        "".join("\n" if child.type.endswith("break") else child.content for child in token.children)
        for token in tokens
        if token.children
    )


@each_text
@pytest.mark.parametrize(
    "name", ["notes.csv", "votes.csv", "scores.csv", "rows.csv", "order.csv", "actions.csv"]
)
def test_csv_has_no_cell_that_a_spreadsheet_reckons_with(name, text):
    rows = sheet(rendered(name, told(text), NULL))

    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@\t\r\0＝＋－＠"))]
    assert text in cells or f"'{text}" in cells


@pytest.mark.parametrize("sign", [*"=+-@\t\r\n＝＋－＠'", " =", "\u00a0=", "\u3000+"])
def test_a_cell_that_slipped_past_the_core_is_harmless_too(sign):
    assert harmless(f"{sign}1") == f"'{sign}1"
    assert harmless(f"1{sign}") == f"1{sign}"


@each_text
def test_json_gives_every_text_back_as_it_was(text):
    found = json.loads(rendered("workshop.json", told(text), NULL))

    assert found["parked"] == [{"id": "p", "text": text, "continued": "e"}]
    assert found["workshop"]["purpose"] == text


def test_the_core_lets_no_trick_in_that_the_formats_would_have_to_show():
    assert not [text for text in HOSTILE if set(text) & set("\0\t\r\x1b\u200b\u202e\ufeff")]

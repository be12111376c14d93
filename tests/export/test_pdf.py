"""report.pdf says what report.html says, as a document that a screen reader can read and an archive keep."""

import re
from html.parser import HTMLParser

import msgspec
import pytest
from babel.support import NullTranslations

from tests.export import paper
from tests.export.everywhere import note, told
from tests.export.rooms import again, asked, closed, grouped, opened, place, write
from tests.export.test_compared import story as compared  # noqa: F401 -- a fixture
from tests.export.test_scorings import story as scored  # noqa: F401 -- a fixture
from tests.export.test_sheets import held
from workshop.export import make, report
from workshop.export.formats import rendered
from workshop.export.parts import Report
from workshop.export.typesetting import settable, unshown

NULL = NullTranslations()


class Headings(HTMLParser):
    """The headings of a page, how many tables and rows it has, and its running words."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.level, self.found, self.counts = 0, list[tuple[str, str]](), {"table": 0, "tr": 0}
        self.feed(page.decode())

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if re.fullmatch("h[1-4]", tag):
            self.level = int(tag[1])
            self.found.append((f"H{self.level}", ""))
        if tag in self.counts:
            self.counts[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        self.level = 0 if tag == f"h{self.level}" else self.level

    def handle_data(self, data: str) -> None:
        if self.level:
            tag, text = self.found[-1]
            self.found[-1] = (tag, paper.squeezed(text + data))


def both(story: object) -> tuple[Headings, bytes]:
    held_place = place(story)
    page = Headings(make("report.html", held_place, NULL))
    return page, make("report.pdf", held_place, NULL)


@pytest.mark.parametrize("story", [closed, again, asked, grouped, opened, held])
def test_it_has_the_headings_and_tables_of_the_page(story):
    page, pdf = both(story())
    tags = paper.tags(pdf)

    assert [(tag, paper.squeezed(told)) for tag, told in tags if tag[0] == "H"] == page.found
    rows = [tag for tag, _told in tags if tag == "TR"]
    assert [tag for tag, _told in tags].count("Table") == page.counts["table"]
    assert len(rows) == page.counts["tr"]


def test_compared_and_marked_things_stand_under_the_same_headings(compared, scored):  # noqa: F811
    for story in (compared, scored):
        page, pdf = both(story)
        tags = paper.tags(pdf)

        assert [(tag, paper.squeezed(told)) for tag, told in tags if tag[0] == "H"] == page.found


@pytest.mark.parametrize(
    ("spoken", "title", "day", "band"),
    [
        ("en", "Safe at home – Report", "21 November 2026", "The band of the day, in minutes: "),
        ("nb", "Safe at home – Rapport", "21. november 2026", "Båndet for dagen, i minutter: "),
    ],
)
def test_every_reader_knows_what_it_is(spoken, title, day, band):
    made = report(place(closed()))
    about = msgspec.structs.replace(made.workshop, language=spoken)
    pdf = rendered("report.pdf", msgspec.structs.replace(made, workshop=about))
    found = paper.about(pdf)

    assert "No syntax or stream encoding errors" in paper.told_by("qpdf", pdf, "--check")
    assert (found["Title"], found["Tagged"], found["Page size"]) == (
        title,
        "yes",
        "595.276 x 841.89 pts (A4)",
    )
    assert (paper.language(pdf), paper.is_for_everyone(pdf)) == (spoken, True)
    assert paper.squeezed(day) in paper.text_of(pdf)
    (picture,) = [told for tag, told in paper.tags(pdf) if tag == "Figure"]
    assert picture.startswith(band)


def test_every_table_tells_its_columns_by_name():
    tags = [tag for tag, _told in paper.tags(make("report.pdf", place(closed()), NULL))]

    for at, tag in enumerate(tags):
        if tag == "Table":
            assert tags[at + 1 : at + 4] == ["THead", "TR", "TH"]


def test_it_can_be_leafed_through():
    pdf = make("report.pdf", place(closed()), NULL)

    first, *rest = paper.bookmarks(pdf)
    assert first == "Safe at home"
    assert {"What we chose", "Who does what, by when", "All that was written"} <= set(rest)
    pages = paper.about(pdf)["Pages"]
    assert f"{pages}/{pages}" in paper.text_of(pdf)


def test_every_note_is_in_it_also_those_that_stand_alone():
    made = report(place(again()))
    words = paper.text_of(rendered("report.pdf", made, NULL))

    assert [it.text for it in made.notes if paper.squeezed(it.text) not in words] == []


def test_what_was_never_shown_is_not_in_it():
    story = opened()
    write(story, "canary", ("ada", "idea", "Hidden canary"))

    words = paper.text_of(make("report.pdf", place(story), NULL))

    assert "canary" not in words
    assert paper.squeezed("1 note is not shown yet, and is not in this report.") in words


def test_a_long_report_lists_its_sections():
    made = told(["Somebody calls"])
    long = with_notes(made, [f"Thought {number}" for number in range(300)])
    tags = [tag for tag, _told in paper.tags(rendered("report.pdf", long, NULL))]

    assert tags.count("TOCI") == tags.count("H2")
    assert "TOC" not in dict(paper.tags(rendered("report.pdf", made, NULL)))


def with_notes(made: Report, texts: list[str]) -> Report:
    more = tuple(note(f"more{at}", text, step="w-0000") for at, text in enumerate(texts))
    return msgspec.structs.replace(made, notes=made.notes + more)


def test_the_same_workshop_gives_the_same_bytes():
    made = report(place(closed()))

    assert rendered("report.pdf", made, NULL) == rendered("report.pdf", made, NULL)


@pytest.mark.parametrize(
    "text",
    [
        '#set text(1pt)\n= Heading\n- item\n#read("report.typ") $x^2$ <label> @ref #panic("x")',
        "👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈 مرحبا שלום 漢字 ﷽ ｆｕｌｌ \U0010fffd",
        "\x00\x07\x1b[31mred\x7f \ufffe\uffff \ufeff \u202egnp.exe\u202c",
    ],
    ids=["typst", "scripts", "controls"],
)
def test_no_words_change_what_the_document_is_made_of(text):
    made, innocent = (rendered("report.pdf", told([words]), NULL) for words in (text, "Somebody"))

    assert kinds(made) == kinds(innocent)


def kinds(pdf: bytes) -> list[str]:
    """The elements that the template makes; how many lines a text has is its own affair."""
    made = {"H1", "H2", "H3", "H4", "Table", "TR", "TH", "TD", "Figure"}
    return [tag for tag, _told in paper.tags(pdf) if tag in made]


def test_a_sign_that_no_font_has_is_a_box_and_a_control_is_nothing():
    said = (
        'error: the text `"漢"` could not be displayed\nerror: codepoint `"\\u{feff}"` not allowed'
    )

    assert unshown(said) == {"漢", "\ufeff"}
    assert settable({"a": ["b\x00c\u202ed", "æøå Č\n"]}) == {"a": ["bcd", "æøå Č\n"]}
    assert "□" in paper.text_of(rendered("report.pdf", told(["x\U0010fffd"]), NULL))

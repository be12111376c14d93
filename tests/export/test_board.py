"""The board as pictures: every step that came to something, each note legible, nothing that was not shown."""

import re
from io import BytesIO

import msgspec
import pytest
from babel.support import NullTranslations
from lxml import etree
from PIL import Image

from tests.core.story import Story, id_of
from tests.export import paper
from tests.export.everywhere import note, told
from tests.export.hostile import HOSTILE
from tests.export.readers import missing
from tests.export.rooms import STEPS, again, asked, closed, grouped, opened, place, promised, write
from tests.export.test_compared import story as compared  # noqa: F401 -- a fixture
from tests.export.test_scorings import story as scored  # noqa: F401 -- a fixture
from tests.export.test_sheets import held
from workshop.export import make, report
from workshop.export.board.drawing import Box
from workshop.export.board.flow import columns_of, level
from workshop.export.board.measure import width, wrapped
from workshop.export.formats import rendered
from workshop.export.parts import Report

NULL = NullTranslations()
SVG = "{http://www.w3.org/2000/svg}"
A3 = "1190.55 x 841.89 pts (A3)"
THOUGHTS = ("Someone calls the day after", "One number that answers", "Someone answers")


def drawing(svg: bytes) -> etree._Element:
    return etree.fromstring(svg, etree.XMLParser(huge_tree=True))


def words_of(svg: bytes) -> str:
    return paper.squeezed("\n".join(drawing(svg).itertext(f"{SVG}tspan")))


def test_each_step_that_came_to_something_is_a_page():
    pdf = make("board.pdf", place(closed()), NULL)
    found = paper.about(pdf)

    assert "No syntax or stream encoding errors" in paper.told_by("qpdf", pdf, "--check")
    assert (found["Title"], found["Tagged"], found["Page size"]) == (
        "Safe at home – Board",
        "yes",
        A3,
    )
    assert (paper.language(pdf), paper.is_for_everyone(pdf)) == ("en", True)
    assert paper.bookmarks(pdf)[0] == "hello?"
    assert [it for it in paper.bookmarks(pdf) if it.endswith("?") or it == "Parking lot"] == [
        "hello?",
        "write?",
        "group?",
        "vote?",
        "promise?",
        "Parking lot",
    ]


def test_a_page_is_told_in_words_and_its_notes_can_be_read_aloud():
    tags = paper.tags(make("board.pdf", place(closed()), NULL))

    pictures = [told for tag, told in tags if tag == "Figure"]
    assert len(pictures) == 6
    assert pictures[2] == (
        "group. group? 3 clusters were made. 2 notes stand alone. Someone answers (2)."
        " Cluster without a name (2). Nothing fits here (0). Standing alone (2)."
    )
    assert [told for tag, told in tags if tag == "H2"][:2] == [
        "Someone answers",
        "Cluster without a name",
    ]


@pytest.mark.parametrize("story", [closed, again, asked, grouped, held])
def test_every_note_cluster_and_promise_is_on_the_board(story):
    made = report(place(story()))
    words = paper.text_of(rendered("board.pdf", made, NULL))

    texts = [it.text for it in (*made.notes, *made.decisions, *made.parked)]
    texts += [it.what for it in made.actions] + [it.title for it in made.clusters]
    texts += [it.question for it in made.polls]
    assert [it for it in texts if paper.squeezed(it) not in words] == []


def test_tables_matrices_and_marks_are_drawn(compared, scored):  # noqa: F811
    for story in (compared, scored):
        made = report(place(story))
        words = paper.text_of(rendered("board.pdf", made, NULL))

        texts = [it.title for it in made.rows] + [it.text for it in made.scorings]
        texts += [it.title for line in made.weighings for it in line.items]
        assert [it for it in texts if paper.squeezed(it) not in words] == []


def crowded(count: int, signs: int) -> Report:
    """A workshop with so many notes of so many signs on one wall."""
    made = told(["Somebody calls"])
    line = "Nobody knows which list holds and who answers the telephone at night "
    texts = [f"Note {at}: {(line * 5)[:signs]}".strip() for at in range(count)]
    notes = tuple(note(f"more{at}", text, step="w-0000") for at, text in enumerate(texts))
    return msgspec.structs.replace(made, notes=made.notes + notes)


@pytest.mark.parametrize(("count", "signs"), [(3, 40), (40, 60), (120, 90), (300, 200)])
def test_every_note_can_be_read_on_a3_and_lies_on_the_sheet(count, signs):
    made = crowded(count, signs)
    root = drawing(rendered("board.svg", made, NULL, step="w-0000"))
    _left, _top, wide, high = map(float, root.get("viewBox").split())

    for text, x, y, look in placed(root):
        assert look.size >= 7, text
        assert x >= 0, text
        assert x + width(text, look.weight) * look.size <= wide + 1, text
        assert 0 <= y <= high, text
    words = words_of(etree.tostring(root))
    assert [it.text for it in made.notes if paper.squeezed(it.text) not in words] == []


def test_how_many_voted_ends_with_the_lines_also_where_the_words_are_long():
    root = drawing(rendered("board.svg", report(place(again())), language="nb", step=id_of("vote")))
    told = [(text, x + width(text, look.weight) * look.size) for text, x, _, look in placed(root)]
    voters = [end for text, end in told if text.startswith("Stemte: ")]
    lines = ((it, re.match(r"M\S+ \S+L(\S+) ", it.get("d"))) for it in root.iter(f"{SVG}path"))
    end = max(float(found[1]) + shifts(it)[0] for it, found in lines if found)

    assert len(voters) == 4
    assert max(voters) == pytest.approx(end, abs=1)


class Look(msgspec.Struct, frozen=True):
    size: float
    weight: int


def placed(root: etree._Element):
    """Each line of words, where its left end stands and how it is set."""
    for text in root.iter(f"{SVG}text"):
        look = Look(float(text.get("font-size")), int(text.get("font-weight")))
        x, y = shifts(text)
        for line in text:
            wide = width(line.text or "", look.weight) * look.size
            back = {"start": 0, "middle": wide / 2, "end": wide}[text.get("text-anchor")]
            yield line.text, x + float(line.get("x")) - back, y + float(line.get("y")), look


def shifts(element: etree._Element) -> tuple[float, float]:
    x = y = 0.0
    for group in element.iterancestors(f"{SVG}g"):
        if found := re.fullmatch(r"translate\((\S+) (\S+)\)", group.get("transform", "")):
            x, y = x + float(found[1]), y + float(found[2])
    return x, y


def test_a_few_notes_are_large_and_many_go_on_to_more_sheets():
    few, many = (
        drawing(rendered("board.svg", crowded(*size), NULL, step="w-0000"))
        for size in ((3, 20), (400, 200))
    )

    assert max(look.size for _text, _x, _y, look in placed(few) if look.weight == 400) >= 18
    assert float(many.get("height")) >= float(few.get("height")) + 841.89


def test_a_picture_shows_the_step_that_is_asked_for():
    step, held_place = id_of("group"), place(closed())
    svg = make("board.svg", held_place, NULL, step)

    assert paper.squeezed("3 clusters were made.") in words_of(svg)
    assert "Orderthenumber" not in words_of(svg)
    png = Image.open(BytesIO(make("board.png", held_place, NULL, step)))
    assert png.size == (2381, 1684)


def test_without_a_wish_it_shows_the_step_that_the_room_is_in():
    assert "Orderthenumber" in words_of(make("board.svg", place(promised()), NULL))
    assert "group?" in words_of(make("board.svg", place(grouped()), NULL))
    assert paper.squeezed("Safe at home") in words_of(
        make("board.svg", place(Story(STEPS).joins("ada")), NULL)
    )


def fresh() -> object:
    from tests.core.story import Story
    from tests.export.rooms import STEPS

    return Story(STEPS).joins("ada")


def test_what_was_never_shown_is_on_no_picture():
    story = opened()
    write(story, "canary", ("ada", "idea", "Hidden canary"))
    held_place = place(story)

    assert "canary" not in paper.text_of(make("board.pdf", held_place, NULL))
    for step in (id_of("write"), id_of("encore")):
        svg = make("board.svg", held_place, NULL, step).decode()
        assert "canary" not in svg
        assert "never heard" not in svg


def test_a_step_with_nothing_to_show_yet_shows_its_question():
    words = words_of(make("board.svg", place(opened()), NULL, id_of("write")))

    assert ("write?" in words, "Calm" in words) == (True, False)


def test_a_drawing_stands_alone():
    svg = make("board.svg", place(closed()), NULL).decode()

    assert {it[:5] for it in re.findall(r"url\(([^)]*)", svg)} <= {"#hem-", "data:"}
    assert "href" not in svg
    assert "<script" not in svg


def test_hostile_words_are_words():
    texts = [*HOSTILE, "W" * 3_000, "a\ufffeb\uffffc", "\U0010fffd", "\x00\x1b[31mred\x7f"]
    made = told(["Somebody calls"])
    notes = tuple(note(f"more{at}", text, step="w-0000") for at, text in enumerate(texts))
    vote = msgspec.structs.replace(made.votes[0], why="so " * 4_000)
    made = msgspec.structs.replace(made, notes=made.notes + notes, votes=(vote,))

    svg = rendered("board.svg", made, NULL, step="w-0000")
    elements = {element.tag.removeprefix(SVG) for element in drawing(svg).iter()}
    assert elements == {
        "svg",
        "title",
        "style",
        "defs",
        "pattern",
        "g",
        "path",
        "rect",
        "circle",
        "text",
        "tspan",
    }
    latin = [text for text in HOSTILE if re.fullmatch(r"[\n -~\xa0-\xff]{1,280}", text)]
    assert [text for text in latin if paper.squeezed(text) not in words_of(svg)] == []
    assert missing("board.pdf", rendered("board.pdf", made, NULL), latin) == []


@pytest.mark.parametrize(
    "text",
    ["Two lists, and nobody knows which one holds", "W" * 90, "漢字" * 40, "👩‍👩‍👧‍👦" * 20, ""],
)
def test_no_line_is_wider_than_its_room(text):
    lines = wrapped(text, 9.5, 400)

    assert all(width(line) <= 9.5 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_what_leads_is_never_left_at_the_foot_of_a_column():
    head = Box(10, "head", leads=True, again=(4, "again"))
    notes = [Box(30, f"note {at}") for at in range(4)]

    found = columns_of([*notes[:2], head, *notes[2:]], 75)

    assert [[box.svg for box in column] for column in found] == [
        ["note 0", "note 1"],
        ["head", "note 2", "note 3"],
    ]


def test_what_goes_on_in_the_next_column_is_named_there_once_more():
    head = Box(10, "head", leads=True, again=(4, "again"))
    notes = [Box(30, f"note {at}") for at in range(4)]

    found = columns_of([head, *notes], 75)

    assert [[box.svg for box in column] for column in found] == [
        ["head", "note 0", "note 1"],
        ["again", "note 2", "note 3"],
    ]


def test_columns_are_as_even_as_they_go_and_groups_stay_whole():
    groups = [
        box
        for at in range(2)
        for box in (Box(10, f"head {at}", leads=True), Box(40, ""), Box(40, ""))
    ]

    found = level(columns_of(groups, 300), 2, 300)

    assert [column[0].svg for column in found] == ["head 0", "head 1"]

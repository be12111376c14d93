"""workshop.xlsx: every table on a sheet of its own, each cell of the kind that it is, in any spreadsheet."""

import io
import subprocess
from datetime import datetime

import msgspec
import openpyxl
import pytest

from tests.core.story import Story, id_of
from tests.export.everywhere import told
from tests.export.hostile import HOSTILE
from tests.export.readers import bare
from tests.export.rooms import again, asked, closed, opened, place, write
from tests.export.sheet import sheet
from tests.export.test_scorings import PEOPLE, STEPS, scored
from workshop.export import make, report
from workshop.export.as_xlsx import LONGEST, TABLES, as_xlsx
from workshop.export.formats import rendered
from workshop.export.wording import wording_of
from workshop.words import LANGUAGES, catalogue

WORDS = wording_of("en")
ALONE = {
    "Decisions": "decisions.csv",
    "Actions": "actions.csv",
    "Goals and forms": "forms.csv",
    "Agenda": "agenda.csv",
    "Notes": "notes.csv",
    "Clusters": "clusters.csv",
    "Results": "votes.csv",
    "Marks": "scores.csv",
    "Polls": "polls.csv",
    "Parking lot": "parked.csv",
}
FORBIDDEN = set("[]:*?/\\")


def book(story: Story, language: str = "en") -> openpyxl.Workbook:
    return opened_book(make("workshop.xlsx", place(story), catalogue(language)))


def opened_book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def as_text(value: object) -> str:
    """As a file of commas would say it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


def lines(found: openpyxl.worksheet.worksheet.Worksheet) -> list[list[str]]:
    return [[as_text(cell.value) for cell in row] for row in found.iter_rows()]


@pytest.mark.parametrize("story", [closed, again, asked])
def test_a_sheet_says_what_the_table_of_its_own_says(story):
    made = book(story())

    for title in set(made.sheetnames) & ALONE.keys():
        assert lines(made[title]) == sheet(make(ALONE[title], place(story()), catalogue("en")))


def test_what_has_no_line_has_no_sheet_and_what_a_team_needs_comes_first():
    assert book(closed()).sheetnames == [
        "The workshop",
        "Decisions",
        "Actions",
        "Agenda",
        "Notes",
        "Clusters",
        "Votes",
        "Results",
        "Parking lot",
    ]
    assert book(Story(())).sheetnames == ["The workshop"]


def test_the_sheets_speak_the_rooms_language():
    made = book(closed(), "nb")

    assert made.sheetnames[:4] == ["Workshopen", "Beslutninger", "Tiltak", "Kjøreplan"]
    assert [cell.value for cell in made["Tiltak"][1]][:4] == [
        "Tiltak",
        "Hvem",
        "Frist",
        "Første steg",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_can_be_named_in_every_language(language):
    titles = [table(report(place(Story())), wording_of(language)).title for table in TABLES]

    assert len({title.lower() for title in titles}) == len(TABLES)
    assert not [it for it in titles if len(it) > 31 or set(it) & FORBIDDEN or it.strip("'") != it]


def test_a_date_is_a_date_a_number_a_number_and_text_is_text():
    made = book(closed())
    due, undated = made["Actions"]["C2"], made["Actions"]["C3"]
    rank, voters, few = (made["Results"][name] for name in ("C2", "H2", "H3"))

    assert (due.value, due.number_format) == (datetime(2026, 12, 4), "yyyy-mm-dd")  # noqa: DTZ001
    assert undated.value is None
    assert (rank.value, voters.value, few.value) == (1, 4, "under 4")
    assert made["The workshop"]["B6"].number_format == "yyyy-mm-dd hh:mm"


def test_a_middle_can_be_reckoned_with():
    """1 2 3 6 7 has its middle at 3; a quarter lies under 1.5."""
    story = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
    marks = {("one", "stand"): (1, 2, 3, 6, 7)}
    scored(story, "agree", "one", marks, text="We call.", needed="none_opposed")

    head, row = ([cell.value for cell in line] for line in book(story)["Marks"]["1:2"])

    told = dict(zip(head, row, strict=True))
    assert (told["Middle"], told["First quartile"], told["Gave 8"]) == (3, 1.5, 0)


def test_a_vote_is_told_with_its_rules_who_could_vote_and_who_did():
    head, row = lines(book(closed())["Votes"])

    assert dict(zip(head, row, strict=True)) == {
        "Cycle": "1",
        "Vote": "vote",
        "Dots each": "3",
        "Most on one": "2",
        "Places": "2",
        "May vote": "5",
        "Let in late": "0",
        "Without a phone": "0",
        "Have voted": "4",
        "Secret": "yes",
        "Vote closed": "yes",
        "Dots in all": "10",
        "Criteria": "",
        "Groups": "",
        "If a tie is at the cut": "",
        "What was settled": "",
        "Vote id": id_of("round"),
    }


def test_the_head_stays_in_sight_and_filters_and_long_text_is_wrapped():
    notes = book(closed())["Notes"]

    assert (notes.freeze_panes, notes.auto_filter.ref) == ("A2", "A1:T8")
    assert notes["E2"].alignment.wrap_text
    assert 8 <= notes.column_dimensions["E"].width <= 61
    assert (notes.row_dimensions[1].height, notes.row_dimensions[2].height) == (60, None)
    assert [notes.column_dimensions[name].hidden for name in "PQ"] == [False, True]


def test_a_row_is_as_tall_as_what_is_written_in_it():
    story = opened()
    write(story, "long", ("ada", "idea", "word " * 50))
    story.says("finn", "RevealNotes", step=id_of("write"))

    assert book(story)["Notes"].row_dimensions[3].height == 5 * 15  # 249 signs, some 56 on a line


def test_what_looks_like_a_formula_stays_text_also_when_it_is_edited():
    story = opened()
    write(story, "sum", ("ada", "idea", "=1+1"))
    story.says("finn", "RevealNotes", step=id_of("write"))

    cell = book(story)["Notes"]["E3"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_the_file_is_named_after_the_workshop_and_the_same_at_every_export():
    held = place(closed())

    made = opened_book(make("workshop.xlsx", held)).properties

    assert made.title == "Safe at home"
    assert f"{made.created:%Y-%m-%dT%H:%M}" == report(held).workshop.as_of[:16]
    assert make("workshop.xlsx", held) == make("workshop.xlsx", held)


def test_a_cell_takes_no_more_than_a_spreadsheet_lets_in():
    made = told(["x"])
    action = msgspec.structs.replace(made.actions[0], what="a👋" * 20_000, due="0999-01-01")

    found = opened_book(as_xlsx(msgspec.structs.replace(made, actions=(action,)), WORDS))["Actions"]

    assert found["A2"].value.startswith("a👋a👋")
    assert found["A2"].value.endswith("…")
    assert len(found["A2"].value.encode("utf-16-le")) // 2 <= LONGEST
    assert found["C2"].value == "0999-01-01"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """All sheets of three workbooks as LibreOffice opens them, in one start of it."""
    folder = tmp_path_factory.mktemp("office")
    books = {
        "en": make("workshop.xlsx", place(again()), catalogue("en")),
        "nb": make("workshop.xlsx", place(again()), catalogue("nb")),
        "hostile": rendered("workshop.xlsx", told(HOSTILE), catalogue("en")),
    }
    for name, data in books.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        + ["--convert-to", every_sheet, "--outdir", folder]
        + [folder / f"{name}.xlsx" for name in books],
        check=True,
        capture_output=True,
    )
    return folder


def rows_of(office, name: str) -> list[list[str]]:
    return sheet((office / f"{name}.csv").read_bytes())


@pytest.mark.parametrize(("language", "title"), [("en", "Actions"), ("nb", "Tiltak")])
def test_libreoffice_reads_the_actions_with_their_days(office, language, title):
    _head, first, second = rows_of(office, f"{language}-{title}")

    assert first[:4] == ["Order the number", "Bo", "2026-12-04", "Call the exchange"]
    assert second[:3] == ["Look at the lists", "", ""]


def test_libreoffice_reads_every_sheet_with_every_line(office):
    made = book(again())

    for title in made.sheetnames:
        assert len(rows_of(office, f"en-{title}")) == made[title].max_row


def test_libreoffice_reckons_with_nothing_and_loses_nothing(office):
    found = [bare(row[4]) for row in rows_of(office, "hostile-Notes")]

    assert [text for text in HOSTILE if bare(text) not in found] == []

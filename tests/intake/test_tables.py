"""A table from a spreadsheet: any encoding and separator that they write, and every cell is words."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.core.messages import Refused
from workshop.export.as_csv import harmless
from workshop.intake import Columns, Table, columns_of, read_file, rows_as_notes

ROWS = (("Tekst", "Tema"), ("Ring dagen etter; nå", "Søvn"), ('Én "liste"\nog en til', ""))


def refusal(name, data):
    with pytest.raises(Refused) as refused:
        read_file(name, data)
    return refused.value.code


def quoted(separator):
    return "\r\n".join(
        separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in ROWS
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_excel_in_the_north_writes_many_ways_and_all_are_read(separator, encoding):
    assert read_file("a.csv", quoted(separator).encode(encoding)) == Table(rows=ROWS)


def test_a_line_to_excel_is_no_row():
    assert read_file("a.csv", b"sep=;\r\na;b\r\n") == Table(rows=(("a", "b"),))


def test_rows_are_made_as_long_as_the_longest_and_empty_ones_go():
    assert read_file("a.csv", b"a,b\n\n,\nc\n") == Table(rows=(("a", "b"), ("c", "")))


def test_one_column_of_sentences_is_not_parted_at_its_commas():
    text = b"Call them, then write\nOne list\nA number, that works, and answers\nNone\n"

    assert read_file("a.csv", text) == Table(
        rows=tuple((line,) for line in text.decode().splitlines())
    )


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        (("Note", "Type", "Cluster"), Columns(text=0, type=1, cluster=2, head=True)),
        (("Tema", "Lapp"), Columns(text=1, cluster=0, head=True)),
        (("Tyyppi", "Teemaryhmä", "Lappu"), Columns(text=2, type=0, cluster=1, head=True)),
        (("Grupp", "KLUSTER", "Förslag "), Columns(text=2, cluster=1, head=True)),
        (("Nr", "What worries you?"), Columns(text=1, head=True)),
        (("Only one thing",), Columns(text=0)),
    ],
)
def test_headings_say_what_a_column_is_in_four_languages(head, columns):
    table = Table(rows=(head, tuple("a longer answer" if it == head[-1] else "1" for it in head)))

    assert columns_of(table) == columns


def test_a_table_becomes_notes_in_clusters():
    table = Table(rows=(("x", "y", "z"), ("One", "Idea", " A  b "), ("Two", "", "")))

    found = rows_as_notes(table, Columns(text=0, type=1, cluster=2, head=True))

    assert [(note.text, note.type, note.cluster) for note in found.notes] == [
        ("One", "Idea", 0),
        ("Two", "", None),
    ]
    assert found.clusters == ("A b",)


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), min_size=1))
def test_words_that_our_own_tables_made_harmless_come_back_as_they_were(texts):
    file = io.StringIO(newline="")
    csv.writer(file).writerows([("Note", "Nr"), *((harmless(it), "1") for it in texts)])

    found = read_file("notes.csv", file.getvalue().encode("utf-8-sig"))

    assert [row[0] for row in found.rows[1:]] == texts


def test_a_formula_is_words():
    assert read_file("a.csv", b"=1+1\n'@SUM(A1)\n").rows == (("=1+1",), ("@SUM(A1)",))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("book.xlsx", b"PK\x03\x04\x14\x00\x06\x00", "bad_file"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "bad_file"),
        ("a.csv", b"%PDF-1.7", "bad_file"),
        ("a.csv", b"", "no_notes_found"),
        ("a.csv", b"\xef\xbb\xbf;;\r\n;;\r\n", "no_notes_found"),
        ("a.csv", b"," * 200 + b"x", "bad_file"),
        ("a.csv", b'"' + b"x" * 200_000, "bad_file"),
        ("a.csv", b"x" * (2**20 + 1), "file_too_large"),
        ("a.txt", b" \n ", "no_notes_found"),
    ],
)
def test_what_is_no_table_is_refused_by_name(name, data, code):
    assert refusal(name, data) == code


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    try:
        found = read_file("a.csv", data)
    except Refused:
        return
    assert isinstance(found, Table) or found.notes

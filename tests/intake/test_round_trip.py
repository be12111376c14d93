"""What was taken out of one workshop comes into another with the same words, kinds and clusters."""

import pytest
from babel.support import NullTranslations

from tests.export.rooms import closed, grouped, place
from workshop.core.clusters import Cluster
from workshop.core.notes import Note
from workshop.export import make
from workshop.intake import Found, Table, Target, columns_of, read_file, rows_as_notes, sift
from workshop.methods import TYPES
from workshop.words import LANGUAGES, catalogue, translator


def target(**fields):
    says = [translator(language) for language in LANGUAGES]
    given = {
        "note_limit": 280,
        "notes": 1000,
        "clusters": 200,
        "types": tuple(TYPES),
        "words": {say(words).casefold(): name for name, words in TYPES.items() for say in says},
        "columns": {},
        "groups": True,
        "titles": frozenset(),
        "there": frozenset(),
    }
    return Target(**given | fields)


def lying(sifted):
    titles = sifted.clusters
    return sorted(
        (note.text, note.type, "" if note.cluster is None else titles[note.cluster])
        for note in sifted.notes
    )


def in_place(there):
    titles = {pile.id: pile.title for pile in there.all(Cluster)} | {"": ""}
    shown = [note for note in there.all(Note) if note.readers == "all"]
    return sorted((note.text, note.type, titles[note.cluster]) for note in shown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", [grouped, closed])
def test_notes_csv_comes_in_as_it_went_out_in_every_language(room, language):
    told = catalogue(language) if language != "en" else NullTranslations()

    table = read_file("notes.csv", make("notes.csv", place(room()), told))

    assert isinstance(table, Table)
    found = rows_as_notes(table, columns_of(table))
    assert lying(sift(found, target())) == in_place(place(room()))


@pytest.mark.parametrize("room", [grouped, closed])
def test_workshop_json_comes_in_as_it_went_out(room):
    found = read_file("workshop.json", make("workshop.json", place(room())))

    assert isinstance(found, Found)
    assert lying(sift(found, target())) == in_place(place(room()))
    assert found.parts == ("hello", "write")


def test_of_a_saved_workshop_one_step_can_be_taken():
    found = read_file("workshop.json", make("workshop.json", place(grouped())))

    only = sift(found, target(parts={0}))

    assert [note.text for note in only.notes] == ["Calm"]
    assert only.clusters == ()

"""Which of it can come in, what becomes of it there, and what is left out and why."""

from tests.intake.test_round_trip import target
from workshop.core.bringing import BroughtNote
from workshop.intake import Found, FoundNote, LeftOut, known_by, sift

LONG = "x" * 281


def found(*notes, clusters=()):
    return Found(notes=tuple(FoundNote(text=it) for it in notes), clusters=clusters)


def texts(sifted):
    return [note.text for note in sifted.notes]


def test_text_is_tidied_as_any_note_is_and_what_is_empty_is_nothing():
    sifted = sift(found(" One \u202e list\t", "", " \u200b "), target())

    assert (texts(sifted), sifted.left_out) == (["One list"], ())


def test_what_is_too_long_stays_out_and_says_how_long_it_is():
    sifted = sift(found("Short", LONG, "👩‍👩‍👧" * 280), target())

    assert texts(sifted) == ["Short"]
    assert sifted.left_out[0] == LeftOut(LONG, "too_long", 281)


def test_by_signs_as_people_count_them():
    assert texts(sift(found("🇳🇴" * 280), target())) == ["🇳🇴" * 280]


def test_what_is_there_already_is_kept_unless_told():
    there = frozenset({known_by("one LIST")})
    thrice = found("One list", "A number", "a  number")

    kept = sift(thrice, target(there=there))
    once = sift(thrice, target(there=there, once=True))

    assert (texts(kept), kept.twice) == (["One list", "A number", "a number"], 2)
    assert (texts(once), once.twice) == (["A number"], 2)
    assert once.left_out == (LeftOut("One list", "twice"), LeftOut("a number", "twice"))


def test_what_has_no_room_stays_out():
    sifted = sift(found("a", "b", "c"), target(notes=2))

    assert (texts(sifted), sifted.left_out) == (["a", "b"], (LeftOut("c", "full"),))


def test_a_kind_is_known_by_its_word_in_any_language_and_else_the_first():
    words = ("Need", "problem", "Behov", "Nothing", "")
    notes = tuple(FoundNote(text=it or "none", type=it) for it in words)

    sifted = sift(Found(notes=notes), target(types=("idea", "need", "problem")))

    assert [note.type for note in sifted.notes] == ["need", "problem", "need", "idea", "idea"]


def in_clusters(*places):
    return tuple(FoundNote(text=f"n{n}", cluster=place) for n, place in enumerate(places))


def test_clusters_with_notes_come_and_two_of_one_title_are_one():
    told = Found(notes=in_clusters(0, 2, 3, None), clusters=("A", "Empty", "A ", ""))

    sifted = sift(told, target())

    assert sifted.clusters == ("A", "")
    assert [note.cluster for note in sifted.notes] == [0, 0, 1, None]


def test_where_no_cluster_has_room_notes_stand_alone_but_those_that_are_there_take_theirs():
    told = Found(notes=in_clusters(0, 1, 2), clusters=("A", "B", "C"))

    sifted = sift(told, target(clusters=1, titles={"C"}))

    assert (sifted.clusters, sifted.alone) == (("A", "C"), ("B",))
    assert [note.cluster for note in sifted.notes] == [0, None, 1]


def test_where_nothing_is_grouped_a_title_that_names_a_column_is_that_column():
    told = Found(notes=in_clusters(0, 1), clusters=("KEEP", "Other"))

    sifted = sift(told, target(groups=False, columns={"keep": "k"}))

    assert sifted.notes == (
        BroughtNote(text="n0", type="idea", column="k"),
        BroughtNote(text="n1", type="idea"),
    )
    assert sifted.alone == ("Other",)


def test_a_title_that_is_too_long_is_cut_where_it_can_be_read_on():
    told = Found(notes=in_clusters(0), clusters=("t" * 130,))

    assert sift(told, target()).clusters == ("t" * 119 + "…",)


def test_a_place_that_is_no_cluster_is_none():
    assert sift(Found(notes=in_clusters(7)), target()).clusters == ("",)

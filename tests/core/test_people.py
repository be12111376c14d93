"""People: seats, who is shown out, and the door that closes."""

import pytest

from tests.core.story import Story, id_of
from workshop.core.counts import counts
from workshop.core.door import RotateCode
from workshop.core.history import Deed
from workshop.core.limits import LIMITS
from workshop.core.messages import By, Refused
from workshop.core.notes import Note
from workshop.core.people import Participant
from workshop.core.view import Viewer, view
from workshop.core.votes import Paper, Round
from workshop.core.workshop import the_workshop

BERIT = id_of("berit")


@pytest.fixture
def story():
    return Story().joins("ada", "bo").joins("finn", "eva", role="facilitator")


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def person(story, name):
    return story.place.get(Participant, id_of(name))


def on_ballot(story):
    """A vote whose sources hold a note that all have seen."""
    story.says("finn", "StartStep", step=id_of("write"))
    given = {"id": id_of("n"), "step": id_of("write"), "type": "idea", "text": "A bed nearby"}
    story.says("ada", "AddNote", **given)
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("vote"))


def test_a_seat_takes_part_without_a_phone(story):
    story.says("finn", "AddSeat", id=BERIT, name=" Berit ")

    assert person(story, "berit") == Participant(
        id=BERIT, name="Berit", role="participant", seat=True
    )
    assert counts(story.place)["joined"] == 3


def test_what_is_written_for_a_seat_says_so(story):
    story.says("finn", "AddSeat", id=BERIT, name="Berit")
    story.says("finn", "StartStep", step=id_of("hello"))
    for who in ("berit", "ada"):
        given = {"step": id_of("hello"), "type": "hello", "text": "Hei"}
        story.says(who, "AddNote", id=id_of(f"n{who}"), **given)

    said = {note.id: (note.name, note.seat) for note in story.place.all(Note)}
    assert said == {id_of("nberit"): ("Berit", True), id_of("nada"): ("Ada", False)}


def test_where_notes_are_anonymous_a_seat_is_not_told(story):
    story.says("finn", "AddSeat", id=BERIT, name="Berit")
    story.says("finn", "StartStep", step=id_of("write"))
    given = {"id": id_of("n"), "step": id_of("write"), "type": "idea", "text": "A bed nearby"}
    story.says("berit", "AddNote", **given)

    (note,) = story.place.all(Note)
    assert (note.name, note.seat, note.owner == BERIT) == ("", False, False)


def test_a_vote_says_how_many_vote_by_another_hand(story):
    story.says("finn", "AddSeat", id=BERIT, name="Berit")
    on_ballot(story)
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"))
    story.says("finn", "AddSeat", id=id_of("liv"), name="Liv")
    opened = story.place.get(Round, id_of("round"))
    story.says("finn", "AdmitVoter", round=id_of("round"), participant=id_of("liv"))

    admitted = story.place.get(Round, id_of("round"))
    assert (opened.electorate, opened.seats) == (3, 1)
    assert (admitted.electorate, admitted.seats) == (4, 2)


def test_a_seat_has_a_name_and_a_new_id(story):
    assert refusal(story, "finn", "AddSeat", id=BERIT, name=" ") == ("empty", "name")
    assert refusal(story, "finn", "AddSeat", id=BERIT, name="x" * 41) == ("too_long", "name")
    assert refusal(story, "finn", "AddSeat", id=id_of("ada"), name="Ada") == ("id_taken", "id")
    assert refusal(story, "ada", "AddSeat", id=BERIT, name="Berit") == ("forbidden", "")


def test_a_full_workshop_has_no_seat_left(story):
    for number in range(LIMITS.participants - 4):
        filler = Participant(id=f"{number:016}", name="", role="participant")
        story.place.put(filler)
    assert refusal(story, "finn", "AddSeat", id=BERIT, name="Berit") == ("workshop_full", "")


def test_who_was_shown_out_takes_no_room_and_whoever_holds_the_key_gets_in(story):
    for number in range(LIMITS.participants - 4):
        story.place.put(Participant(id=f"{number:016}", name="", role="participant"))
    with pytest.raises(Refused) as refused:
        story.joins("cleo")
    assert refused.value.code == "workshop_full"

    story.joins("siv", role="facilitator")
    for shown_out in (id_of("ada"), f"{1:016}"):
        story.says("finn", "RemoveParticipant", participant=shown_out)
    story.joins("cleo")

    people = {person.id for person in story.place.all(Participant)}
    assert people >= {id_of("siv"), id_of("cleo")}


def test_who_is_removed_does_nothing_more_and_what_they_made_stays(story):
    story.says("finn", "StartStep", step=id_of("hello"))
    given = {"step": id_of("hello"), "type": "hello", "text": "Hei"}
    story.says("ada", "AddNote", id=id_of("n"), **given)

    story.says("finn", "RemoveParticipant", participant=id_of("ada"))

    assert refusal(story, "ada", "AddNote", id=id_of("m"), **given) == ("removed", "")
    assert refusal(story, "ada", "StartStep", step=id_of("vote")) == ("removed", "")
    assert [note.name for note in story.place.all(Note)] == ["Ada"]
    assert counts(story.place)["joined"] == 1


def test_who_is_readmitted_takes_part_again(story):
    story.says("finn", "RemoveParticipant", participant=id_of("ada"))
    story.says("eva", "ReadmitParticipant", participant=id_of("ada"))
    assert story.says("eva", "ReadmitParticipant", participant=id_of("ada")) == []

    story.says("ada", "ChangeName", name="Ada L.")

    assert (person(story, "ada").name, person(story, "ada").removed) == ("Ada L.", False)


def test_a_facilitator_can_be_removed_by_another_and_never_by_themselves(story):
    remove = {"participant": id_of("finn")}
    assert refusal(story, "finn", "RemoveParticipant", **remove) == (
        "not_yourself",
        "participant",
    )
    story.says("eva", "RemoveParticipant", **remove)
    assert story.says("eva", "RemoveParticipant", **remove) == []
    assert refusal(story, "finn", "StartStep", step=id_of("hello")) == ("removed", "")


def test_only_a_facilitator_removes_and_only_who_is_there(story):
    for kind in ("RemoveParticipant", "ReadmitParticipant"):
        given = {"participant": id_of("bo")}
        assert refusal(story, "ada", kind, **given) == ("forbidden", "")
        unknown = {"participant": id_of("nobody")}
        assert refusal(story, "finn", kind, **unknown) == ("no_such_participant", "participant")


def test_in_an_open_vote_the_removed_stay_counted_and_in_the_next_they_do_not(story):
    on_ballot(story)
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"))
    story.says("finn", "RemoveParticipant", participant=id_of("ada"))
    cast = {"round": id_of("round"), "item": id_of("n"), "dots": 1}

    assert story.place.get(Round, id_of("round")).electorate == 2
    assert story.place.count(Paper) == 2
    assert refusal(story, "ada", "CastVote", **cast) == ("removed", "")
    story.says("finn", "CloseVote", round=id_of("round"))
    story.says("finn", "OpenVote", id=id_of("next"), step=id_of("vote"))
    assert story.place.get(Round, id_of("next")).electorate == 1
    admit = {"round": id_of("next"), "participant": id_of("ada")}
    assert refusal(story, "finn", "AdmitVoter", **admit) == (
        "no_such_participant",
        "participant",
    )


def test_the_board_forgets_the_name_of_who_was_removed(story):
    story.says("finn", "ChangeWorkshop", names_shown=True)
    board = Viewer(role="board")
    before = view(person(story, "ada"), board)
    story.says("finn", "RemoveParticipant", participant=id_of("ada"))
    assert (before["name"], view(person(story, "ada"), board)) == ("Ada", None)


def test_a_closed_door_lets_only_facilitators_in(story):
    story.says("finn", "CloseDoor", closed=True)
    assert story.says("finn", "CloseDoor", closed=True) == []
    with pytest.raises(Refused) as refused:
        story.joins("cy")
    assert (refused.value.code, refused.value.field) == ("code_not_open", "code")
    story.joins("ada").joins("gro", role="facilitator")
    story.says("finn", "CloseDoor", closed=False)
    story.joins("cy")
    assert person(story, "cy") is not None
    assert refusal(story, "ada", "CloseDoor", closed=True) == ("forbidden", "")


def test_boards_are_shut_out_each_time_that_it_is_asked(story):
    for _ in range(2):
        story.says("finn", "CloseDoor", closed=False, boards=True)
    assert (the_workshop(story.place).boards, the_workshop(story.place).door_closed) == (2, False)


def test_a_rotated_code_is_the_workshops(story):
    by = By(actor=id_of("finn"), role="facilitator", at="2026-11-21T09:00:00.000Z")
    story.enter(RotateCode(op="op-rotate", code="AAAAAA"), by)
    assert the_workshop(story.place).code == "AAAAAA"


def test_a_facilitator_names_a_seat_and_nobody_who_has_a_phone():
    story = Story().joins("ada").joins("finn", role="facilitator")
    story.says("finn", "AddSeat", id=id_of("berit"), name="Brit")
    story.says("finn", "NameSeat", participant=id_of("berit"), name=" Berit ")

    assert story.place.get(Participant, id_of("berit")).name == "Berit"
    (named,) = [deed for deed in story.place.all(Deed) if deed.did == "NameSeat"]
    assert (named.who, named.role) == ("Finn", "facilitator")
    story.says("finn", "Undo", deed=named.id)
    assert story.place.get(Participant, id_of("berit")).name == "Brit"
    for person, fields, code in [
        ("finn", {"participant": id_of("ada"), "name": "Ada L."}, "not_a_seat"),
        ("finn", {"participant": id_of("berit"), "name": " "}, "empty"),
        ("finn", {"participant": id_of("nobody"), "name": "Berit"}, "no_such_participant"),
        ("ada", {"participant": id_of("berit"), "name": "Berit"}, "forbidden"),
    ]:
        with pytest.raises(Refused) as refused:
            story.says(person, "NameSeat", **fields)
        assert refused.value.code == code

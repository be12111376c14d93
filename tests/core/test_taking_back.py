"""What passes by, who leads, what is held and who has a seat: each leaves a deed, and can be taken back."""

import pytest

from tests.core.story import Story, id_of, records, replayed
from workshop.core.history import Deed
from workshop.core.messages import Refused
from workshop.core.moderation import Moderation
from workshop.core.notes import Note
from workshop.core.people import Participant
from workshop.core.signals import Hand
from workshop.core.spotlight import Lit
from workshop.core.view import Viewer, view
from workshop.core.votes import Paper, Round
from workshop.core.workshop import the_workshop


@pytest.fixture
def story():
    """Two notes that the room has seen."""
    told = Story().joins("ada", "bo").joins("finn", "eva", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for word in ("first", "second"):
        given = {"step": id_of("write"), "type": "idea", "text": word}
        told.says("ada", "AddNote", id=id_of(word), **given)
    told.says("finn", "RevealNotes", step=id_of("write"))
    return told


def deeds(story):
    return sorted(story.place.all(Deed), key=lambda deed: deed.id)


def last(story):
    return deeds(story)[-1].id


def undo(story, deed="", person="finn"):
    story.says(person, "Undo", deed=deed or last(story))


def refusal(story, deed="", person="finn"):
    with pytest.raises(Refused) as refused:
        undo(story, deed, person)
    return refused.value.code


def lit(story):
    found = story.place.get(Lit, story.place.log)
    return found.item if found else None


def shine(story, word):
    story.says("finn", "Spotlight", of="note", item=id_of(word))


@pytest.mark.rule("U2")
def test_the_light_goes_back_to_where_it_stood(story):
    shine(story, "first")
    shine(story, "second")
    undo(story)
    back = lit(story)
    undo(story)
    again = lit(story)
    story.says("eva", "EndSpotlight")
    undo(story)

    assert (back, again, lit(story)) == (id_of("first"), id_of("second"), id_of("second"))


@pytest.mark.rule("U3")
def test_a_light_that_was_moved_since_is_left_alone(story):
    shine(story, "first")
    lit_first = last(story)
    shine(story, "second")
    assert refusal(story, lit_first) == "changed_since"


@pytest.mark.rule("U3")
def test_the_light_does_not_go_back_to_a_note_that_is_held(story):
    shine(story, "first")
    story.says("finn", "EndSpotlight")
    put_out = last(story)
    story.says("finn", "HideNote", note=id_of("first"), reason="A name")
    assert refusal(story, put_out) == "changed_since"


@pytest.mark.rule("U3")
def test_a_light_since_does_not_keep_a_step_from_being_undone(story):
    story.says("finn", "StartStep", step=id_of("group"))
    started = last(story)
    shine(story, "first")
    undo(story, started)
    assert the_workshop(story.place).step == id_of("write")


@pytest.mark.rule("U2")
def test_a_board_darkened_by_mistake_is_light_again(story):
    story.says("finn", "BlankBoard", blank=True)
    undo(story, person="eva")
    assert the_workshop(story.place).board_blank is False


@pytest.mark.rule("U2")
def test_the_lead_goes_back_to_who_had_it(story):
    story.says("finn", "TakeLead")
    story.says("eva", "TakeLead")
    story.says("eva", "HandOver", participant=id_of("finn"))
    story.says("finn", "ShareLead")

    told = [(deed.who, deed.did, deed.about) for deed in deeds(story)[-4:]]
    leads = []
    for deed in reversed(deeds(story)[-4:]):
        undo(story, deed.id)
        leads.append(the_workshop(story.place).lead)

    assert told == [
        ("Finn", "TakeLead", ""),
        ("Eva", "TakeLead", ""),
        ("Eva", "HandOver", ""),
        ("Finn", "ShareLead", ""),
    ]
    assert leads == [id_of("finn"), id_of("eva"), id_of("finn"), ""]


@pytest.mark.rule("U3")
def test_the_lead_does_not_go_back_to_somebody_who_was_shown_out(story):
    story.says("eva", "TakeLead")
    story.says("finn", "TakeLead")
    taken = last(story)
    story.says("finn", "RemoveParticipant", participant=id_of("eva"))
    assert refusal(story, taken) == "changed_since"


@pytest.mark.rule("U2")
def test_a_hand_taken_down_by_mistake_keeps_its_place_in_the_line(story):
    story.says("ada", "RaiseHand", raised=True)
    story.says("bo", "RaiseHand", raised=True)
    before = list(story.place.all(Hand))

    story.says("finn", "LowerHand", participant=id_of("ada"))
    undo(story)

    assert sorted(story.place.all(Hand), key=lambda hand: hand.at) == before


@pytest.mark.rule("U3")
def test_a_hand_that_went_up_again_is_left_in_its_new_place(story):
    story.says("ada", "RaiseHand", raised=True)
    story.says("finn", "LowerHand", participant=id_of("ada"))
    lowered = last(story)
    story.says("ada", "RaiseHand", raised=True)
    assert refusal(story, lowered) == "changed_since"


@pytest.mark.rule("U1")
def test_ones_own_hand_leaves_no_deed(story):
    before = deeds(story)
    story.says("ada", "RaiseHand", raised=True)
    story.says("ada", "RaiseHand", raised=False)
    assert deeds(story) == before


def acts(story):
    return [(act.act, act.reason, act.who) for act in story.place.all(Moderation)]


def held(story, word="first"):
    note = story.place.get(Note, id_of(word))
    return note.held, note.reason, note.readers


@pytest.mark.rule("U2", "M3")
def test_a_held_note_that_is_taken_back_is_shown_again_and_both_are_on_record(story):
    story.says("finn", "HideNote", note=id_of("first"), reason="A name")
    undo(story, person="eva")

    assert held(story) == ("", "", "all")
    assert acts(story) == [("hide", "A name", "Finn"), ("show", "", "Eva")]
    told = [(deed.did, deed.who, deed.about, deed.undone) for deed in deeds(story)[-2:]]
    assert told[0] == ("HideNote", "Finn", id_of("first"), True)
    assert told[1][:2] == ("Undo", "Eva")


@pytest.mark.rule("U2", "M3")
def test_a_note_goes_back_to_how_it_was_held_before(story):
    story.says("finn", "ReturnNote", note=id_of("first"), reason="Say more")
    story.says("finn", "ShowNote", note=id_of("first"))
    undo(story)
    after = held(story)
    undo(story)

    assert (after, held(story)) == (("returned", "Say more", "held"), ("", "", "all"))
    assert [act for act, _, _ in acts(story)] == ["return", "show", "return", "show"]


@pytest.mark.rule("U3")
def test_what_its_writer_changed_since_is_looked_at_and_not_taken_back(story):
    story.says("finn", "ReturnNote", note=id_of("first"), reason="Say more")
    returned = last(story)
    story.says("ada", "ChangeNote", note=id_of("first"), text="A second thought")
    assert refusal(story, returned) == "changed_since"


@pytest.mark.rule("U4")
def test_the_deed_of_a_held_note_tells_nobody_who_wrote_it(story):
    names = {note.owner for note in story.place.all(Note)}
    story.says("finn", "HideNote", note=id_of("first"), reason="A name")
    story.says("finn", "Undo", deed=last(story))
    story.says("finn", "HideNote", note=id_of("second"), reason="A name")
    story.says("finn", "SealStep", step=id_of("write"))
    story.end_keys()

    for deed in deeds(story):
        assert not [name for name in names if name in repr(deed)]
        assert view(deed, Viewer(role="participant", names=frozenset([id_of("ada")]))) is None
        assert view(deed, Viewer(role="board")) is None
    assert records(replayed(story.entries)) == records(story.place)


def seats(story):
    return [person.id for person in story.place.all(Participant) if person.seat]


def add_seat(story):
    story.says("finn", "AddSeat", id=id_of("berit"), name="Berit")
    return last(story)


@pytest.mark.rule("U2")
def test_a_seat_that_has_done_nothing_can_be_taken_back(story):
    added = add_seat(story)
    story.says("finn", "StartStep", step=id_of("group"))

    undo(story, added)
    gone = seats(story)
    undo(story)

    assert (gone, seats(story)) == ([], [id_of("berit")])


SECRET = {"id": id_of("third"), "step": id_of("write"), "type": "idea", "text": "Berit's"}


@pytest.mark.rule("U3")
@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("AddNote", SECRET),
        ("ParkNote", {"id": id_of("later"), "text": "Not now"}),
        ("AddCluster", {"id": id_of("pile"), "step": id_of("group")}),
        ("RaiseHand", {"raised": True}),
    ],
)
def test_a_seat_that_has_done_something_stays(story, kind, fields):
    if kind == "AddCluster":
        story.says("finn", "StartStep", step=id_of("group"))
    added = add_seat(story)
    story.says("berit", kind, **fields)
    assert refusal(story, added) == "changed_since"


@pytest.mark.rule("U4")
@pytest.mark.parametrize("writer", ["berit", "ada"])
def test_whether_a_seat_goes_does_not_tell_who_wrote_in_secret(story, writer):
    added = add_seat(story)
    story.says(writer, "AddNote", **SECRET)
    assert refusal(story, added) == "changed_since"


@pytest.mark.rule("U3")
def test_a_seat_that_may_vote_stays(story):
    added = add_seat(story)
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"))
    assert refusal(story, added) == "changed_since"


@pytest.fixture
def voting(story):
    """A vote is open, and Cy came after it opened."""
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"), budget=3)
    story.says("ada", "CastVote", round=id_of("round"), item=id_of("first"), dots=1)
    return story.joins("cy")


def electorate(story):
    found = story.place.get(Round, id_of("round"))
    return found.electorate, found.late, story.place.count(Paper)


def admit(story):
    story.says("finn", "AdmitVoter", round=id_of("round"), participant=id_of("cy"))
    return last(story)


@pytest.mark.rule("U2")
def test_a_voter_let_in_by_mistake_has_the_paper_taken_back(voting):
    before = electorate(voting)
    admit(voting)
    undo(voting)

    assert electorate(voting) == before == (2, 0, 2)
    with pytest.raises(Refused) as refused:
        voting.says("cy", "CastVote", round=id_of("round"), item=id_of("first"), dots=1)
    assert refused.value.code == "not_in_electorate"


@pytest.mark.rule("U3", "U4")
@pytest.mark.parametrize("voter", ["cy", "ada"])
def test_once_anybody_has_voted_since_nobody_can_say_whose_ballot_it_was(voting, voter):
    admitted = admit(voting)
    voting.says(voter, "CastVote", round=id_of("round"), item=id_of("second"), dots=1)
    assert refusal(voting, admitted) == "changed_since"

"""A saved workshop begins again in a log of its own: what comes along, what does not, and what is refused."""

import pytest
from msgspec.structs import replace

from tests.core.story import LOG, NINE, Story, id_of
from tests.core.wander import told_again, told_further
from tests.export import rooms
from workshop.core import secrecy
from workshop.core.agenda import Step
from workshop.core.importing import Imported, ImportWorkshop, WorkshopImported
from workshop.core.lot import Parked
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.outcomes import Action
from workshop.core.people import Participant
from workshop.core.polls import Poll
from workshop.core.view import Viewer, view
from workshop.core.workshop import the_workshop
from workshop.export import report, restored


def importing(story: Story, **changes: object) -> ImportWorkshop:
    """As the server makes it; the id is the one of every log here."""
    command = restored(
        report(rooms.place(story)), op="op-import", id=LOG, code="NEW222", retention_days=30
    )
    return replace(command, **changes)


def refusal(first: ImportWorkshop) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        Story(first=first)
    return refused.value.code, refused.value.field


def test_what_the_room_saw_is_there_and_none_of_its_people():
    place = Story(first=importing(rooms.closed())).place

    assert list(place.all(Participant)) == []
    assert {note.owner for note in place.all(Note)} == {""}
    assert place.get(Note, id_of("ring")).text == "Someone calls the day after"
    assert (the_workshop(place).code, the_workshop(place).state) == ("NEW222", "closed")
    (mark,) = place.all(Imported)
    assert (mark.workshop, mark.code, mark.at) == (LOG, "VEVK47", NINE)
    assert (mark.participants, mark.seats) == (5, 0)


def test_how_much_was_hidden_there_is_told_to_facilitators_alone():
    place = Story(first=importing(rooms.moderated())).place
    mark = replace(*place.all(Imported), parked_held_back=1)
    told = {role: view(mark, Viewer(role=role)) for role in ("facilitator", "participant", "board")}

    assert (told["facilitator"]["held_back"], told["facilitator"]["parked_held_back"]) == (2, 1)
    assert {told[role]["held_back"] for role in ("participant", "board")} == {0}
    assert {told[role]["parked_held_back"] for role in ("participant", "board")} == {0}
    assert {it["workshop"] for it in told.values()} == {LOG}


def test_the_room_comes_back_to_its_step_and_time_runs_on_there():
    story = rooms.revealed()
    story.told += 60
    story.says("finn", "ParkNote", id=id_of("later"), text="Weekends?")
    place = Story(first=importing(story)).place

    now = place.get(Step, the_workshop(place).step)
    assert (now.id, now.state, now.came) == (id_of("write"), "open", NINE)
    assert now.stayed == 51  # to the last thing that was no secret


def test_who_comes_writes_under_keys_of_this_place():
    story = told_again()
    made = {
        scope for entry in story.entries for scope in secrecy.scopes_made(story.place, entry.events)
    }

    story.says("finn", "StartStep", step=id_of("write"), before=id_of("group"))
    story.says("ada", "AddNote", id=id_of("new"), step=id_of("write"), type="idea", text="Anew")

    assert {LOG, id_of("write")} <= made
    assert story.place.get(Note, id_of("new")).owner in story.names(id_of("ada")) - {id_of("ada")}


def test_a_question_that_was_open_stands_open_and_is_secret_again():
    story = Story(first=importing(rooms.asked())).joins("ada")
    (event,) = story.entries[0].events

    assert id_of("ready") in secrecy.scopes_made(story.place, [event])
    story.says("ada", "AnswerPoll", poll=id_of("ready"), answer="yes")
    assert story.entries[-1].by not in ("", id_of("ada"))
    assert (story.place.get(Poll, id_of("ready")).state) == "open"


def test_a_closed_one_has_no_keys_and_takes_nothing_more():
    story = Story(first=importing(rooms.closed())).joins("finn", role="facilitator")

    assert story.keys == {}
    with pytest.raises(Refused) as refused:
        story.says("finn", "StartStep", step=id_of("write"))
    assert refused.value.code == "workshop_closed"


def test_what_someone_took_on_there_is_nobodys_here_but_stays_accepted():
    story = rooms.promised()
    again = Story(first=importing(story)).joins("bo", "ada")

    action = again.place.get(Action, id_of("phone"))
    assert (action.who, action.participant, action.step) == ("Bo", LOG, id_of("promise"))
    with pytest.raises(Refused) as refused:
        again.says("bo", "TakeAction", action=action.id, taken=False)
    assert refused.value.code == "already_taken"


def test_nothing_is_made_twice_and_no_id_is_one_that_could_not_be_given_here():
    command = importing(rooms.closed())
    thought = Parked(id=id_of("ring"), text="The id of a note")

    assert refusal(replace(command, records=(*command.records, thought))) == (
        "same_id_twice",
        "file",
    )
    for odd in ("", "../../etc/passwd", "A" * 16, "x" * 41, LOG):
        forged = (*command.records, replace(thought, id=odd))
        assert refusal(replace(command, records=forged))[1] == "file"


def test_no_more_comes_along_than_a_workshop_holds():
    command = importing(rooms.closed())
    many = tuple(Parked(id=f"{number:016}", text="Later") for number in range(501))

    assert refusal(replace(command, records=many)) == ("too_much_saved", "file")


def test_a_place_begins_once():
    story = told_further()

    with pytest.raises(Refused) as refused:
        story.enter(importing(rooms.closed()), story.by("", "facilitator", ""))
    assert refused.value.code == "id_taken"


def test_it_cannot_be_undone_and_is_never_blanked():
    story = told_again()
    first = story.entries[0]

    story.says("finn", "CloseWorkshop")
    story.end_keys()

    assert story.entries[0] == first
    assert isinstance(first.events[0], WorkshopImported)

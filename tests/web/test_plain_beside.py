"""Beside the room's step, without scripts: other steps that take notes, a question, held notes, old cycles."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.web.conftest import Room, csrf_of, new_id, words_of
from tests.web.test_plain import Person


class Finn:
    """A facilitator whose browser runs no scripts."""

    def __init__(self, room):
        self.room, self.client = room, room.facilitator
        self.plain = f"/w/{room.id}/plain?as=facilitator"

    def read(self):
        return self.client.get(self.plain)

    def press(self, kind, **fields):
        form = {"csrf": csrf_of(self.read().text), "op": new_id(), "as": "facilitator"}
        answer = self.client.post(
            f"/w/{self.room.id}/commands", data=form | {"kind": kind} | fields
        )
        assert answer.status_code == 303
        return self.client.get(answer.location)


@pytest.fixture
def finn(room):
    return Finn(room)


@pytest.fixture
def ada(room):
    return Person(room, name="Ada")


@pytest.fixture
def bo(room):
    return Person(room, name="Bo")


def of_layout(room, layout):
    return next(step.id for step in room.steps() if step.layout == layout and step.types)


def in_an_hour():
    return (datetime.now(UTC) + timedelta(hours=1)).isoformat()


def test_a_step_that_glides_still_takes_notes(room, finn, ada):
    wall = room.start("wall")
    clusters = next(step.id for step in room.steps() if step.layout == "clusters")
    finn.press("StartStep", step=clusters, before=wall, keep_open="true")

    assert "You can still write in “Silent notes”" in words_of(ada.read())
    page = ada.write(wall, "In the nick of time")
    assert ">In the nick of time</p>" in page.text
    assert 'role="alert"' not in page.text

    assert "Finish “Silent notes”: it takes no more notes" in words_of(finn.read())
    finn.press("FinishStep", step=wall)
    assert "You can still write" not in words_of(ada.read())


def test_notes_are_collected_before_the_meeting_until_a_deadline(room, ada, bo):
    wall = of_layout(room, "wall")
    room.done(room.facilitator, "CollectNotes", step=wall, until=in_an_hour())

    page = words_of(ada.read())
    assert "You can write in “Silent notes” until" in page
    assert "Only you see this until we reveal." in page
    assert "Something early" in words_of(ada.write(wall, "Something early"))
    assert "Something early" not in words_of(bo.read())


def test_a_late_note_for_the_early_step_comes_back_with_what_was_typed(room, ada):
    wall = of_layout(room, "wall")
    room.done(room.facilitator, "CollectNotes", step=wall, until=in_an_hour())
    place = room.house.conductor.place(room.id)
    step = next(step for step in room.steps() if step.id == wall)
    place.put(type(step)(**{**fields_of(step), "until": "2026-01-01T00:00:00.000Z"}))

    page = ada.write(wall, "Too late for it")

    assert 'role="alert"' in page.text
    assert 'name="text" value="Too late for it"' in page.text


def fields_of(record):
    return {name: getattr(record, name) for name in record.__struct_fields__}


@pytest.mark.parametrize(
    ("form", "answer", "told"),
    [("yes_no", "yes", "Yes"), ("scale", "4", "4"), ("words", "calm", "calm")],
)
def test_a_question_is_asked_answered_and_closed(room, finn, ada, bo, form, answer, told):
    poll = new_id()
    finn.press("AskRoom", id=poll, question="How is it?", form=form)

    assert "How is it?" in words_of(ada.read())
    page = ada.send("AnswerPoll", poll=poll, answer=answer)
    assert f"You answered “{told}”." in words_of(page)
    assert "You answered" not in words_of(bo.read())

    assert "The room is asked: How is it?" in words_of(finn.read())
    for _ in range(3):
        Person(room).send("AnswerPoll", poll=poll, answer=answer)
    finn.press("ClosePoll", poll=poll)
    page = words_of(bo.read())
    assert "4 of 4 answered" in page
    assert f"{told} : 4" in page


def test_what_fewer_than_four_answered_is_not_shown(room, finn, ada):
    poll = new_id()
    finn.press("AskRoom", id=poll, question="How is it?", form="words")
    ada.send("AnswerPoll", poll=poll, answer="calm")
    finn.press("ClosePoll", poll=poll)

    page = words_of(ada.read())
    assert "Fewer than four answered, so what they said is not shown." in page
    assert "calm" not in page


def test_an_answer_is_taken_back(room, finn, ada):
    poll = new_id()
    finn.press("AskRoom", id=poll, question="Ready?", form="yes_no")
    ada.send("AnswerPoll", poll=poll, answer="no")

    assert "You answered" not in words_of(ada.send("AnswerPoll", poll=poll, answer=""))


def test_a_refused_question_comes_back_with_its_words(finn):
    page = finn.press("AskRoom", id=new_id(), question="x" * 300, form="scale")

    assert 'role="alert"' in page.text
    assert f'value="{"x" * 300}"' in page.text
    assert '<option value="scale" selected>' in page.text


def test_the_writer_of_a_held_note_is_told_why_and_nobody_else_anything(room, ada, bo):
    wall = room.start("wall")
    ada.write(wall, "It was the ward sister")
    room.done(room.facilitator, "RevealNotes", step=wall)
    (note,) = re.findall(r'name="note" value="(\w+)"', ada.read().text)[:1]

    room.done(room.facilitator, "ReturnNote", note=note, reason="Please without the name")
    page = words_of(ada.read())
    assert "A facilitator has given a note back to you." in page
    assert "Why: Please without the name" in page
    assert "ward sister" not in words_of(bo.read())

    changed = words_of(ada.send("ChangeNote", note=note, text="It was nobody's task"))
    assert "You have changed your note." in changed

    room.done(room.facilitator, "HideNote", note=note, reason="Still too close")
    assert "A facilitator has hidden a note of yours." in words_of(ada.read())
    room.done(room.facilitator, "ShowNote", note=note)
    assert "nobody" in words_of(bo.read())
    assert "hidden" not in words_of(ada.read())


def test_an_earlier_cycle_can_be_read_in_the_next(room, finn, ada, bo):
    wall = room.start("wall")
    ada.write(wall, "From the first time round")
    room.done(room.facilitator, "RevealNotes", step=wall)
    room.start("vote")
    again = {"id": new_id(), "question": "What did we miss?"}
    room.done(room.facilitator, "StartCycle", **again)
    second = next(step.id for step in room.steps() if step.cycle == 2)
    room.done(room.facilitator, "StartStep", step=second)

    page = words_of(bo.read())

    assert "What did we miss?" in page
    assert "Cycle 1" in page
    assert "From the first time round" in page


def test_the_room_says_how_far_it_is_and_hands_go_up(room, finn, ada):
    step = room.start("wall")

    assert 'aria-pressed="true"' in ada.send("SetPace", step=step, pace="done").text
    assert 'aria-pressed="true"' not in ada.send("SetPace", step=step, pace="").text
    assert "Lower your hand" in words_of(ada.send("RaiseHand", raised="true"))
    assert "Raise your hand" in words_of(ada.send("RaiseHand", raised="false"))


def test_who_presses_next_late_is_told_where_the_room_is(room, finn):
    first, second, third = [step.id for step in room.steps()][:3]
    finn.press("StartStep", step=first, before="")
    room.done(room.facilitator, "StartStep", step=second)

    page = finn.press("StartStep", step=third, before=first)

    assert 'role="alert"' in page.text
    assert room.house.conductor.place(room.id).get(type(room.steps()[0]), third).state == "planned"


def test_one_thing_is_locked_and_let_go(room, finn, ada):
    step = room.start("wall")

    page = finn.press("LockStep", step=step, locked="true", what="moving")
    assert "Unlock: moving" in words_of(page)
    assert "The facilitator has locked this step." not in words_of(ada.read())
    assert "Unlock" not in words_of(
        finn.press("LockStep", step=step, locked="false", what="moving")
    )


def test_the_door_is_closed_and_opened(room, finn):
    assert "Open the door" in words_of(finn.press("CloseDoor", closed="true"))
    knock = room.app.test_client().post(f"/api/workshops/{room.code}/join", json={})
    assert knock.json["error"]["code"] == "code_not_open"

    assert "Close the door" in words_of(finn.press("CloseDoor", closed="false"))


def test_what_the_room_says_is_never_markup(app):
    room = Room(app, recipe="mini-cycle")
    finn, ada = Finn(room), Person(room)
    poll = new_id()
    finn.press("AskRoom", id=poll, question="<script>alert(1)</script>", form="words")
    for person in (ada, *(Person(room) for _ in range(3))):
        person.send("AnswerPoll", poll=poll, answer="<img src=x>")
    finn.press("ClosePoll", poll=poll)

    page = ada.read().text

    assert "<script>" not in page
    assert "<img src=x>" not in page
    assert "&lt;img src=x&gt;" in page

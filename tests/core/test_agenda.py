"""The agenda and the timer: next, back and jump destroy nothing; time is a signal."""

import msgspec
import pytest

from tests.core.story import NINE, Story, id_of
from workshop.core.agenda import Step, StepFinished, in_order
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.timer import Timer
from workshop.core.times import later
from workshop.core.workshop import the_workshop


@pytest.fixture
def story():
    return Story().joins("ada").joins("finn", role="facilitator")


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code


def timer(story):
    return story.place.get(Timer, story.place.log)


def test_starting_a_step_opens_it_and_ends_the_one_before(story):
    story.says("finn", "StartStep", step=id_of("hello"))
    story.says("finn", "StartStep", step=id_of("write"))
    states = {step.id: step.state for step in in_order(story.place)}
    assert (states[id_of("hello")], states[id_of("write")]) == ("done", "open")
    assert (the_workshop(story.place).state, the_workshop(story.place).step) == (
        "running",
        id_of("write"),
    )


def test_going_back_destroys_nothing(story):
    story.says("finn", "StartStep", step=id_of("write"))
    given = {"id": id_of("n"), "step": id_of("write"), "type": "idea", "text": "Kept"}
    story.says("ada", "AddNote", **given)
    before = story.place.get(Note, id_of("n"))
    story.says("finn", "StartStep", step=id_of("hello"))
    story.says("finn", "StartStep", step=id_of("write"))
    assert story.place.get(Note, id_of("n")) == before
    story.says("ada", "ChangeNote", note=id_of("n"), text="Still mine")


def test_who_may_read_is_fixed_when_the_step_starts(story):
    story.says("finn", "ChangeStep", step=id_of("write"), readers="facilitator")
    story.says("finn", "StartStep", step=id_of("write"))
    given = {"step": id_of("write"), "readers": "author"}
    assert refusal(story, "finn", "ChangeStep", **given) == "step_started"
    story.says("finn", "ChangeStep", step=id_of("write"), prompt="New words are fine")


def test_steps_move_and_places_stay_whole(story):
    story.says("finn", "MoveStep", step=id_of("vote"), place=0)
    assert [step.id for step in in_order(story.place)][:2] == [id_of("vote"), id_of("hello")]
    assert [step.place for step in in_order(story.place)] == [0, 1, 2, 3, 4]
    story.says("finn", "MoveStep", step=id_of("vote"), place=200)
    assert in_order(story.place)[-1].id == id_of("vote")


def test_a_participant_does_not_lead(story):
    assert refusal(story, "ada", "StartStep", step=id_of("write")) == "forbidden"


def test_the_timer_waits_for_the_facilitator(story):
    story.says("finn", "StartStep", step=id_of("write"))
    assert (timer(story).state, timer(story).left) == ("stopped", 300)
    story.says("finn", "StartTimer")
    assert timer(story).ends_at == later(NINE, story.told + 300)


def test_pause_keeps_what_is_left_and_a_minute_more_is_one_tap(story):
    story.says("finn", "StartStep", step=id_of("write"))
    story.says("finn", "StartTimer", seconds=90)
    story.says("finn", "PauseTimer")
    assert (timer(story).state, timer(story).left) == ("paused", 89)
    story.says("finn", "ExtendTimer")
    assert timer(story).left == 149
    assert refusal(story, "finn", "PauseTimer") == "timer_not_running"


def test_the_end_of_time_loses_nothing(story):
    story.says("finn", "StartStep", step=id_of("write"))
    story.says("finn", "StartTimer", seconds=1)
    story.told += 600
    given = {"id": id_of("n"), "step": id_of("write"), "type": "idea", "text": "In time"}
    story.says("ada", "AddNote", **given)
    story.says("finn", "ExtendTimer")
    assert timer(story).ends_at == later(NINE, story.told + 60)


def test_nothing_happens_in_a_closed_workshop_but_sharing(story):
    story.says("finn", "CloseWorkshop", share=False)
    assert refusal(story, "finn", "StartStep", step=id_of("write")) == "workshop_closed"
    story.says("finn", "ShareResults", shared=True)
    assert the_workshop(story.place).results_shared is True


def state(story, word):
    return story.place.get(Step, id_of(word)).state


def write(story, word, step="write"):
    given = {"id": id_of(word), "step": id_of(step), "type": "idea", "text": "A thought"}
    return story.says("ada", "AddNote", **given)


def test_two_who_press_next_at_once_go_one_step(story):
    story.says("finn", "StartStep", step=id_of("hello"), before="")
    story.says("finn", "StartStep", step=id_of("write"), before=id_of("hello"))

    with pytest.raises(Refused) as refused:
        story.says("finn", "StartStep", step=id_of("write"), before=id_of("hello"))

    assert (refused.value.code, refused.value.values) == ("moved_on", {"title": "write"})
    assert the_workshop(story.place).step == id_of("write")


def test_who_thinks_the_room_is_elsewhere_is_told_where_it_is(story):
    with pytest.raises(Refused) as refused:
        story.says("finn", "StartStep", step=id_of("write"), before=id_of("hello"))

    assert refused.value.values == {"title": the_workshop(story.place).title}


def test_who_does_not_say_where_the_room_was_moves_it_all_the_same(story):
    story.says("finn", "StartStep", step=id_of("write"))

    assert the_workshop(story.place).step == id_of("write")


def test_a_step_that_is_kept_open_goes_on_taking_notes(story):
    story.says("finn", "StartStep", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("group"), keep_open=True)

    write(story, "late")

    assert (state(story, "write"), state(story, "group")) == ("open", "open")
    assert story.place.get(Note, id_of("late")).readers == "author"


def test_clusters_are_named_in_the_rooms_own_step_while_another_is_open(story):
    story.says("finn", "StartStep", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("group"), keep_open=True)
    story.says("ada", "AddCluster", id=id_of("pile"), step=id_of("group"))

    story.says("finn", "NameCluster", cluster=id_of("pile"), title="What we know")

    story.says("finn", "StartStep", step=id_of("hello"), keep_open=True)
    given = {"cluster": id_of("pile"), "title": "Too late"}
    assert refusal(story, "ada", "NameCluster", **given) == "step_closed"


def test_a_finished_step_takes_no_more(story):
    story.says("finn", "StartStep", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("group"), keep_open=True)

    assert story.says("finn", "FinishStep", step=id_of("write")) == [
        StepFinished(step=id_of("write"))
    ]
    assert state(story, "write") == "done"
    given = {"id": id_of("late"), "step": id_of("write"), "type": "idea", "text": "Late"}
    assert refusal(story, "ada", "AddNote", **given) == "step_closed"


def test_what_takes_nothing_needs_no_finishing(story):
    story.says("finn", "StartStep", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("group"))

    assert story.says("finn", "FinishStep", step=id_of("write")) == []
    assert story.says("finn", "FinishStep", step=id_of("vote")) == []


def test_the_rooms_own_step_is_left_not_finished(story):
    story.says("finn", "StartStep", step=id_of("write"))

    assert refusal(story, "finn", "FinishStep", step=id_of("write")) == "room_is_here"
    assert refusal(story, "finn", "FinishStep", step=id_of("nowhere")) == "no_such_step"
    assert refusal(story, "ada", "FinishStep", step=id_of("write")) == "forbidden"


def test_a_step_has_a_place_and_minutes(story):
    assert story.place.get(Step, id_of("write")).minutes == 5


def test_a_step_remembers_how_long_the_room_was_in_it_and_whether_it_glided(story):
    story.says("finn", "StartStep", step=id_of("hello"))
    story.told += 59
    story.says("finn", "StartStep", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("hello"), keep_open=True)
    story.told += 9
    story.says("finn", "StartStep", step=id_of("write"))

    hello, write, *rest = in_order(story.place)
    assert (hello.stayed, hello.glided, hello.state) == (70, False, "done")
    assert (write.stayed, write.glided, write.state) == (1, True, "open")
    assert write.came == story.entries[-1].at
    assert {(step.came, step.stayed) for step in rest} == {("", 0)}


def test_what_was_left_before_the_core_kept_the_time_took_none(story):
    hello = story.place.get(Step, id_of("hello"))
    story.place.put(msgspec.structs.replace(hello, state="open"))
    story.place.put(msgspec.structs.replace(the_workshop(story.place), step=hello.id))

    story.says("finn", "StartStep", step=id_of("write"))

    assert story.place.get(Step, id_of("hello")).stayed == 0

"""The parking lot without scripts: parked from any step, taken back, looked at together, and hidden."""

import pytest

from tests.web.conftest import new_id, words_of
from tests.web.test_continuing import there
from tests.web.test_plain import Person
from tests.web.test_plain_beside import Finn
from workshop.core.lot import Parked


@pytest.fixture
def ada(room):
    return Person(room, name="Ada")


@pytest.fixture
def finn(room):
    return Finn(room)


def parked(room):
    return [(it.text, it.becomes, it.word) for it in there(room, Parked)]


def lot(room):
    """The room looks at it together."""
    step = new_id()
    given = {"phase": "close", "title": "Parking lot", "minutes": 5, "method": "parking"}
    fields = {"layout": "talk", "setup": {"subject": "parking"}, "place": 0}
    room.done(room.facilitator, "AddStep", id=step, **given, **fields)
    room.done(room.facilitator, "StartStep", step=step)


@pytest.mark.rule("O5")
@pytest.mark.parametrize("layout", ["wall", "vote"])
def test_a_thought_is_parked_in_any_step_and_taken_back(room, ada, layout):
    room.start(layout)
    assert "Park a thought" in words_of(ada.read())
    thought = new_id()

    page = ada.send("ParkNote", id=thought, text="Who has the keys?")

    assert "You have parked: Who has the keys? Take it back" in words_of(page)
    assert parked(room) == [("Who has the keys?", "", "")]
    page = ada.send("RemoveParked", parked=thought)
    assert (parked(room), "You have parked" in words_of(page)) == ([], False)


def test_what_was_refused_stands_in_its_field_again(room, ada):
    room.start("wall")

    page = ada.send("ParkNote", id=new_id(), text="x" * 400)

    assert "That is 400 characters, and 280 fit." in words_of(page)
    assert ">" + "x" * 400 + "</textarea>" in page.text


@pytest.mark.rule("O5")
def test_what_becomes_of_a_thought_is_said_and_read(room, ada, finn):
    thought = new_id()
    ada.send("ParkNote", id=thought, text="Who has the keys?")
    lot(room)
    assert "What becomes of it?" in words_of(finn.read())

    finn.press("SettleParked", parked=thought, becomes="ask", word="Bo asks")

    assert parked(room) == [("Who has the keys?", "ask", "Bo asks")]
    for page in (ada.read(), finn.read()):
        assert "Somebody who is not here is asked: Bo asks" in words_of(page)
    assert "What becomes of it?" not in words_of(ada.read())


@pytest.mark.rule("M4")
def test_a_hidden_thought_is_read_by_its_writer_with_the_reason_and_in_no_results(room, ada, finn):
    thought = new_id()
    ada.send("ParkNote", id=thought, text="Bo is a nuisance")
    lot(room)

    finn.press("HideNote", note=thought, reason="It points to a person")

    told = words_of(ada.read())
    assert "A facilitator has hidden a thought that you parked. Bo is a nuisance" in told
    assert "Why: It points to a person" in told
    assert "Nothing is parked." in told
    for client in (room.facilitator, ada.client):
        room.done(room.facilitator, "ShareResults", shared=True)
        assert "nuisance" not in client.get(f"/w/{room.id}/results").text

"""A poll on the page without scripts: a mark is a button, and the answers come when it is closed."""

import pytest

from tests.web.conftest import new_id, words_of
from tests.web.test_plain import Person

SCALE = {
    "id": "stand",
    "title": "Where do you stand?",
    "low": 1,
    "high": 4,
    "words": ["Yes", "With a change", "Aside", "No"],
}


@pytest.fixture
def poll(room):
    """A step that polls a text, and the room in it."""
    return polled(room, "reservation")


def polled(room, *types):
    step = new_id()
    fields = {"title": "Agreement", "minutes": 5, "types": types, "anonymous": True}
    setup = {"scales": [SCALE], "proposal": True, "needed": "no_veto"}
    words = {"method": "gradients", "layout": "poll", "phase": "close", "visibility": "private"}
    room.done(room.facilitator, "AddStep", id=step, place=1, setup=setup, **fields, **words)
    room.done(room.facilitator, "StartStep", step=step)
    return step


@pytest.mark.rule("H7")
def test_a_mark_is_given_changed_and_taken_back(room, poll):
    ada = Person(room, name="Ada")
    assert "The poll opens in a moment." in words_of(ada.read())
    scoring = new_id()
    room.done(room.facilitator, "OpenScoring", id=scoring, step=poll, text="We call.")
    mark = {"scoring": scoring, "item": scoring, "scale": "stand"}

    assert "We call." in words_of(ada.read())
    assert "you gave 2 With a change" in words_of(ada.send("GiveScore", **mark, value="2"))
    assert "you gave 4 No" in words_of(ada.send("GiveScore", **mark, value="4"))
    assert "you gave" not in words_of(ada.send("GiveScore", **mark, value="null"))


@pytest.mark.rule("H7")
def test_the_answers_are_shown_with_the_level_when_it_is_closed(room, poll):
    people = [Person(room) for _ in range(4)]
    scoring = new_id()
    room.done(room.facilitator, "OpenScoring", id=scoring, step=poll, text="We call.")
    for person, value in zip(people, "1124", strict=True):
        person.send("GiveScore", scoring=scoring, item=scoring, scale="stand", value=value)
    assert "4 No" in words_of(people[0].read())

    room.done(room.facilitator, "CloseScoring", scoring=scoring)

    page = words_of(people[0].read())
    assert "4 of 4 answered" in page
    assert "Not reached. Needed: nobody at 4" in page
    assert "1 Yes: 2 2 With a change: 1 3 Aside: 0 4 No: 1" in page
    assert "Middle: 1.5" in page


@pytest.mark.rule("C6")
def test_what_stood_in_the_way_is_read_version_by_version(room, poll):
    ada, bo = Person(room, name="Ada"), Person(room, name="Bo")
    before = ""
    for version, doubt in (("one", "Who calls at weekends?"), ("two", "A day is short")):
        scoring = new_id()
        given = {"id": scoring, "step": poll, "text": f"We call, says {version}."}
        room.done(room.facilitator, "OpenScoring", **given, amends=before)
        ada.send("AddNote", id=new_id(), step=poll, type="reservation", text=doubt)
        assert doubt not in bo.read().text
        lead = room.facilitator.get(f"/w/{room.id}/plain?as=facilitator").text
        assert "Reveal the notes" not in lead
        room.done(room.facilitator, "CloseScoring", scoring=scoring)
        assert doubt not in bo.read().text
        room.done(room.facilitator, "RevealNotes", step=poll)
        before = scoring

    page = words_of(bo.read())

    now, earlier = page.split("Version 1", 1)
    assert "Hear this first A day is short" in now
    assert "Who calls at weekends?" not in now
    assert "What stood in the way Who calls at weekends?" in earlier


def test_who_leads_opens_it_and_closes_it_and_polls_a_text_again(room, poll):
    Person(room)
    leads = room.facilitator

    def says(kind, **fields):
        room.done(leads, kind, **fields)
        return leads.get(f"/w/{room.id}/plain?as=facilitator").text

    page = leads.get(f"/w/{room.id}/plain?as=facilitator").text
    assert 'name="text"' in page
    assert "nobody at 4" in page
    scoring = new_id()
    assert "Close and show the answers" in says("OpenScoring", id=scoring, step=poll, text="We.")
    page = says("CloseScoring", scoring=scoring)
    assert f'name="amends" value="{scoring}"' in page
    assert ">We.</textarea>" in page


def test_few_answers_are_not_broken_down_in_the_results(room, poll):
    ada = Person(room, name="Ada")
    scoring = new_id()
    room.done(room.facilitator, "OpenScoring", id=scoring, step=poll, text="We call.")
    ada.send("GiveScore", scoring=scoring, item=scoring, scale="stand", value="4")

    room.done(room.facilitator, "CloseWorkshop", share=True)

    page = words_of(ada.client.get(f"/w/{room.id}/results"))
    assert "Where the room stands" in page
    assert "under 4" in page
    assert "4 No" not in page


def test_what_was_written_beside_a_poll_is_on_the_page_of_results(room):
    step = polled(room, "reservation", "idea")
    ada, scoring = Person(room, name="Ada"), new_id()
    room.done(room.facilitator, "OpenScoring", id=scoring, step=step, text="We call.")
    for kind, text in (("reservation", "A day is short"), ("idea", "Ask the ward first")):
        ada.send("AddNote", id=new_id(), step=step, type=kind, text=text)
    room.done(room.facilitator, "CloseScoring", scoring=scoring)
    room.done(room.facilitator, "RevealNotes", step=step)
    room.done(room.facilitator, "CloseWorkshop", share=True)

    page = words_of(ada.client.get(f"/w/{room.id}/results"))

    assert (page.count("A day is short"), page.count("Ask the ward first")) == (1, 1)

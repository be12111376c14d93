"""The parking lot: a thought from any step, taken back, moderated, and what becomes of it."""

import pytest

from tests.core.story import Story, id_of, records, replayed
from workshop.core.changes import for_audience, net
from workshop.core.decider import evolve
from workshop.core.history import Deed
from workshop.core.lot import Parked, Withdrawn, in_the_lot
from workshop.core.messages import Refused
from workshop.core.moderation import Moderation
from workshop.core.notes import Authorship, Note
from workshop.core.parking import NoteParked
from workshop.core.view import Viewer, view

READERS = {"ada": "participant", "bo": "participant", "finn": "facilitator", "": "board"}
LATER = id_of("later")


@pytest.fixture
def story():
    """A note that all have read, and a thought that ada parked."""
    told = Story().joins("ada", "bo").joins("finn", "eva", role="facilitator")
    told.says("ada", "ParkNote", id=LATER, text="What about lunch?")
    told.says("finn", "StartStep", step=id_of("write"))
    write(told, "call", "We call the day after")
    told.says("finn", "RevealNotes", step=id_of("write"))
    return told


def write(story, word, text, person="ada"):
    given = {"step": id_of("write"), "type": "idea", "text": text}
    story.says(person, "AddNote", id=id_of(word), **given)


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def thought(story, word="later"):
    return story.place.get(Parked, id_of(word))


def readers(story, word="later"):
    return {
        name
        for name, role in READERS.items()
        if view(thought(story, word), Viewer(role=role, names=story.names(id_of(name or "wall"))))
    }


def texts(story):
    return [it.text for it in in_the_lot(story.place)]


def aside(story):
    story.says("finn", "SetAside", id=id_of("aside"), note=id_of("call"))


def undo(story, person="finn"):
    newest = max(deed.id for deed in story.place.all(Deed) if not deed.undone)
    return story.says(person, "Undo", deed=newest)


def close(story):
    story.says("finn", "CloseWorkshop")
    story.end_keys()
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("O5")
def test_a_thought_is_parked_in_any_step_and_its_writer_is_nobody_to_others(story):
    (entry,) = [it for it in story.entries if isinstance(it.events[0], NoteParked)]

    sent = [view(thought(story), Viewer(role=role)) for role in ("facilitator", "board")]

    assert (readers(story), id_of("ada") in repr(entry)) == (set(READERS), False)
    assert {"owner", "lot"}.isdisjoint(sent[0])
    assert sent[0] == sent[1]
    assert thought(story).owner in story.names(id_of("ada"))


@pytest.mark.rule("O5")
def test_who_parked_a_thought_takes_it_back_and_nobody_else(story):
    assert refusal(story, "bo", "RemoveParked", parked=LATER) == ("not_yours", "parked")
    assert refusal(story, "finn", "RemoveParked", parked=LATER) == ("not_yours", "parked")

    story.says("ada", "RemoveParked", parked=LATER)

    assert (texts(story), story.place.get(Authorship, LATER)) == ([], None)
    assert refusal(story, "ada", "RemoveParked", parked=LATER) == ("no_such_note", "parked")
    assert view(story.place.get(Withdrawn, LATER), Viewer(role="facilitator")) is None
    close(story)
    assert "lunch" not in repr(story.entries)


@pytest.mark.rule("M4")
def test_a_hidden_thought_is_its_writers_and_the_facilitators_alone(story):
    story.says("finn", "HideNote", note=LATER, reason="It points to a person.")

    assert (texts(story), readers(story)) == ([], {"ada", "finn"})
    assert for_audience(net(story.changed), "participant").drop == [("parked", LATER)]
    (act,) = story.place.all(Moderation)
    assert (act.of, act.act, act.who, act.reason) == (
        "parked",
        "hide",
        "Finn",
        "It points to a person.",
    )
    for kind, fields in (
        ("SettleParked", {"parked": LATER, "becomes": "next"}),
        ("StartCycle", {"id": id_of("again"), "parked": (LATER,)}),
    ):
        assert refusal(story, "finn", kind, **fields) == ("no_such_note", "parked")
    story.says("finn", "ShowNote", note=LATER)
    assert (texts(story), readers(story)) == (["What about lunch?"], set(READERS))


@pytest.mark.rule("M4")
def test_hiding_a_thought_is_undone_by_one_more_act_on_record(story):
    story.says("finn", "HideNote", note=LATER, reason="Not ours")

    undo(story, "eva")
    assert texts(story) == ["What about lunch?"]
    undo(story)
    assert texts(story) == []

    assert [act.act for act in story.place.all(Moderation)] == ["hide", "show", "hide"]


@pytest.mark.rule("M4")
def test_a_thought_that_is_held_goes_at_the_close_and_its_words_from_the_log(story):
    story.says("finn", "SettleParked", parked=LATER, becomes="ask", word="The lunch cook")
    story.says("finn", "HideNote", note=LATER, reason="Not ours")
    story.says("bo", "ParkNote", id=id_of("keys"), text="Who has the keys?")
    owner = thought(story, "keys").owner

    close(story)

    assert texts(story) == ["Who has the keys?"]
    assert not [word for word in ("lunch", owner) if word in repr(story.entries)]
    assert not list(story.place.all(Authorship))


@pytest.mark.rule("M4")
def test_so_do_those_that_came_along_or_were_set_aside(story):
    before = {"workshop": id_of("earlier"), "title": "Safe at home"}
    story.says("finn", "ContinueFrom", id=id_of("from"), **before, parked=("Paint it", "Mind it"))
    aside(story)
    hidden = [it.id for it in in_the_lot(story.place) if it.text != "Mind it"]
    for each in hidden:
        story.says("finn", "HideNote", note=each, reason="Not ours")

    close(story)

    assert texts(story) == ["Mind it"]
    assert "Paint it" not in repr(story.entries)


@pytest.mark.rule("M4")
@pytest.mark.parametrize("text", ["We call the day after", " we CALL  the\nday after "])
def test_the_words_of_a_held_note_cannot_be_parked_round_the_moderation(story, text):
    story.says("finn", "HideNote", note=id_of("call"), reason="It hurts")

    story.says("ada", "ParkNote", id=id_of("round"), text=text)

    found = thought(story, "round")
    assert (found.held, found.reason, found.readers) == ("hidden", "It hurts", "held")
    assert readers(story, "round") == {"ada", "finn"}
    assert not for_audience(net(story.changed), "participant")
    assert [(act.act, act.who) for act in story.place.all(Moderation)][-1] == ("hide", "")
    story.says("finn", "ShowNote", note=id_of("round"))
    assert readers(story, "round") == set(READERS)


@pytest.mark.rule("M4")
def test_nor_can_the_words_that_a_returned_note_was_to_have(story):
    story.says("finn", "ReturnNote", note=id_of("call"), reason="It hurts")
    other = {"text": "We ring them", "note": id_of("call")}

    story.says("bo", "ParkNote", id=id_of("free"), **other)
    story.says("ada", "ParkNote", id=id_of("round"), **other)

    assert (readers(story, "round"), readers(story, "free")) == ({"ada", "finn"}, set(READERS))


@pytest.mark.rule("M4")
def test_nor_the_words_of_a_thought_that_is_held(story):
    story.says("finn", "HideNote", note=LATER, reason="Not ours")

    story.says("bo", "ParkNote", id=id_of("again"), text="What about lunch?")
    story.says("bo", "RemoveParked", parked=id_of("again"))
    story.says("ada", "RemoveParked", parked=LATER)
    story.says("ada", "ParkNote", id=id_of("anew"), text="What about lunch?")

    assert (thought(story, "again"), readers(story, "anew")) == (None, {"ada", "finn"})
    close(story)
    assert "lunch" not in repr(story.entries)


@pytest.mark.rule("O5")
def test_a_note_is_set_aside_once_stays_where_it_is_and_can_be_undone(story):
    aside(story)

    assert (thought(story, "aside").text, thought(story, "aside").note) == (
        "We call the day after",
        id_of("call"),
    )
    assert story.place.get(Note, id_of("call")).readers == "all"
    again = {"id": id_of("again"), "note": id_of("call")}
    assert refusal(story, "eva", "SetAside", **again) == ("parked_already", "note")
    assert refusal(story, "ada", "SetAside", **again) == ("forbidden", "")
    undo(story)
    assert texts(story) == ["What about lunch?"]


@pytest.mark.rule("O5")
def test_only_what_the_room_sees_is_set_aside():
    told = Story().joins("ada").joins("finn", role="facilitator")
    told.says("finn", "ChangeStep", step=id_of("write"), readers="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    write(told, "mine", "Mine", "finn")

    wish = {"id": id_of("aside"), "note": id_of("mine")}

    assert refusal(told, "finn", "SetAside", **wish) == ("not_revealed", "note")


@pytest.mark.rule("O5")
def test_what_was_set_aside_is_changed_and_removed_with_its_note(story):
    aside(story)

    story.says("ada", "ChangeNote", note=id_of("call"), text="A nurse calls")
    assert thought(story, "aside").text == "A nurse calls"

    story.says("ada", "RemoveNote", note=id_of("call"))
    assert thought(story, "aside") is None
    close(story)


@pytest.mark.rule("O5")
def test_what_was_set_aside_is_held_with_its_note_and_reads_as_it_does_then(story):
    aside(story)

    story.says("finn", "ReturnNote", note=id_of("call"), reason="Say who")
    story.says("ada", "ChangeNote", note=id_of("call"), text="A nurse calls")
    assert readers(story, "aside") == {"finn"}

    story.says("finn", "ShowNote", note=id_of("call"))
    assert (thought(story, "aside").text, readers(story, "aside")) == (
        "A nurse calls",
        set(READERS),
    )


@pytest.mark.rule("O5")
def test_what_is_held_with_its_note_goes_with_it_at_the_seal(story):
    aside(story)
    story.says("finn", "HideNote", note=id_of("call"), reason="It hurts")

    story.says("finn", "SealStep", step=id_of("write"))
    story.end_keys()

    assert (thought(story, "aside"), story.place.get(Note, id_of("call"))) == (None, None)
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("O5")
def test_a_facilitator_says_what_becomes_of_a_thought_and_takes_it_back(story):
    settled = {"parked": LATER, "becomes": "ask", "word": "Finn asks\nthe kitchen"}
    assert refusal(story, "ada", "SettleParked", **settled) == ("forbidden", "")

    story.says("finn", "SettleParked", **settled)

    said = thought(story)
    assert (said.becomes, said.word) == ("ask", "Finn asks the kitchen")
    assert story.says("finn", "SettleParked", **settled) == []
    undo(story)
    assert (thought(story).becomes, thought(story).word) == ("", "")
    undo(story)
    story.says("finn", "SettleParked", parked=LATER, becomes="", word="ignored")
    assert (thought(story).becomes, thought(story).word) == ("", "")
    close(story)


@pytest.mark.rule("O5")
def test_a_word_that_is_too_long_is_refused(story):
    wish = {"parked": LATER, "becomes": "next", "word": "x" * 501}

    assert refusal(story, "finn", "SettleParked", **wish) == ("too_long", "word")


def test_what_an_older_log_parked_is_there_and_is_nobodys(story):
    evolve(story.place, [NoteParked(id=id_of("old"), text="From before")])

    assert (thought(story, "old").owner, readers(story, "old")) == ("", set(READERS))
    assert refusal(story, "ada", "RemoveParked", parked=id_of("old")) == ("not_yours", "parked")

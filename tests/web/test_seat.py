"""A facilitator's page for somebody without a phone, and the record of moderation."""

import re

import pytest

from tests.web.conftest import new_id, words_of
from workshop.core.notes import Note


def seated(room, name="Berit"):
    seat = new_id()
    room.done(room.facilitator, "AddSeat", id=seat, name=name)
    return seat


def page_of(room, seat):
    return room.facilitator.get(f"/w/{room.id}/seat/{seat}")


@pytest.mark.rule("H13")
def test_the_page_says_whose_it_is_and_leads_back(room):
    answer = page_of(room, seated(room, "<b>Berit</b>"))

    assert "For <b>Berit</b>, who has no phone here" in words_of(answer)
    assert f'href="/w/{room.id}/console"' in answer.text
    assert ('data-page="phone"' in answer.text, "<b>Berit" in answer.text) == (True, False)
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.rule("H13")
def test_its_token_speaks_for_the_seat_and_no_cookie_is_set(room):
    seat = seated(room)
    answer = page_of(room, seat)
    token = re.search(r'data-token="([^"]+)"', answer.text)[1]
    step = room.start("wall")
    types = next(each.types for each in room.steps() if each.id == step)
    note = {"kind": "AddNote", "id": new_id(), "step": step, "type": types[0], "text": "Hei"}

    said = room.app.test_client().post(
        f"/w/{room.id}/commands",
        json={"op": "op-of-berit", **note},
        headers={"Authorization": f"Bearer {token}"},
    )

    assert said.status_code == 200
    place = room.house.conductor.place(room.id)
    assert room.house.tokens.read(token).actor == seat
    assert place.get(Note, note["id"]) is not None
    assert "Set-Cookie" not in answer.headers
    assert room.facilitator.get_cookie(f"rytme-{room.id}-participant") is None


@pytest.mark.rule("H13")
def test_a_facilitator_who_is_shown_out_speaks_for_no_seat_any_more(room):
    seat = seated(room)
    other = room.device("facilitator", key=room.made["facilitator_key"])
    answer = other.get(f"/w/{room.id}/seat/{seat}")
    token = re.search(r'data-token="([^"]+)"', answer.text)[1]
    said = {"op": "op-of-berit", "kind": "RaiseHand", "raised": True}
    room.done(room.facilitator, "RemoveParticipant", participant=other.you["participant_id"])

    answer = room.app.test_client().post(
        f"/w/{room.id}/commands", json=said, headers={"Authorization": f"Bearer {token}"}
    )

    assert (answer.status_code, answer.json["error"]["code"]) == (403, "removed")


@pytest.mark.rule("H13")
def test_only_seats_have_such_a_page(room):
    ada = room.device()
    seat = seated(room)

    assert page_of(room, ada.you["participant_id"]).status_code == 404
    assert page_of(room, "f" * 32).status_code == 404
    assert ada.get(f"/w/{room.id}/seat/{seat}").status_code == 403
    room.done(room.facilitator, "RemoveParticipant", participant=seat)
    assert page_of(room, seat).status_code == 404


@pytest.mark.rule("H13")
def test_after_the_close_it_leads_to_the_results(room):
    seat = seated(room)
    room.done(room.facilitator, "CloseWorkshop")
    assert page_of(room, seat).location == f"/w/{room.id}/results"


@pytest.mark.rule("M3")
def test_the_record_of_moderation_is_a_table_without_formulas(room):
    ada = room.device()
    step = room.start("wall")
    types = next(each.types for each in room.steps() if each.id == step)
    note = new_id()
    room.done(ada, "AddNote", id=note, step=step, type=types[0], text="=HYPERLINK(1)")
    if room.house.conductor.place(room.id).get(Note, note).readers != "all":
        room.done(room.facilitator, "RevealNotes", step=step)
    room.done(room.facilitator, "HideNote", note=note, reason="=1+1")

    answer = room.facilitator.get(f"/w/{room.id}/moderation.csv")

    assert answer.content_type == "text/csv; charset=utf-8"
    assert "moderation.csv" in answer.headers["Content-Disposition"]
    head, row = answer.data.decode("utf-8-sig").splitlines()
    assert head == "When,What was done,Reason,By,Step,Note,Note id"
    assert ",Hidden,'=1+1," in row
    assert f",'=HYPERLINK(1),{note}" in row
    assert ada.get(f"/w/{room.id}/moderation.csv").status_code == 403

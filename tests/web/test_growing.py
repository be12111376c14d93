"""How a workshop grew is for its facilitators, once it is closed (A2)."""

import json

import jsonschema
import pytest

from tests.web.conftest import new_id, words_of


@pytest.mark.rule("A2")
def test_after_the_close_a_facilitator_downloads_it_and_nobody_else(room, client):
    ada, wall = room.device(name="Ada Canary"), room.start("wall")
    room.done(ada, "AddNote", id=new_id(), step=wall, type="idea", text="Shown to all")
    room.done(room.facilitator, "RevealNotes", step=wall)
    room.done(ada, "AddNote", id=new_id(), step=wall, type="idea", text="Shown at once")
    path = f"/w/{room.id}/log.json"
    before = room.facilitator.get(path)
    room.done(room.facilitator, "CloseWorkshop")

    answer = room.facilitator.get(path)

    assert (before.status_code, "is not closed yet" in before.text) == (409, True)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="log.json"'
    jsonschema.validate(json.loads(answer.data), client.get("/api/schemas/log-1.json").json)
    assert "Shown to all" in answer.text
    told = [ada.you["participant_id"], room.facilitator.you["participant_id"], "Ada Canary"]
    assert [trace for trace in told if trace in answer.text] == []
    assert ada.get(path).status_code == 403
    assert "The log, event by event" in words_of(room.facilitator.get(f"/w/{room.id}/results"))
    assert "The log, event by event" not in words_of(ada.get(f"/w/{room.id}/results"))

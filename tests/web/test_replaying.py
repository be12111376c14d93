"""Looking back over HTTP: who may, from when on, and that a line follows the log."""

import json
import threading

from tests.web.conftest import Room, new_id
from workshop.core.agenda import in_order
from workshop.insight.growth import growth


def written(room: Room, text: str) -> None:
    """A private note in the step that writes alone."""
    step = next(step for step in room.steps() if step.visibility == "private")
    room.done(room.facilitator, "StartStep", step=step.id)
    ada = room.device()
    note = {"id": new_id(), "step": step.id, "type": step.types[0], "text": text}
    room.done(ada, "AddNote", **note)


def texts(answer) -> list[str]:
    changes = [change for moment in answer.json["moments"] for change in moment["changes"]]
    return [change["text"] for change in changes if change["kind"] == "note" and "text" in change]


def test_a_participant_looks_back_once_the_results_are_shared(room):
    ada = room.device()
    written(room, "A thought")
    before = [ada.get(f"/w/{room.id}/{page}").status_code for page in ("replay", "replay.json")]

    room.done(room.facilitator, "CloseWorkshop")

    after = [ada.get(f"/w/{room.id}/{page}").status_code for page in ("replay", "replay.json")]
    assert (before, after) == ([403, 403], [200, 200])
    link = f"/w/{room.id}/replay"
    assert link in ada.get(f"/w/{room.id}/results").text


def test_the_line_is_empty_before_the_room_begins_and_grows_with_the_log(room):
    path = f"/w/{room.id}/replay.json"
    board = room.device("board")
    before = board.get(path)
    written(room, "Kept for the reveal")
    hidden = board.get(path)
    step = next(step for step in room.steps() if step.visibility == "private")

    room.done(room.facilitator, "RevealNotes", step=step.id)

    shown = board.get(path)
    assert (before.json["visits"], before.json["moments"], before.json["band"]) == ([], [], "")
    assert (texts(hidden), texts(shown)) == ([], ["Kept for the reveal"])
    assert shown.json["band"].startswith("<svg")
    assert room.facilitator.get(path).data == shown.data


def test_a_note_that_is_hidden_is_in_no_line_from_then_on(room):
    path = f"/w/{room.id}/replay.json"
    written(room, "It names a colleague")
    step = next(step for step in room.steps() if step.visibility == "private")
    room.done(room.facilitator, "RevealNotes", step=step.id)
    assert "colleague" in room.facilitator.get(path).text
    (note,) = [it for kind, it in place(room).everything() if kind == "note"]

    room.done(room.facilitator, "HideNote", note=note.id, reason="A name")

    assert "colleague" not in room.facilitator.get(path).text


def place(room: Room):
    return room.house.conductor.place(room.id)


def test_the_line_of_a_log_is_made_once_and_forgotten_with_it(room):
    room.done(room.facilitator, "StartStep", step=in_order(place(room))[0].id)
    growths, seq = room.house.growths, place(room).seq
    first = growths.of(room.id, seq)

    again, earlier = growths.of(room.id, seq), growths.of(room.id, 1)
    growths.forget(room.id)

    assert first is again is earlier
    assert growths.of(room.id, seq) is not first
    assert first.growth == growth(room.id, room.house.store.read(room.id))


def test_many_who_ask_at_once_get_the_same_line(room):
    written(room, "A thought")
    found: list[bytes] = []
    asks = [
        threading.Thread(target=lambda: found.append(room.house.growths.of(room.id, 1).played))
        for _ in range(8)
    ]

    for ask in asks:
        ask.start()
    for ask in asks:
        ask.join()

    assert len(set(found)) == 1
    assert len(found) == 8


def test_workshop_json_and_the_picture_tell_the_growth(room):
    written(room, "A thought")
    step = next(step for step in room.steps() if step.visibility == "private")
    room.done(room.facilitator, "RevealNotes", step=step.id)
    base = f"/api/workshops/{room.id}/artifacts"

    told = json.loads(room.facilitator.get(f"{base}/workshop.json").data)
    picture = room.facilitator.get(f"{base}/growth.gif")

    assert [len(line["came"]) for line in told["growth"]][-1] == 1
    assert (picture.content_type, picture.data[:6]) == ("image/gif", b"GIF89a")

"""What a workshop leaves: the page of results and the files to take home (H3)."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from tests.web.conftest import new_id, words_of
from workshop.export import FORMATS
from workshop.web.schemas import SCHEMAS


@pytest.fixture
def written(room):
    """Two notes, shown to the room."""
    ada = room.device(name="Ada")
    step = room.start("wall")
    for text in ("Nobody calls", "The list is wrong"):
        room.done(ada, "AddNote", id=new_id(), step=step, type="idea", text=text)
    room.done(room.facilitator, "RevealNotes", step=step)
    return room


@pytest.mark.rule("H3")
def test_every_format_is_listed_and_can_be_taken(written):
    room = written
    listed = room.facilitator.get(f"/api/workshops/{room.id}/artifacts").json["formats"]

    assert {it["format"] for it in listed} >= {
        "workshop.json",
        "report.md",
        "report.html",
        "report.docx",
        "deck.pptx",
        "notes.csv",
        "clusters.csv",
        "decisions.csv",
        "polls.csv",
        "parked.csv",
        "agenda.csv",
        "workshop.xlsx",
        "actions.ics",
        "board.canvas",
        "votes.csv",
        "scores.csv",
        "forms.csv",
        "rows.csv",
        "order.csv",
        "actions.csv",
    }
    for each in listed:
        answer = room.facilitator.get(each["url"])
        assert answer.status_code == 200
        assert answer.content_type == each["media_type"]
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{each["file"]}"'
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.rule("H3")
def test_a_format_that_is_not_is_named(room):
    answer = room.facilitator.get(f"/api/workshops/{room.id}/artifacts/tarot")

    assert (answer.status_code, answer.json["error"]["code"]) == (404, "no_such_format")


@pytest.mark.rule("H3")
def test_the_facilitator_has_them_at_any_moment_and_participants_when_shared(room):
    ada = room.device()
    url = f"/api/workshops/{room.id}/artifacts/report.md"
    early = ada.get(url)

    room.done(room.facilitator, "CloseWorkshop", share=False)
    unshared = ada.get(url)
    room.done(room.facilitator, "ShareResults", shared=True)

    assert (early.status_code, early.json["error"]["code"]) == (403, "not_shared")
    assert (unshared.status_code, unshared.json["error"]["code"]) == (403, "not_shared")
    assert ada.get(url).status_code == 200


def test_a_participant_is_told_that_results_are_not_shared_yet(room):
    page = room.device().get(f"/w/{room.id}/results")

    assert page.status_code == 200
    assert "The results are not shared yet. The facilitator shares them at the end." in words_of(
        page
    )


def test_the_page_shows_what_the_room_saw(written):
    room = written
    page = words_of(room.facilitator.get(f"/w/{room.id}/results"))

    assert "Nobody calls" in page
    assert "as it stands now" in page


def test_the_page_never_shows_what_the_room_did_not_see(room):
    ada = room.device()
    step = room.start("wall")
    room.done(ada, "AddNote", id=new_id(), step=step, type="idea", text="Hidden canary")

    assert "Hidden canary" not in room.facilitator.get(f"/w/{room.id}/results").text
    for each in room.facilitator.get(f"/api/workshops/{room.id}/artifacts").json["formats"]:
        assert b"Hidden canary" not in room.facilitator.get(each["url"]).data


@pytest.mark.rule("H3")
def test_the_folder_is_written_at_any_moment(written, tmp_path):
    room = written
    bearer = {"Authorization": f"Bearer {room.facilitator.you['token']}"}
    kept = room.facilitator.post(f"/api/workshops/{room.id}/artifacts", headers=bearer)

    folder = tmp_path / "sessions" / kept.json["folder"]
    Draft202012Validator(SCHEMAS["Kept"]).validate(kept.json)
    assert "Nobody calls" in (folder / "report.md").read_text("utf-8")
    wanted = {it["file"] for it in kept.json["formats"]} - {"all.zip"}
    assert wanted <= {it.name for it in folder.iterdir()}


def test_the_schema_explains_what_is_kept(written):
    room = written
    schema = room.facilitator.get("/api/schemas/workshop-1.json")
    kept = room.facilitator.get(f"/api/workshops/{room.id}/artifacts/workshop.json")

    assert schema.content_type == "application/schema+json"
    Draft202012Validator(schema.json).validate(kept.json)


def test_the_results_are_told_cycle_by_cycle_with_what_the_room_answered(written):
    room = written
    poll = new_id()
    room.done(room.facilitator, "AskRoom", id=poll, question="Ready to go on?", form="yes_no")
    room.done(room.facilitator, "ClosePoll", poll=poll)
    notes = room.house.conductor.place(room.id).everything()
    (first,) = [it.id for kind, it in notes if kind == "note" and "Nobody calls" in it.text]
    room.start("clusters")
    again = {"id": new_id(), "question": "What did we miss?", "notes": [first]}
    room.done(room.facilitator, "StartCycle", **again)
    second = next(step.id for step in room.steps() if step.cycle == 2)
    room.done(room.facilitator, "StartStep", step=second)

    page = words_of(room.facilitator.get(f"/w/{room.id}/results"))

    cycles = page.split("Cycle 1")[1].split("Cycle 2: What did we miss?")
    assert [(half.count("Nobody calls"), half.count("The list is wrong")) for half in cycles] == [
        (1, 1),
        (1, 0),
    ]
    assert "Ready to go on? 0 of 1 answered Yes : 0 No : 0" in cycles[1]


@pytest.mark.rule("H3")
def test_a_picture_of_one_step_can_be_asked_for(written):
    room = written
    *_others, planned = room.steps()
    url = f"/api/workshops/{room.id}/artifacts/board.svg"
    shown = room.facilitator.get(f"{url}?step={room.start('clusters')}")
    unknown, early = (room.facilitator.get(f"{url}?step={step}") for step in ("tarot", planned.id))

    assert (shown.status_code, shown.content_type) == (200, "image/svg+xml")
    assert [(it.status_code, it.json["error"]["code"]) for it in (unknown, early)] == [
        (404, "no_such_step")
    ] * 2


@pytest.mark.rule("H3")
def test_all_files_come_in_one(written):
    answer = written.facilitator.get(f"/api/workshops/{written.id}/artifacts/all.zip")

    with ZipFile(BytesIO(answer.data)) as bundle:
        assert set(bundle.namelist()) == {*FORMATS, "workshop.schema.json"}
        assert "Nobody calls" in bundle.read("report.md").decode()


@pytest.mark.rule("H3")
def test_a_file_speaks_another_language_than_the_room(written):
    url = f"/api/workshops/{written.id}/artifacts/report.md"

    own, other = (written.facilitator.get(f"{url}{more}").text for more in ("", "?language=nb"))
    unknown = written.facilitator.get(f"{url}?language=tlh")

    assert ("All that was written" in own, "Alt som ble skrevet" in other) == (True, True)
    assert "Nobody calls" in other
    assert (unknown.status_code, unknown.json["error"]["code"]) == (409, "no_such_language")


@pytest.mark.rule("H3")
@pytest.mark.parametrize("wanted", ["report.md", "all.zip"])
def test_progress_is_told_before_the_file(written, wanted):
    url = f"/api/workshops/{written.id}/artifacts/{wanted}"
    answer = written.facilitator.get(f"{url}?progress=1")

    *told, size, data = parts_of(answer.data)

    total = len(FORMATS) if wanted == "all.zip" else 1
    assert [sorted(line) for line in told] == [["done", "total"]] * len(told)
    assert {line["total"] for line in told} <= {total}
    assert size == {"size": len(data)}
    assert data == written.facilitator.get(url).data


def parts_of(body):
    """The lines of progress, and the file behind them."""
    lines = []
    while "size" not in (lines[-1] if lines else {}):
        line, _, body = body.partition(b"\n")
        lines.append(json.loads(line))
    return [*lines, body]

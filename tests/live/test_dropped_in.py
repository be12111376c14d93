"""A method that somebody adds: one file in the folder, and a room can use it."""

import shutil

from tests.servers.rytme import ROOT, Server
from tests.servers.waiting import wait_until
from tests.simulation.meeting import Meeting, agree, saved
from workshop.demo.client import new_id

FILE = """
from workshop.core.setup import Column, Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="postcards",
    title=N_("Postcards"),
    purpose=N_("Everyone writes home from a year ahead."),
    gives=N_("What the room hopes for."),
    layout="columns",
    phases=("open",),
    minutes=9,
    types=("idea",),
    visibility="private",
    anonymous=True,
    prompt=N_("What do you see from there?"),
    script=(N_("You are there now. Write home."),),
    leave_when=N_("Go on when all have written."),
    setup=Setup(columns=(Column(id="see", title=N_("I see")), Column(id="miss", title=N_("I miss")))),
)
"""


def test_a_method_file_dropped_in_is_picked_works_live_and_is_in_the_report(tmp_path):
    """The real server on a copy of its own sources: nothing but the one file is new."""
    there = tmp_path / "there"
    for part in ("workshop", "templates"):
        shutil.copytree(ROOT / part, there / part)
    shutil.copy(ROOT / "run.py", there)
    (there / "static").symlink_to(ROOT / "static")
    (there / "workshop/methods/postcards.py").write_text(FILE, "utf-8")
    server = Server(tmp_path / "server", root=there).start()
    meeting = Meeting(server.url)
    try:
        given, report = hold(server, meeting)
    finally:
        meeting.close()
        server.kill()

    assert [it["title"] for it in given["agenda"] if it["method"] == "postcards"] == ["Postcards"]
    assert [(it["text"], it["column"]) for it in given["notes"]] == [
        ("A light in the hall", "miss")
    ]
    assert "Postcards" in report
    assert "A light in the hall" in report


def hold(server, meeting):
    finn, ada = meeting.come("facilitator", "Finn"), meeting.come(name="Ada")
    token, step = str(finn.auth["token"]), new_id()
    found = meeting.get(f"/w/{meeting.id}/methods.json", token)["methods"]
    (card,) = [it for it in found if it["step"]["method"] == "postcards"]
    assert finn.say("AddStep", id=step, place=0, **card["step"])["ok"]
    assert finn.say("StartStep", step=step)["ok"]
    agree([finn, ada])
    words = {"type": "idea", "text": "A light in the hall", "column": "miss"}
    assert ada.say("AddNote", id=new_id(), step=step, **words)["ok"]
    assert finn.holding.all("note") == []
    assert finn.say("RevealNotes", step=step)["ok"]
    agree([finn, ada])
    assert [it["text"] for it in finn.holding.all("note")] == ["A light in the hall"]
    assert finn.say("CloseWorkshop", reveal=[])["ok"]
    given = meeting.get(f"/api/workshops/{meeting.id}/artifacts/workshop.json", token)
    wait_until(lambda: saved(server, meeting), "the saved folder")
    return given, (saved(server, meeting) / "report.md").read_text("utf-8")

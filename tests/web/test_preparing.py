"""What the planner is given: the methods that there are, in the workshop's language."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.web.conftest import Room, new_id
from workshop.methods import METHODS

ROOT = Path(__file__).resolve().parents[2]

DROPPED_IN = """
from workshop.methods.method import N_, Method

METHOD = Method(
    id="fishbowl",
    title=N_("Fishbowl"),
    purpose=N_("Four talk in the middle, the others listen."),
    gives=N_("A talk that all have heard."),
    layout="talk",
    phases=("integrate",),
    minutes=20,
    script=(N_("Four chairs in the middle."),),
    leave_when=N_("Go on when nobody takes a chair."),
)
"""

ASK = """
import json, sys, tempfile
from pathlib import Path
from tests.web.conftest import Room, settings
from workshop.app import close, create_app

with tempfile.TemporaryDirectory() as folder:
    app = create_app(settings(Path(folder)))
    room = Room(app)
    found = room.facilitator.get(f"/w/{room.id}/methods.json").json["methods"]
    print(json.dumps([each for each in found if each["step"]["method"] == "fishbowl"]))
    close(app.extensions["rytme"])
"""


def methods_of(room):
    return room.facilitator.get(f"/w/{room.id}/methods.json").json["methods"]


def test_the_picker_has_every_method_with_what_one_does_and_gets(room):
    found = methods_of(room)

    assert [each["step"]["method"] for each in found] == list(METHODS)
    assert all(each["purpose"] and each["gives"] and each["phases"] for each in found)


def test_methods_are_worded_in_the_workshops_language(app):
    room = Room(app, language="nb")
    titles = [each["step"]["title"] for each in methods_of(room)]

    assert "Stille lapper" in titles
    assert "Silent notes" not in titles


def test_each_method_is_a_step_that_can_be_added_as_it_is(room):
    for each in methods_of(room):
        room.done(room.facilitator, "AddStep", id=new_id(), place=0, **each["step"])

    assert {step.method for step in room.steps()[: len(METHODS)]} == set(METHODS)


def test_a_method_file_dropped_in_is_in_the_picker_and_listed_nowhere_else(tmp_path):
    for part in ("workshop", "tests/web", "templates"):
        shutil.copytree(ROOT / part, tmp_path / part)
    for part in ("static", "tests/__init__.py"):
        if (ROOT / part).exists():
            (tmp_path / part).symlink_to(ROOT / part)
    (tmp_path / "workshop/methods/fishbowl.py").write_text(DROPPED_IN)

    told = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stderr
    (found,) = json.loads(told.stdout.splitlines()[-1])
    assert (found["step"]["title"], found["step"]["minutes"]) == ("Fishbowl", 20)


def test_the_planner_has_the_invitation_at_hand_and_no_other_page(room):
    plan = room.facilitator.get(f"/w/{room.id}/plan").text
    console = room.facilitator.get(f"/w/{room.id}/console").text

    assert f'data-invite="{room.made["invite_url"]}"' in plan
    assert "data-invite" not in console


def written(room, *texts):
    """Each text as a note that all have seen; gives the id of the vote step."""
    ada = room.device(name="Ada")
    step = room.start("wall")
    for text in texts:
        given = {"id": new_id(), "step": step, "type": "idea", "text": text}
        room.done(ada, "AddNote", **given)
    room.done(room.facilitator, "RevealNotes", step=step)
    return room.start("vote"), ada


def test_before_a_vote_the_facilitator_is_told_what_would_share_its_dots(room):
    vote, ada = written(room, "A key box", "Bread and milk", "A key box!")
    where = f"/w/{room.id}/ballot/{vote}.json"

    told = room.facilitator.get(where).json

    assert told["many"] == 0
    assert [sorted(pair) for pair in told["alike"]] == [["A key box", "A key box!"]]
    assert ada.get(where).status_code == 403
    assert room.facilitator.get(f"/w/{room.id}/ballot/{new_id()}.json").status_code == 404


def test_more_than_twenty_things_are_too_many(room):
    vote, _ = written(room, *(f"{number} " + chr(97 + number) * 9 for number in range(21)))
    assert room.facilitator.get(f"/w/{room.id}/ballot/{vote}.json").json == {
        "many": 21,
        "alike": [],
    }

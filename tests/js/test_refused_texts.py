"""What people type is offered back when it is refused, whatever command carries it."""

import json
import subprocess
import typing

from tests.servers.node import node
from tests.servers.rytme import ROOT
from workshop.core.decider import COMMANDS
from workshop.core.messages import Command, Text

PAGE = ROOT / "static" / "js" / "lib" / "refusals.js"
TOLD = f"import({json.dumps(PAGE.as_uri())}).then((it) => console.log(JSON.stringify({{ ...it.THOUGHTS, ...it.ASIDES }})))"
# Sent by pages that keep what was typed, or holding words that were chosen and not typed.
KEPT_BY_PAGES = {"CreateWorkshop", "JoinWorkshop", "ContinueFrom", "BringIn"}
CHOSEN = {
    "AddNote": {"role"},
    "ChangeNote": {"role"},
    "ChooseVoterGroup": {"group"},
    "ChooseScorerGroup": {"group"},
    "AddStep": {"script", "half_time", "types"},
    "ChangeStep": {"types"},
}


def texts_of(command: type[Command]) -> set[str]:
    hints = typing.get_type_hints(command, include_extras=True)
    return {name for name, hint in hints.items() if str(Text) in str(hint)}


def test_no_text_that_people_type_is_dropped_when_it_is_refused() -> None:
    told = json.loads(
        subprocess.run([node(), "-e", TOLD], capture_output=True, text=True, check=True).stdout
    )

    missed = {
        (command.__name__, name)
        for command in COMMANDS
        for name in texts_of(command) - CHOSEN.get(command.__name__, set())
        if command.__name__ not in KEPT_BY_PAGES and name not in told.get(command.__name__, [])
    }

    assert missed == set()

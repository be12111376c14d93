"""Saves an artifact in processes that are killed, each at its own step on the disk; prints what is left.

Run as `python -m tests.export.crashing FOLDER same|changed`. Each child is forked from this process,
which has no other thread, and dies by SIGKILL inside the audit hook of its n-th operation on a file.
"""

import json
import os
import shutil
import signal
import sys
from pathlib import Path

from tests.export.rooms import closed, opened, place
from workshop.export import report, verify
from workshop.export.archive import save, settled
from workshop.export.as_json import canonical, read
from workshop.export.parts import Report

TOUCHES = ("open", "os.", "shutil.", "fcntl.")


def main(base: Path, title: str) -> None:
    before, after = report(place(opened())), ended(title)
    keep(after, base / "warm")  # so that nothing is loaded in the children
    killed, number = True, 0
    while killed:
        number += 1
        sessions = base / str(number)
        keep(before, sessions)
        killed = save_and_die(after, sessions, number)
        print(json.dumps({"step": number, "killed": killed, **left(sessions, after)}))
        shutil.rmtree(sessions)


def keep(held: Report, sessions: Path) -> Path:
    files = {"workshop.json": canonical(held), "report.md": b"As it was.\n", "notes.csv": b""}
    return save(held, files, sessions)


def ended(title: str) -> Report:
    story = closed()
    if title == "changed":
        story = opened()
        story.says("finn", "ChangeWorkshop", title="Another name")
        story.says("finn", "CloseWorkshop")
    return report(place(story))


def save_and_die(held: Report, sessions: Path, number: int) -> bool:
    child = os.fork()
    if child == 0:
        die_at(number, sessions)
        keep(held, sessions)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("The save failed by itself.")
    return os.WIFSIGNALED(status)


def die_at(number: int, sessions: Path) -> None:
    seen = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event.startswith(TOUCHES) and (event != "open" or str(sessions) in str(arguments[0])):
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def left(sessions: Path, held: Report) -> dict[str, object]:
    faults = [fault for folder in artifacts(sessions) for fault in verify(folder)]
    settled(sessions)
    whole = sum(not verify(folder) for folder in artifacts(sessions))
    folder = keep(held, sessions)
    return {
        "faults_after_kill": faults,
        "whole_after_start": whole,
        "after_next_save": {
            "folders": len(artifacts(sessions)),
            "faults": verify(folder),
            "state": read((folder / "workshop.json").read_bytes()).workshop.state,
        },
        "leftovers": sorted(path.name for path in sessions.iterdir() if path.name[0] == "."),
    }


def artifacts(sessions: Path) -> list[Path]:
    return [path for path in sessions.iterdir() if not path.name.startswith(".")]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

"""docs/protocol.md against the code: a page that other clients are written from must not drift."""

import re
from pathlib import Path

import msgspec

from workshop.core.records import Record, kind_of
from workshop.core.wire import WIRE_COMMANDS

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "protocol.md").read_text("utf-8")

NEVER_SENT = ("owner", "mover", "away", "changes", "growth", "lot")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, its head left out."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def fields(kind: type[msgspec.Struct]) -> str:
    told = [field for field in msgspec.structs.fields(kind) if field.name not in {"op", "log"}]
    return " ".join(f"`{f.name}`" if f.required else f"`{f.name}`?" for f in told) or "-"


def test_the_page_names_every_command_with_its_fields_and_who_may() -> None:
    assert {name: [told, who] for name, told, who in rows("Commands")} == {
        f"{name}, final" if kind.final else name: [
            fields(kind),
            "facilitator" if kind.roles == {"facilitator"} else "all but the board",
        ]
        for name, kind in WIRE_COMMANDS.items()
    }


def test_the_page_names_every_record_with_its_fields() -> None:
    assert {name: re.findall(r"`(\w+)`", told) for name, told, _ in rows("Records")} == {
        kind_of(kind): [name for name in kind.__struct_fields__ if name not in NEVER_SENT]
        for kind in Record.__subclasses__()
    }

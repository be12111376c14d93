"""workshop.json: the whole report, canonical, for other programs and for years from now.

Canonical: UTF-8, sorted keys, two spaces, a final line feed, no floats; the same report is the same bytes.
"""

from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from workshop.export.parts import SCHEMA, Report
from workshop.export.wording import Wording

SCHEMA_FILE = "workshop.schema.json"


def as_json(report: Report, _: Wording) -> bytes:
    return canonical(report)


def canonical(value: object) -> bytes:
    packed = msgspec.json.encode(value, order="sorted")
    return msgspec.json.format(packed, indent=2) + b"\n"


def read(data: bytes) -> Report:
    """The report of a workshop.json; raises msgspec.ValidationError for anything else."""
    return msgspec.json.decode(data, type=Report)


def schema() -> dict[str, Any]:
    """The published JSON Schema (2020-12) of workshop.json."""
    made = msgspec.json.schema(Report)
    defs = {name: all_told(part) for name, part in made["$defs"].items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "A workshop held with Rytme",
        **made,
        "$defs": defs,
    }


@cache
def published_schema() -> bytes:
    """The schema as it is published, beside this file; it changes when someone means it to."""
    return (Path(__file__).parent / SCHEMA_FILE).read_bytes()


def all_told(part: dict[str, Any]) -> dict[str, Any]:
    """Every field is always written, so every field is required; the docstring is its description."""
    words = cleandoc(part["description"])
    return {**part, "description": words, "required": list(part["properties"])}

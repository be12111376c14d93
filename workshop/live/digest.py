"""The hash by which two holders of the same records know that they do (S8)."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from workshop.core.view import Sent

Lines = list[tuple[str, str, str]]  # kind, id, the record's line


def lines(records: Iterable[Sent]) -> Lines:
    return sorted((record["kind"], record["id"], line(record)) for record in records)


def line(record: Sent) -> str:
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"


def digest(*found: Lines) -> dict[str, Any]:
    """Count and SHA-256 of all lines together, by kind, then id."""
    whole = sorted(entry for part in found for entry in part)
    text = "".join(entry[2] for entry in whole)
    return {"count": len(whole), "hash": hashlib.sha256(text.encode()).hexdigest()}

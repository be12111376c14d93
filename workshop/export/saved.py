"""A workshop.json is read back, whoever has had it in hands: complete, known in every part, and safe to show."""

import re
from typing import Any

import msgspec
from msgspec.inspect import BoolType, IntType, StrType, StructType, VarTupleType, type_info

from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.core.text import tidy, within
from workshop.export.parts import SCHEMA, Report
from workshop.export.sound import bad, check

# What was not asked for yet when a file was written is nothing, of its kind.
NOTHING: dict[type, Any] = {StrType: "", IntType: 0, BoolType: False, VarTupleType: []}
SHAPE = type_info(Report)
DEEPEST = 16  # parts within parts; a report has six
MOST = 2**31  # a count, or seconds in a step; larger ones are no counting of ours
_AT = re.compile(r"`\$\.?(?P<path>[^`]*)`")


def read(data: bytes) -> Report:
    """The report of a workshop.json of version 1, of any age.

    Refused: `workshop_too_large`, `not_a_workshop`, `newer_workshop` where it says more than is known
    here, and `bad_workshop` with the place that does not fit.
    """
    if len(data) > LIMITS.workshop_bytes:
        raise Refused("workshop_too_large", "file", limit=LIMITS.workshop_bytes // 2**20)
    report = as_report(safe(filled(decoded(data), SHAPE)))
    check(report)
    return report


def decoded(data: bytes) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused("not_a_workshop", "file") from None
    if not isinstance(found, dict) or not str(found.get("schema", "")).startswith(SCHEMA[:-1]):
        raise Refused("not_a_workshop", "file")
    if found["schema"] != SCHEMA:
        raise Refused("newer_workshop", "file")
    return found


def filled(value: Any, shape: Any) -> Any:
    """The value with what older files do not have, which is nothing of its kind."""
    if isinstance(shape, VarTupleType) and isinstance(value, list):
        return [filled(each, shape.item_type) for each in value]
    if not isinstance(shape, StructType) or not isinstance(value, dict):
        return value
    known = {field.encode_name: field for field in shape.fields}
    left_out = {
        name: NOTHING[type(field.type)]
        for name, field in known.items()
        if field.required and type(field.type) in NOTHING
    }
    told = {
        name: filled(each, known[name].type) if name in known else each
        for name, each in value.items()
    }
    return left_out | told


def safe(value: Any, path: str = "", depth: int = 0) -> Any:
    """The value with every text as the room could have written it, and no number past counting."""
    if depth > DEEPEST:
        raise Refused("not_a_workshop", "file")
    if isinstance(value, str):
        return text(value, path)
    if isinstance(value, int) and abs(value) > MOST:
        raise bad(path)
    if isinstance(value, list):
        return [safe(each, f"{path}[{place}]", depth + 1) for place, each in enumerate(value)]
    if isinstance(value, dict):
        return {name: safe(each, f"{path}.{name}"[:80], depth + 1) for name, each in value.items()}
    return value


def text(value: str, path: str) -> str:
    try:
        return within(tidy(value), LIMITS.prompt_graphemes)
    except Refused:
        raise bad(path) from None


def as_report(value: Any) -> Report:
    try:
        return msgspec.convert(value, Report)
    except msgspec.ValidationError as error:
        if "unknown field" in str(error):
            raise Refused("newer_workshop", "file") from None
        raise bad(at["path"] if (at := _AT.search(str(error))) else "") from None

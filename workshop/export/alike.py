"""One kind of line made of another that tells the same."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

T = TypeVar("T")


def alike(lines: Sequence[msgspec.Struct], kind: type[T]) -> tuple[T, ...]:
    """The same values as another kind, by the names of its fields; what that has no field for stays behind."""
    return msgspec.convert(lines, tuple[kind, ...], from_attributes=True)  # type: ignore[valid-type]

"""Finds what lies in a folder, so that a new file is known without a list to edit."""

import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")


def found(folder: Iterable[str], package: str, name: str, kind: type[T]) -> Iterator[T]:
    """Give everything called `name` in the modules of a package, in the order of their names."""
    for module in pkgutil.iter_modules(folder, f"{package}."):
        thing = getattr(import_module(module.name), name, None)
        if isinstance(thing, kind):
            yield thing

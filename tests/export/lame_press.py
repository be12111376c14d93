"""A press on a machine where libraries are broken: python -m tests.export.lame_press pptx docx!

The import of one that is named fails; one with a ! takes the process with it, as a system does that has no
memory left.
"""

import os
import sys
from importlib.abc import MetaPathFinder
from types import ModuleType

from workshop.export.press import main


def press(*broken: str) -> tuple[str, ...]:
    """The command of such a press."""
    return (sys.executable, "-m", "tests.export.lame_press", *broken)


class Broken(MetaPathFinder):
    def __init__(self, names: list[str]) -> None:
        self.names = names

    def find_spec(self, name: str, path: object, target: ModuleType | None = None) -> None:
        if f"{name}!" in self.names:
            os._exit(9)
        if name in self.names:
            raise ImportError(f"{name} is broken here.")


if __name__ == "__main__":
    sys.meta_path.insert(0, Broken(sys.argv[1:]))
    main()

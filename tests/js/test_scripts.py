"""The browser's own logic that needs no browser, run by Node: every *.test.mjs beside this file."""

import subprocess
from pathlib import Path

import pytest

from tests.servers.node import node

HERE = Path(__file__).resolve().parent


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name)
def test_script(path: Path) -> None:
    told = subprocess.run([node(), "--test", path], capture_output=True, text=True, check=False)

    assert told.returncode == 0, told.stdout + told.stderr

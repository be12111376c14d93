"""Green code is tested in a process of its own, because an engine is started once and first."""

import inspect
import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def run(source: str, *arguments: str, timeout: float = 60) -> str:
    """What a fresh Python prints that runs this source with every warning an error."""
    command = [sys.executable, "-W", "error", "-c", textwrap.dedent(source), *arguments]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=timeout, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(params=["eventlet", "gevent"])
def engine_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def green(engine_name: str) -> Callable[..., Any]:
    """Run a function in a fresh process in which the engine was started, and give what it returns."""

    def run_green(probe: Callable[..., object], *args: object) -> Any:
        source = f"""
import json
from workshop import engine
engine.start({engine_name!r})
{textwrap.dedent(inspect.getsource(probe))}
print(json.dumps({probe.__name__}(*{args!r})))
"""
        return json.loads(run(source))

    return run_green

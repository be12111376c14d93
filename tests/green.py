"""Green code is tested in a process of its own, because an engine is started once and first."""

import inspect
import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


def run(source: str, timeout: float = 120) -> str:
    """What a fresh Python prints that runs this source with every warning an error."""
    command = [sys.executable, "-W", "error", "-c", textwrap.dedent(source)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=timeout, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    assert done.stderr == "", done.stderr[-4000:]
    return done.stdout


def run_green(engine_name: str, probe: Callable[..., object], *args: object) -> Any:
    """Run a function in a fresh process in which the engine was started, and give what it returns.

    A function inside a test is sent as source: it imports what it needs, and has `engine`.
    """
    return json.loads(
        run(
            f"""
import json
from workshop import engine
engine.start({engine_name!r})
{source_of(probe)}
print(json.dumps({probe.__name__}(*{args!r})))
"""
        )
    )


def source_of(probe: Callable[..., object]) -> str:
    if "<locals>" in probe.__qualname__:
        return textwrap.dedent(inspect.getsource(probe))
    return f"from {probe.__module__} import {probe.__name__}"

"""The server itself, in place of the shell's process."""

import os
import sys

import click

from workshop.demo.server import ROOT


@click.command()
def run() -> None:
    """Serve, as `python run.py` does. Settings come from the environment (docs/hosting.md)."""
    os.execv(sys.executable, [sys.executable, str(ROOT / "run.py")])  # noqa: S606 -- that is its task

"""Where Chromium is, and how the tests start it: quiet, and talking to nobody."""

import os
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

# The headless shell is the same engine without windows, and costs half as much.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "google-chrome-stable", "google-chrome", "chromium-browser")
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def path(playwright: Playwright) -> str | None:
    """RYTME_CHROMIUM, else the system's, else None for Playwright's own; raises FileNotFoundError."""
    named = os.environ.get("RYTME_CHROMIUM")
    found = named or next((at for name in NAMES if usable(at := shutil.which(name))), None)
    if found is None and not Path(playwright.chromium.executable_path).exists():
        raise FileNotFoundError("no Chromium; scripts/system.sh installs one")
    return found


def usable(at: str | None) -> bool:
    """Ubuntu's chromium-browser is a script that only leads to a snap."""
    return at is not None and b"/snap/" not in Path(at).resolve().read_bytes()[:4096]


def launch_options(playwright: Playwright, *more: str) -> dict[str, Any]:
    """For `playwright.chromium.launch(**launch_options(playwright, "--more"))`."""
    as_root = ["--no-sandbox"] if os.getuid() == 0 else []
    return {"executable_path": path(playwright), "args": [*QUIET, *as_root, *more]}


if __name__ == "__main__":  # asked by scripts/system.sh
    with sync_playwright() as started:
        print(path(started) or "Playwright's own")

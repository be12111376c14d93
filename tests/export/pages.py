"""Office documents as LibreOffice shows them: converted to PDF in one start, and read as text."""

import shutil
import subprocess
from pathlib import Path

import pytest


def as_text(folder: Path, files: dict[str, bytes]) -> dict[str, list[str]]:
    """By name, the text of each page; what cannot be opened is missing."""
    office = shutil.which("soffice") or pytest.skip("LibreOffice is not here")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, *(str(folder / name) for name in files)], check=True, timeout=300)
    return {name: text_of((folder / name).with_suffix(".pdf")) for name in files}


def text_of(path: Path) -> list[str]:
    said = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, timeout=60, capture_output=True
    )
    return [" ".join(page.split()) for page in said.stdout.decode().split("\f")[:-1]]

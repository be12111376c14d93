"""Whether saved folders are as they were written."""

import sys
from pathlib import Path

import click

from workshop.cli.shell import fail, settings, told
from workshop.export import naming
from workshop.export import verify as faults_in


@click.command()
@click.argument("folders", nargs=-1, metavar="[FOLDER]...")
def verify(folders: tuple[str, ...]) -> None:
    """Check saved FOLDERs against their manifests: by name under sessions/ or by path; all, if none is named.

    Exit code 1 says that a file is missing or changed, and the lines say which.
    """
    sessions = settings().sessions_dir
    with told():
        wanted = [place_of(each, sessions) for each in folders] or saved(sessions)
        found = {folder: faults_in(folder) for folder in wanted}
    for folder, faults in found.items():
        for fault in faults or ["whole"]:
            click.echo(f"{folder.name}: {fault}")
    if not found:
        click.echo(f"There is nothing under {sessions}.")
    sys.exit(any(found.values()))


def place_of(folder: str, sessions: Path) -> Path:
    """A path that is there, else a name under sessions/."""
    path = Path(folder)
    return path.resolve() if path.is_dir() else sessions / path.name


def saved(sessions: Path) -> list[Path]:
    if not sessions.is_dir():
        fail(f"There is no folder {sessions}. Is RYTME_SESSIONS_DIR as the server's?")
    return sorted(path for path in sessions.iterdir() if naming.NAME.fullmatch(path.name))

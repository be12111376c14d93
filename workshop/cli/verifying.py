"""Whether saved folders are as they were written."""

import sys
from pathlib import Path

import click

from workshop.cli.shell import fail, settings, told
from workshop.export import naming, not_made
from workshop.export import verify as faults_in


@click.command()
@click.argument("folders", nargs=-1, metavar="[FOLDER]...")
def verify(folders: tuple[str, ...]) -> None:
    """Check saved FOLDERs against their manifests: by name under sessions/ or by path; all, if none is named.

    Exit code 1 says that a file is missing or changed, and the lines say which. A file that could not be
    made is named too; it is no fault, for all of it is in workshop.json.
    """
    sessions = settings().sessions_dir
    with told():
        wanted = [place_of(each, sessions) for each in folders] or saved(sessions)
        found = {folder: faults_in(folder) for folder in wanted}
    for folder, faults in found.items():
        for words in [*(faults or ["whole"]), *(without(it) for it in not_made(folder))]:
            click.echo(f"{folder.name}: {words}")
    if not found:
        click.echo(f"There is nothing under {sessions}.")
    sys.exit(any(found.values()))


def without(name: str) -> str:
    return f"{name} could not be made; everything is in workshop.json"


def place_of(folder: str, sessions: Path) -> Path:
    """A path that is there, else a name under sessions/."""
    path = Path(folder)
    return path.resolve() if path.is_dir() else sessions / path.name


def saved(sessions: Path) -> list[Path]:
    if not sessions.is_dir():
        fail(f"There is no folder {sessions}. Is RYTME_SESSIONS_DIR as the server's?")
    return sorted(path for path in sessions.iterdir() if naming.NAME.fullmatch(path.name))

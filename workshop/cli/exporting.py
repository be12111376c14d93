"""What a workshop leaves behind, without a browser."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from workshop.cli.shell import dry_run, fail, listed, stored, yes
from workshop.conductor import Conductor
from workshop.core.messages import Entry, Refused
from workshop.core.records import Place
from workshop.export import FORMATS, Report, as_log, grown_report, report
from workshop.export.as_json import SCHEMA_FILE, published_schema
from workshop.export.formats import rendered
from workshop.words import LANGUAGES

LOG_FILE = "log.json"


@click.command()
@click.argument("workshop")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    help="One format; may be said again. All of them, if none is.",
)
@click.option(
    "--to",
    default=".",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write to.",
    show_default=True,
)
@click.option(
    "--language", type=click.Choice(LANGUAGES), help="Of the headings; else the workshop's."
)
@click.option("--log", is_flag=True, help="Also log.json: how a closed workshop grew.")
@yes("Write over files of the same name.")
@dry_run("Say what would be written, and write nothing.")
def export(
    *,
    workshop: str,
    formats: tuple[str, ...],
    to: Path,
    language: str | None,
    log: bool,
    yes: bool,
    dry_run: bool,
) -> None:
    """Write the results of WORKSHOP (its code or its id) as they stand now.

    They hold what the whole room saw, and nothing else.
    """
    with stored() as (_, store):
        log_id = listed(store, workshop).log_id
        place = Conductor(store).place(log_id)
        entries = store.read(log_id)
        files = dict(made(grown_report(place, entries), formats or tuple(FORMATS), language))
        if not formats:
            files[SCHEMA_FILE] = published_schema()
        if log:
            files[LOG_FILE] = log_of(place, entries)
        there = sorted(name for name in files if (to / name).exists())
        if there and not (yes or dry_run):
            fail(f"{to / there[0]} is there already. With --yes it is written over.")
        for name, data in files.items():
            if not dry_run:
                put(to / name, data)
            click.echo(f"{'Would write' if dry_run else 'Wrote'}: {to / name}")


def made(
    told: Report, formats: tuple[str, ...], language: str | None
) -> Iterator[tuple[str, bytes]]:
    for name in formats:
        yield FORMATS[name].filename, rendered(name, told, language=language or "")


def log_of(place: Place, entries: Sequence[Entry]) -> bytes:
    told = report(place)
    if told.workshop.state != "closed":
        raise Refused("not_closed")
    return as_log.as_log(told, entries, as_log.scopes_of(place))


def put(path: Path, data: bytes) -> None:
    """Whole or not at all, and for the host alone to read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    with fresh.open("xb") as file:
        fresh.chmod(0o600)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)

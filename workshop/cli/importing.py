"""A saved workshop is opened again."""

from dataclasses import dataclass
from pathlib import Path

import click

from workshop.access import Keys, shown_code
from workshop.cli.shell import dry_run, now, stored, told
from workshop.conductor import Conductor
from workshop.core.decider import decide
from workshop.core.messages import By
from workshop.core.records import Place
from workshop.export import Report, saved
from workshop.store import Store
from workshop.web.addresses import addresses
from workshop.web.making import Beginning, Made, begin, facilitator_url, opening

ANY_ID = "0" * 32


@dataclass(frozen=True)
class Here:
    """As much of a house as it takes to make a workshop."""

    store: Store
    conductor: Conductor
    keys: Keys


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--retention-days",
    default=30,
    type=click.IntRange(0, 365),
    help="Days until it is deleted from the server; 0 keeps it.",
    show_default=True,
)
@dry_run("Read and check the file, and make nothing.")
def import_(*, file: Path, retention_days: int, dry_run: bool) -> None:
    """Open the workshop of FILE, a workshop.json, in a place of its own, and print its facilitator link.

    It is marked as imported. People, drafts and what was still being voted on do not come back.
    """
    with told():
        report = saved.read(file.read_bytes())
        begins = opening(report, "", retention_days)
        if dry_run:
            check(begins)
            click.echo(f"Would open: {words_of(report)}")
            return
    with stored(makes=True) as (config, store):
        there = Here(store, Conductor(store), Keys(config.secret))
        made = begin(there, begins)
    click.echo(f"Opened: {words_of(report)} ({shown_code(made.code)})", err=True)
    for address in addresses(config):
        click.echo(facilitator_url(address, made.id, made.key))


def check(begins: Beginning) -> None:
    """Refused where the workshop would be, as in a place that is still empty."""
    made = Made(id=ANY_ID, code="", key="")
    by = By(actor="", role="facilitator", at=now())
    decide(Place(made.id), begins.first(made), by)


def words_of(report: Report) -> str:
    return f"{report.workshop.title}, {report.workshop.state}, {len(report.notes)} notes"

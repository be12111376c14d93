"""Deleting for good."""

from pathlib import Path

import click

from workshop.cli.shell import dry_run, listed, now, stored, yes
from workshop.export.archive import artifacts_of, remove_artifacts
from workshop.store import Store


@click.command()
@click.argument("workshop", required=False)
@yes("Do not ask first.")
@dry_run("Say what would be deleted, and delete nothing.")
@click.option("--files", is_flag=True, help="Delete the folders under sessions/ as well.")
def purge(*, workshop: str | None, yes: bool, dry_run: bool, files: bool) -> None:
    """Delete WORKSHOP from the server for good; without one, all that are past their days.

    Rows, keys and texts go. Folders under sessions/ are yours and stay, unless you ask with --files.
    Nobody should be in the workshop: a server that holds it open forgets it when the last one has left.
    """
    with stored() as (config, store):
        sessions = config.sessions_dir if files else None
        due = due_for(store, workshop, sessions)
        if dry_run:
            for log in due:
                would_delete(log, sessions)
            return
        if due and not yes:
            click.confirm(f"Delete {len(due)} for good?", abort=True)
        for log in due:
            delete(store, log, sessions)
        click.echo(f"Deleted: {len(due)}")


def due_for(store: Store, workshop: str | None, sessions: Path | None) -> list[str]:
    """The one that is named, also where only its folder is left; else all that are past their days."""
    if workshop is None:
        at = now()
        for log in store.held_back(at):
            click.echo(f"Past its days, but kept until the server has saved it: {log}")
        return store.due_for_purge(at)
    if sessions and artifacts_of(workshop, sessions):
        return [workshop]
    return [listed(store, workshop).log_id]


def would_delete(log: str, sessions: Path | None) -> None:
    for folder in artifacts_of(log, sessions) if sessions else ():
        click.echo(f"Would delete: {folder}")
    click.echo(f"Would delete: {log}")


def delete(store: Store, log: str, sessions: Path | None) -> None:
    """Folders first: where one cannot be deleted, the workshop is still listed and can be named again."""
    for folder in remove_artifacts(log, sessions) if sessions else ():
        click.echo(f"Deleted: {folder}")
    store.purge(log)

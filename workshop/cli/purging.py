"""Deleting for good."""

import click

from workshop.cli.shell import dry_run, listed, now, stored, yes
from workshop.export.archive import remove_artifacts
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
        due = due_for(store, workshop)
        if dry_run:
            for log in due:
                click.echo(f"Would delete: {log}")
            return
        if due and not yes:
            click.confirm(f"Delete {len(due)} for good?", abort=True)
        for log in due:
            store.purge(log)
            for folder in remove_artifacts(log, config.sessions_dir) if files else ():
                click.echo(f"Deleted: {folder}")
        click.echo(f"Deleted: {len(due)}")


def due_for(store: Store, workshop: str | None) -> list[str]:
    return [listed(store, workshop).log_id] if workshop else store.due_for_purge(now())

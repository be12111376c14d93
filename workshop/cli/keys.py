"""A new facilitator link, where the old one is lost."""

import click

from workshop.access import Keys, digest
from workshop.cli.shell import dry_run, listed, stored, yes
from workshop.web.addresses import addresses
from workshop.web.making import facilitator_url


@click.command()
@click.argument("workshop")
@yes("Do not ask first.")
@dry_run("Say whose link would end, and make none.")
def key(*, workshop: str, yes: bool, dry_run: bool) -> None:
    """Make a new facilitator link for WORKSHOP (its code or its id). The old link dies."""
    with stored() as (config, store):
        found = listed(store, workshop)
        if dry_run:
            click.echo(f"Would end the facilitator link of: {found.log_id}")
            return
        if not yes:
            click.confirm("End the facilitator link that there is?", abort=True, err=True)
        fresh = Keys(config.secret).facilitator()
        store.set_key(found.log_id, digest(fresh))
    for address in addresses(config):
        click.echo(facilitator_url(address, found.log_id, fresh))

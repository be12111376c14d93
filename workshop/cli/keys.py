"""A new facilitator link, where the old one is lost."""

import click

from workshop.access import Keys, digest
from workshop.cli.shell import listed, stored
from workshop.web.addresses import addresses
from workshop.web.making import facilitator_url


@click.command()
@click.argument("workshop")
def key(workshop: str) -> None:
    """Make a new facilitator link for WORKSHOP (its code or its id). The old link dies."""
    with stored() as (config, store):
        found = listed(store, workshop)
        fresh = Keys(config.secret).facilitator()
        store.set_key(found.log_id, digest(fresh))
    for address in addresses(config):
        click.echo(facilitator_url(address, found.log_id, fresh))

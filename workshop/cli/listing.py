"""Which workshops there are."""

import json
from typing import Any

import click

from workshop.access import shown_code
from workshop.cli.shell import stored
from workshop.conductor import Conductor
from workshop.core.workshop import the_workshop
from workshop.export.naming import day_here
from workshop.store import Store

HEADS = ("CODE", "STATE", "MADE", "LAST", "CLOSED", "SIZE", "ID", "TITLE")


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
def list_(*, as_json: bool) -> None:
    """List the workshops on this server, the newest first: code, state, dates, size, id and title."""
    with stored() as (_, store):
        found = lines(store)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    table = [HEADS, *map(cells, found)]
    widths = [max(len(row[column]) for row in table) for column in range(len(HEADS) - 1)]
    for row in table:
        told = (cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=True))
        click.echo("  ".join([*told, row[-1]]))


def lines(store: Store) -> list[dict[str, Any]]:
    """A title stands in the log alone, so each workshop is read once, and let go of."""
    conductor, found = Conductor(store), []
    for held in store.holdings():
        workshop = the_workshop(conductor.place(held.log_id))
        conductor.forget(held.log_id)
        found.append(
            {
                "id": held.log_id,
                "code": shown_code(held.code),
                "title": workshop.title,
                "state": workshop.state,
                "created_at": held.created_at,
                "last_at": held.last_at,
                "closed_at": held.closed_at,
                "retention_days": held.retention_days,
                "bytes": held.bytes,
            }
        )
    return found


def cells(line: dict[str, Any]) -> tuple[str, ...]:
    times = (line[name] for name in ("created_at", "last_at", "closed_at"))
    days = (day_here(at) if at else "" for at in times)
    size = f"{-(-line['bytes'] // 1024)} kB"
    return (line["code"], line["state"], *days, size, line["id"], line["title"])

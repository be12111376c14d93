"""What every command needs: the settings, the open store, and one line where it cannot be done."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, NoReturn, TypeVar

import click

from workshop.access import fold_code
from workshop.config import Config, SettingFault, read
from workshop.core.messages import Refused
from workshop.core.times import stamp
from workshop.store import Listing, Store, StoreFailed, StoreFault
from workshop.words import sentence

C = TypeVar("C", bound=Callable[..., Any])


def dry_run(words: str) -> Callable[[C], C]:
    return click.option("--dry-run", is_flag=True, help=words)


def yes(words: str) -> Callable[[C], C]:
    return click.option("--yes", is_flag=True, help=words)


def now() -> str:
    return stamp(datetime.now(UTC))


def listed(store: Store, workshop: str) -> Listing:
    """By its id, or by the code while that is open."""
    found = store.listing(workshop) or store.by_code(fold_code(workshop))
    return found or fail(
        f"There is no workshop {workshop} here, or its code has ended: use its id."
    )


@contextmanager
def stored(*, makes: bool = False) -> Iterator[tuple[Config, Store]]:
    """The settings and the open store of this host; a place that has none yet gets one only if it `makes`."""
    config = settings(makes=makes)
    store = Store(config.database_url)
    with told():
        try:
            store.open(makes=makes)
            yield config, store
        finally:
            store.close()


@contextmanager
def told() -> Iterator[None]:
    """What goes wrong, in one line and with exit code 1."""
    try:
        yield
    except StoreFault as fault:
        fail(str(fault))
    except StoreFailed as failed:
        fail(f"Database: {failed}")
    except Refused as refused:
        fail(sentence(refused, "en"))
    except OSError as fault:
        fail(f"{fault.filename or 'The disk'}: {fault.strerror}.")


def settings(*, makes: bool = False) -> Config:
    """Without the server's secret, unless what is made there needs it."""
    try:
        return read(has_secret=makes)
    except SettingFault as fault:
        fail(str(fault))


def fail(line: str) -> NoReturn:
    click.echo(line, err=True)
    sys.exit(1)

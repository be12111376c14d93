"""The operator's door: python -m workshop.cli run, demo, key, purge.

Exit codes: 0 done, 1 it could not be done (one line says why), 2 asked in a wrong way, 130 Ctrl-C.
"""

import os
import secrets
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from workshop import __version__
from workshop.access import Keys, digest, fold_code
from workshop.config import Config, SettingFault, read
from workshop.core.times import stamp
from workshop.demo.content import LANGUAGES, QUESTIONS
from workshop.demo.pace import PACES
from workshop.demo.play import Saved, play
from workshop.demo.rehearsal import NotPossible, Plan, Rehearsal
from workshop.demo.server import ROOT, NoServer, running
from workshop.export.archive import artifacts_of
from workshop.methods import RECIPES
from workshop.store import Listing, Store, StoreFault
from workshop.web.addresses import addresses
from workshop.web.making import facilitator_url

C = TypeVar("C", bound=Callable[..., Any])
ELSEWHERE = Path("the sessions folder of that server")


@click.group()
@click.version_option(__version__, prog_name="Rytme")
def main() -> None:
    """Rytme, from the shell of the machine that holds it."""


@main.command()
def run() -> None:
    """Serve, as `python run.py` does. Settings come from the environment (docs/hosting.md)."""
    os.execv(sys.executable, [sys.executable, str(ROOT / "run.py")])  # noqa: S606 -- that is its task


def choice(name: str, of: list[str], words: str) -> Callable[[C], C]:
    """An option with so many answers, the first by default."""
    return click.option(name, default=of[0], type=click.Choice(of), help=words, show_default=True)


def number(name: str, default: int, most: int, words: str) -> Callable[[C], C]:
    kind = click.IntRange(1, most)
    return click.option(name, default=default, type=kind, help=words, show_default=True)


@main.command()
@number("--participants", 24, 300, "How many come.")
@choice("--language", list(LANGUAGES), "What they speak.")
@number("--question", 1, len(QUESTIONS), "What they work on.")
@choice("--recipe", list(RECIPES), "The agenda.")
@choice("--pace", list(PACES), "How fast they are.")
@click.option("--drive", is_flag=True, help="Let a simulated facilitator lead: sit back and watch.")
@click.option("--once", is_flag=True, help="End when the workshop has been closed and saved.")
@click.option("--url", default="", help="Use the server at this address, instead of starting one.")
@click.option(
    "--seed", default=None, type=int, help="The same seed: the same people, the same words."
)
def demo(
    *,
    participants: int,
    language: str,
    question: int,
    recipe: str,
    pace: str,
    drive: bool,
    once: bool,
    url: str,
    seed: int | None,
) -> None:
    """Rehearse: simulated participants join over the real wire and follow whoever leads.

    They write, build, group, name, vote and take on actions. Ctrl-C ends it all.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    config = settings()
    log = config.data_dir / "rehearsal.log"
    ours = running(config.host, config.port, log)
    with ended_kindly(), nullcontext(url) if url else ours as address:
        plan = Plan(
            url=address.rstrip("/"),
            language=language,
            recipe=recipe,
            question=question,
            participants=participants,
            pace=PACES[pace],
            create_key=config.create_key,
            seed=secrets.randbelow(10_000) if seed is None else seed,
        )
        saved = folder_in(config.sessions_dir) if not url else lambda _: ELSEWHERE
        play(Rehearsal(plan, click.echo), click.echo, saved, drive=drive, once=once)


@contextmanager
def ended_kindly() -> Iterator[None]:
    try:
        yield
    except NoServer as fault:
        fail(f"The server of the rehearsal did not start. {fault}")
    except (NotPossible, OSError) as fault:
        fail(f"The rehearsal cannot go on: {fault}")
    except KeyboardInterrupt:
        click.echo("\nThe rehearsal has ended.")
        sys.exit(130)


def folder_in(sessions: Path) -> Saved:
    def saved(workshop: str) -> Path | None:
        found = artifacts_of(workshop, sessions) if sessions.exists() else []
        return found[0] if found else None

    return saved


@main.command()
@click.argument("workshop")
def key(workshop: str) -> None:
    """Make a new facilitator link for WORKSHOP (its code or its id). The old link dies."""
    with stored() as (config, store):
        found = listed(store, workshop)
        fresh = Keys(config.secret).facilitator()
        store.set_key(found.log_id, digest(fresh))
    for address in addresses(config):
        click.echo(facilitator_url(address, found.log_id, fresh))


@main.command()
@click.argument("workshop", required=False)
@click.option("--yes", is_flag=True, help="Do not ask first.")
def purge(*, workshop: str | None, yes: bool) -> None:
    """Delete WORKSHOP from the server for good; without one, all that are past their days.

    Rows, keys and texts go. Folders under sessions/ are yours and stay. Nobody should be in the
    workshop: a server that holds it open forgets it when the last one has left.
    """
    with stored() as (_, store):
        due = [listed(store, workshop).log_id] if workshop else store.due_for_purge(now())
        if due and not yes:
            click.confirm(f"Delete {len(due)} for good?", abort=True)
        for log in due:
            store.purge(log)
        click.echo(f"Deleted: {len(due)}")


def now() -> str:
    return stamp(datetime.now(UTC))


def listed(store: Store, workshop: str) -> Listing:
    found = store.listing(workshop) or store.by_code(fold_code(workshop))
    return found or fail(
        f"There is no workshop {workshop} here, or its code has ended: use its id."
    )


@contextmanager
def stored() -> Iterator[tuple[Config, Store]]:
    """The settings and the open store of this host."""
    config = settings()
    store = Store(config.database_url, config.data_dir)
    try:
        store.open()
        yield config, store
    except StoreFault as fault:
        fail(str(fault))
    finally:
        store.close()


def settings() -> Config:
    try:
        return read()
    except SettingFault as fault:
        fail(str(fault))


def fail(line: str) -> NoReturn:
    click.echo(line, err=True)
    sys.exit(1)


if __name__ == "__main__":
    main()

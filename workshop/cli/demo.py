"""A rehearsal, with simulated participants on a server of its own or on another."""

import secrets
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

import click

from workshop.cli.shell import fail, settings
from workshop.demo.content import LANGUAGES, QUESTIONS
from workshop.demo.pace import PACES
from workshop.demo.play import Saved, play
from workshop.demo.rehearsal import NotPossible, Plan, Rehearsal
from workshop.demo.server import NoServer, running
from workshop.export.archive import artifacts_of
from workshop.methods import RECIPES

C = TypeVar("C", bound=Callable[..., Any])
ELSEWHERE = Path("the sessions folder of that server")


def choice(name: str, of: list[str], words: str) -> Callable[[C], C]:
    """An option with so many answers, the first by default."""
    return click.option(name, default=of[0], type=click.Choice(of), help=words, show_default=True)


def number(name: str, default: int, most: int, words: str) -> Callable[[C], C]:
    kind = click.IntRange(1, most)
    return click.option(name, default=default, type=kind, help=words, show_default=True)


@click.command()
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
    config = settings(makes=True)
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
        found = artifacts_of(workshop, sessions)
        return found[0] if found else None

    return saved

"""A rehearsal on the terminal: where to go, what is going on, and where the results are at the end."""

from collections.abc import Callable
from pathlib import Path

from workshop.demo.rehearsal import Rehearsal

Say = Callable[[str], None]
Saved = Callable[[str], Path | None]
"""Where the results of a workshop, by its id, have been saved; nothing as long as they are not."""


def play(it: Rehearsal, say: Say, saved: Saved, *, drive: bool, once: bool) -> None:
    """Hold the rehearsal; comes back only with `once`, when the workshop is closed and saved."""
    say(welcome(it, it.make(), drive=drive))
    it.open(drive=drive)
    told = False

    def ended() -> bool:
        nonlocal told
        if not told and it.closed() and (where := saved(it.made["id"])):
            say(f"\nThe workshop is closed. Its results are in {where}")
            told = True
        return told and once

    try:
        it.run(ended)
    finally:
        it.end()


def welcome(it: Rehearsal, made: dict[str, str], *, drive: bool) -> str:
    leading = "A simulated facilitator leads." if drive else "You lead: open the console."
    return "\n".join(
        [
            "",
            f"{it.question.title}: {it.question.question}",
            "",
            f"  Console  {made['facilitator_url']}",
            f"  Board    {made['board_url']}",
            f"  Join     {made['join_url']}",
            "",
            f"  {it.plan.participants} simulated participants are coming. {leading}",
            "  Ctrl-C ends it all.",
            "",
        ]
    )

"""A word for each phase; steps outside of them are named by where they stand in the agenda."""

from collections.abc import Sequence


def _(words: str) -> str:
    """Mark the words for extraction; they are translated when the reader is known."""
    return words


PHASES = {"open": _("Open"), "integrate": _("Integrate"), "close": _("Close")}
BREAK = _("Break")
WELCOME = _("Welcome")  # before the first step


def phase_words(phases: Sequence[str]) -> list[str]:
    """The English word for each step of an agenda, from the steps' phases in order."""
    working = [at for at, phase in enumerate(phases) if phase in PHASES]
    known = {**PHASES, "break": BREAK}
    return [known.get(phase) or _beside(at, working) for at, phase in enumerate(phases)]


def _beside(at: int, working: Sequence[int]) -> str:
    if not working or at < working[0]:
        return _("Check-in")
    return _("Check-out") if at > working[-1] else BREAK

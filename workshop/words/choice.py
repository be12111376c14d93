"""Which language to speak: what a person chose, else what the browser asks for, else the workshop's."""

from collections.abc import Iterable

from .catalogue import LANGUAGES

ALSO = {"no": "nb", "nn": "nb"}  # who asks for Norwegian is better served by bokmål than by English


def spoken(tag: str) -> str:
    """The language of ours that a tag such as nb-NO means, or nothing."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    language = ALSO.get(primary, primary)
    return language if language in LANGUAGES else ""


def chosen(cookie: str, accepted: Iterable[str], fallback: str = "") -> str:
    wishes = (cookie, *accepted, fallback)
    return next((found for wish in wishes if (found := spoken(wish))), LANGUAGES[0])

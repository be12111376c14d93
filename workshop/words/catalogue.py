"""The catalogues of translations/: read from their .po files, so that none is ever compiled or stale."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

LANGUAGES = ("en", "nb")
NAMES = {"en": "English", "nb": "Bokmål"}
FOLDER = Path(__file__).parents[1] / "translations"


@cache
def catalogue(language: str) -> NullTranslations:
    """The words of a language; English, and any other that is not here, is the source's own."""
    messages = messages_of(language)
    if messages is None:
        return NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return Translations(compiled)


def translator(language: str) -> Callable[[str], str]:
    """A function from English words to a language's; the empty text stays empty."""
    words = catalogue(language)
    return lambda text: words.gettext(text) if text else ""


@cache
def browser_words(language: str) -> dict[str, Any]:
    """What the scripts say, as JSON: `messages` maps English to one form, or to [one, many].

    All our languages have two forms, chosen by n != 1.
    """
    messages = messages_of(language) or ()
    words = {_english(message): _forms(message) for message in messages if _in_scripts(message)}
    return {"language": language, "plural": "n != 1", "messages": words}


@cache
def messages_of(language: str) -> Catalog | None:
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    if language not in LANGUAGES or not path.exists():
        return None
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _in_scripts(message: Any) -> bool:
    return bool(message.id) and any("static/js/" in place for place, _ in message.locations)


def _english(message: Any) -> str:
    return str(message.id[0] if isinstance(message.id, tuple | list) else message.id)


def _forms(message: Any) -> str | list[str]:
    return list(message.string) if isinstance(message.string, tuple | list) else message.string

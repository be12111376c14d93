"""Words in pages: flask-babel finds the language of a request, our catalogues give the words."""

from collections.abc import Callable
from typing import Any

from babel.support import NullTranslations
from flask_babel import Babel, Domain, get_locale, gettext, ngettext

from .catalogue import LANGUAGES, catalogue

__all__ = ["current", "gettext", "ngettext", "prepare"]


class OurWords(Domain):  # type: ignore[misc]
    """Asks our own catalogues instead of looking for compiled files."""

    def get_translations(self) -> NullTranslations:
        return catalogue(current())


def prepare(app: Any, language_of_request: Callable[[], str]) -> None:
    babel = Babel(app, default_locale=LANGUAGES[0], locale_selector=language_of_request)
    babel.domain_instance = OurWords()


def current() -> str:
    """The language of the request at hand; English outside of one."""
    return str(get_locale() or LANGUAGES[0])

"""The words of one report: its language, and dates and numbers as that language writes them."""

from dataclasses import dataclass
from typing import Protocol

from workshop.words import catalogue, day, decimal


class Translations(Protocol):
    """What gettext gives, and all that a format needs of it."""

    def gettext(self, message: str) -> str: ...
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...


@dataclass(frozen=True)
class Wording:
    """Called with English words and what stands in their gaps, it answers in the report's language.

    Formats name theirs `_`, so that the words are found by extraction.
    """

    language: str
    translations: Translations

    def __call__(self, words: str, **gaps: object) -> str:
        return self.translations.gettext(words) % gaps

    def ngettext(self, one: str, many: str, number: int, **gaps: object) -> str:
        """One or many: the number itself is the gap %(num)d."""
        return self.translations.ngettext(one, many, number) % {"num": number, **gaps}

    def day(self, at: str) -> str:
        """A time of the log, or a date such as 2026-12-04, as people write the day."""
        return day(at, self.language)

    def decimal(self, number: str) -> str:
        """2.5 as people write it; what is empty stays so."""
        return decimal(number, self.language)


def wording_of(language: str, translations: Translations | None = None) -> Wording:
    return Wording(language, translations or catalogue(language))

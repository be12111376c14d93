"""The product's words: one catalogue a language, sentences for refusals, dates as people write them."""

from .catalogue import LANGUAGES, NAMES, browser_words, catalogue, translator
from .choice import chosen, spoken
from .dates import clock, day
from .numbers import decimal
from .pages import current, gettext, ngettext, prepare
from .phases import PHASES, WELCOME, phase_words
from .sentences import sentence

__all__ = [
    "LANGUAGES",
    "NAMES",
    "PHASES",
    "WELCOME",
    "browser_words",
    "catalogue",
    "chosen",
    "clock",
    "current",
    "day",
    "decimal",
    "gettext",
    "ngettext",
    "phase_words",
    "prepare",
    "sentence",
    "spoken",
    "translator",
]

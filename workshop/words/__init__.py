"""The product's words: one catalogue a language, sentences for refusals, dates as people write them."""

from .catalogue import LANGUAGES, NAMES, browser_words, catalogue, translator
from .choice import chosen, spoken
from .dates import clock, day
from .pages import current, prepare
from .sentences import sentence

__all__ = [
    "LANGUAGES",
    "NAMES",
    "browser_words",
    "catalogue",
    "chosen",
    "clock",
    "current",
    "day",
    "prepare",
    "sentence",
    "spoken",
    "translator",
]

"""Whose an action is: one person's. What two promise together, each leaves to the other."""

import regex

from .messages import Refused
from .people import name_of

# A sign or a word that stands between two names, in the languages that Rytme speaks or has begun to.
_BETWEEN = regex.compile(r"\s*[,;/&+]\s*|\s+(?:and|og|och|ja)\s+", regex.IGNORECASE)


def owner_of(text: str) -> str:
    """The name of the owner, or empty; `two_owners` where it is a list of names."""
    name = name_of(text)
    names = [each for each in _BETWEEN.split(name) if each]
    if len(names) > 1:
        raise Refused("two_owners", "who", first=names[0])
    return name

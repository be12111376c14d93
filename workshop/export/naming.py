"""The name of an artifact's folder: a day, a few letters of the title, the join code. Nothing else gets in."""

import re
import unicodedata

from workshop.core.messages import Time
from workshop.core.times import moment
from workshop.export.parts import About

_FOLDED = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ł": "l", "þ": "th", "ð": "d"}
)
_OTHER = re.compile(r"[^a-z0-9]+")
LONGEST = 48
NAME = re.compile(r"\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*")


def folder_name(workshop: About) -> str:
    """2026-11-21-safe-at-home-VEV4K7 in small letters; the day it began, in the host's own clock."""
    began = day_here(workshop.started_at or workshop.created_at)
    code = _OTHER.sub("", workshop.code.lower())
    return "-".join(part for part in (began, slug(workshop.title), code) if part)


def day_here(at: Time) -> str:
    """The day of a time of the log in the host's own clock, as YYYY-MM-DD."""
    return moment(at).astimezone().date().isoformat()


def slug(title: str) -> str:
    """Plain letters, digits and single hyphens; `workshop` where a title has none of these."""
    plain = unicodedata.normalize("NFKD", title.lower().translate(_FOLDED))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _OTHER.sub("-", bare)[:LONGEST].strip("-") or "workshop"

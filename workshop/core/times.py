"""Reckoning with the one time format of the log."""

import re
from datetime import UTC, date, datetime, timedelta

from .messages import Refused, Time

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def moment(at: Time) -> datetime:
    return datetime.fromisoformat(at)


def stamp(when: datetime) -> Time:
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def later(at: Time, seconds: int) -> Time:
    return stamp(moment(at) + timedelta(seconds=seconds))


def seconds_between(start: Time, end: Time) -> int:
    """Whole seconds from start to end, never under zero."""
    return max(0, round((moment(end) - moment(start)).total_seconds()))


def to_the_minute(at: Time) -> Time:
    """A secret entry's time says no more than its minute, so that it cannot be matched with a person's."""
    return stamp(moment(at).replace(second=0, microsecond=0))


def to_the_day(at: Time) -> str:
    """The day in UTC, as YYYY-MM-DD."""
    return moment(at).date().isoformat()


def day(text: str, field: str) -> str:
    """A date as YYYY-MM-DD, or empty; `bad_date` otherwise."""
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise Refused("bad_date", field) from None


def is_day(text: str) -> bool:
    """Whether the text is a date and nothing else, as a form keeps one."""
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def day_to_come(text: str, field: str, at: Time) -> str:
    """As `day`; `past_date` where that day is over everywhere (the last zone is twelve hours behind UTC)."""
    found = day(text, field)
    if found and found < to_the_day(stamp(moment(at) - timedelta(hours=12))):
        raise Refused("past_date", field)
    return found

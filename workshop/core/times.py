"""Reckoning with the one time format of the log."""

import re
from datetime import UTC, date, datetime, timedelta

from .messages import Refused, Time

FIRST_YEAR, LAST_YEAR = 1900, 2200  # of what people may plan or remember; past them it is mistyped
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
    """A date as YYYY-MM-DD, or empty; `bad_date` otherwise, and `far_date` in a year that nobody means."""
    found = any_day(text, field)
    if found and not is_near(int(found[:4])):
        raise Refused("far_date", field, year=found[:4], first=FIRST_YEAR, last=LAST_YEAR)
    return found


def any_day(text: str, field: str) -> str:
    """As `day`, of any year: what was written down before there were bounds."""
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise Refused("bad_date", field) from None


def is_near(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def is_day(text: str) -> bool:
    """Whether the text is a date and nothing else, as a form keeps one."""
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def day_to_come(text: str, field: str, at: Time) -> str:
    """As `day`; `past_date` where that day is over."""
    found = day(text, field)
    if found and is_over(found, at):
        raise Refused("past_date", field)
    return found


def is_over(day: str, at: Time) -> bool:
    """Whether a day is over everywhere: the last zone is twelve hours behind UTC."""
    return day < to_the_day(stamp(moment(at) - timedelta(hours=12)))

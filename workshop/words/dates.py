"""Times of the log as people write them, in the clock of the machine that holds the workshop."""

from datetime import date, datetime

from babel.dates import format_date, format_time

# In the Nordic countries English is written as in Britain: 21 November 2026.
REGIONS = {"en": "en_GB"}


def day(at: str, language: str) -> str:
    """2026-11-21T08:00:00.000Z, or the bare date of it, as 21. november 2026 or 21 November 2026."""
    is_moment = "T" in at  # a date alone is the same day in every zone
    found = datetime.fromisoformat(at).astimezone() if is_moment else date.fromisoformat(at)
    return format_date(found, "long", locale=REGIONS.get(language, language))


def clock(at: str, language: str) -> str:
    """2026-11-21T08:00:00.000Z as 08:00, where the clock stands at UTC."""
    return format_time(datetime.fromisoformat(at).astimezone(), "HH:mm", locale=language)

"""What every office document needs: the language as its readers name it, which way a text runs, and a
package whose bytes follow from what is in it alone.
"""

import io
import unicodedata
import zipfile
from datetime import UTC, datetime

from workshop.core.messages import Time
from workshop.core.times import moment
from workshop.export.legal import legal_line
from workshop.export.parts import About
from workshop.export.wording import Wording

FONT = "Atkinson Hyperlegible Next"
MAKER = "Rytme"
MOST = 255  # signs that a property of a document may have
TAGS = {"en": "en-GB", "nb": "nb-NO", "nn": "nn-NO", "sv": "sv-SE", "fi": "fi-FI"}
_NEVER = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell


def tag(language: str) -> str:
    """The language with a country, for spelling checks know no language without one."""
    return TAGS.get(language, language)


def runs_leftwards(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def described(properties: object, about: About, _: Wording) -> None:
    """Fill a document's own properties; its times are the report's, so that the same one stays the same."""
    at = written_at(about.as_of)
    told = {
        "title": legal_line(about.title)[:MOST],
        "subject": legal_line(about.purpose)[:MOST],
        "author": MAKER,
        "last_modified_by": MAKER,
        "category": _("Report"),
        "comments": "",
        "identifier": about.id,
        "keywords": "",
        "language": tag(about.language),
        "version": "",
        "revision": 1,
        "created": at,
        "modified": at,
    }
    for name, value in told.items():
        setattr(properties, name, value)


def written_at(at: Time) -> datetime:
    """In UTC and to the second, as these packages have it."""
    return moment(at).astimezone(UTC).replace(microsecond=0, tzinfo=None)


def timeless(package: bytes) -> bytes:
    """The same package without the moment when each of its parts was packed."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as found,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for part in found.infolist():
            named = zipfile.ZipInfo(part.filename, _NEVER)
            named.compress_type, named.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            made.writestr(named, found.read(part))
    return packed.getvalue()

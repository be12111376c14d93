"""all.zip: every format in one file, for taking home at once."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from workshop.export.as_json import SCHEMA_FILE, published_schema
from workshop.export.formats import FORMATS, Format, _
from workshop.export.parts import Report
from workshop.export.wording import Wording

MIDNIGHT = (1980, 1, 1, 0, 0, 0)  # the earliest a zip knows: the same files are the same bytes


def as_bundle(report: Report, wording: Wording) -> bytes:
    return zipped({each.id: each.make(report, wording) for each in FORMATS.values()})


BUNDLE = Format("all.zip", "application/zip", as_bundle, _("All files in one"), "all", slow=True)


def explained(made: Mapping[str, bytes]) -> dict[str, bytes]:
    """With the schema that explains workshop.json."""
    return {**made, SCHEMA_FILE: published_schema()}


def zipped(made: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        for name, data in explained(made).items():
            bundle.writestr(zipfile.ZipInfo(name, MIDNIGHT), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()

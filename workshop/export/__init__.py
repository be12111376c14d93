"""What a workshop leaves behind: one report, in every format that people can keep."""

from workshop.export.as_json import schema
from workshop.export.bundle import BUNDLE
from workshop.export.formats import FORMATS, Format, make
from workshop.export.growing import Growths, grown_report
from workshop.export.manifest import not_made, verify
from workshop.export.moderation import moderation_csv
from workshop.export.parts import Report
from workshop.export.report import report
from workshop.export.restored import restored
from workshop.export.scribe import Scribe, save_all
from workshop.export.work import Stopped, Work

__all__ = [
    "BUNDLE",
    "FORMATS",
    "Format",
    "Growths",
    "Report",
    "Scribe",
    "Stopped",
    "Work",
    "grown_report",
    "make",
    "moderation_csv",
    "not_made",
    "report",
    "restored",
    "save_all",
    "schema",
    "verify",
]

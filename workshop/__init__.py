"""Rytme: a workshop is a log, and every screen shows the records that its viewer may see."""

__version__ = "0.1.0"

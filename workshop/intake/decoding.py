"""Bytes of a file as text, in the encodings that spreadsheets write."""

import codecs

from workshop.core.messages import Refused

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(data: bytes) -> str:
    """The text: by its byte order mark, else UTF-8, else Windows-1252, as Excel writes here.

    Raises `bad_file` where it is no text at all: a workbook, a picture.
    """
    text = by_its_mark(data)
    if "\0" in text or text.startswith(("PK\x03\x04", "%PDF-")):
        raise Refused("bad_file", "file")
    return text


def by_its_mark(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if encoding := unmarked_utf_16(data):
        return data.decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def unmarked_utf_16(data: bytes) -> str:
    """In UTF-16 every other byte of words in Latin letters is 0."""
    start = data[:512]
    halves = {"utf-16-be": start[::2], "utf-16-le": start[1::2]}
    found = [name for name, half in halves.items() if half and half.count(0) > 0.7 * len(half)]
    return found[0] if len(found) == 1 else ""

"""What is really in a file: office documents are packed, and a search of their bytes would find nothing."""

import io
import zipfile

from workshop.core.records import Place
from workshop.export import FORMATS, make


def unpacked(data: bytes) -> bytes:
    """The bytes of all its parts, also of what is packed within a part."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    return b"\n".join(unpacked(part) for part in parts(data).values())


def parts(data: bytes) -> dict[str, bytes]:
    """By name, in the order of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def every_byte(place: Place) -> bytes:
    """All formats of a place, unpacked."""
    return b"".join(unpacked(make(name, place)) for name in FORMATS)

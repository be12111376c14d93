"""Reads a PDF with readers that had no part in making it: poppler, qpdf and pypdf."""

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject


def told_by(program: str, pdf: bytes, *options: str, after: tuple[str, ...] = ()) -> str:
    """What a program says of the file; it fails where the program does."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "it.pdf")
        path.write_bytes(pdf)
        found = subprocess.run(
            [program, *options, path, *after], check=True, capture_output=True, text=True
        )
    return found.stdout


def about(pdf: bytes) -> dict[str, str]:
    """Title, Tagged, Pages, Page size and the like."""
    lines = told_by("pdfinfo", pdf).splitlines()
    return {name: value.strip() for name, _colon, value in (it.partition(":") for it in lines)}


def text_of(pdf: bytes) -> str:
    """All words in their order, without anything between them: where lines break is not their meaning."""
    return squeezed(told_by("pdftotext", pdf, after=("-",)))


def squeezed(text: str) -> str:
    return "".join(re.sub(r"[-\xad\u2010]\n", "", text).replace("\u200b", "").split())


def tags(pdf: bytes) -> list[tuple[str, str]]:
    """Each element of the tag tree in reading order, with its alternative text or its title."""
    return list(walked(PdfReader(BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]))


def walked(element: object) -> Iterator[tuple[str, str]]:
    if isinstance(element, IndirectObject):
        element = element.get_object()
    if isinstance(element, list):
        for each in element:
            yield from walked(each)
    elif isinstance(element, DictionaryObject):
        if "/S" in element:
            told = element.get("/Alt") or element.get("/T") or ""
            yield element["/S"].removeprefix("/"), " ".join(str(told).split())
        if "/K" in element:
            yield from walked(element["/K"])


def bookmarks(pdf: bytes) -> list[str]:
    return list(titles(PdfReader(BytesIO(pdf)).outline))


def titles(outline: list[object]) -> Iterator[str]:
    for each in outline:
        yield from titles(each) if isinstance(each, list) else [each["/Title"]]


def is_for_everyone(pdf: bytes) -> bool:
    """Whether it says of itself that it is PDF/UA-1."""
    return (
        b"<pdfuaid:part>1</pdfuaid:part>" in PdfReader(BytesIO(pdf)).xmp_metadata.stream.get_data()
    )


def language(pdf: bytes) -> str:
    return str(PdfReader(BytesIO(pdf)).trailer["/Root"]["/Lang"])

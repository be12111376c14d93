"""What in a file could act by itself, reach elsewhere, or not be what it looks like: nothing, whatever was written.

A new format gets a line in DANGERS, by the ending of its name. Each answers with what it found.
"""

import io
import json
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import jsonschema
from lxml import etree
from PIL import Image

from tests.export.canvas_schema import CANVAS
from tests.export.everywhere import told
from tests.export.readers import Page, ending, page, properties, sheet, tokens
from workshop.export.as_json import schema
from workshop.export.formats import rendered

PLAIN = "Someone calls the day after"
FORMULA = tuple("=+-@\t\r\0＝＋－＠")
IN_A_CALENDAR = {
    *("BEGIN", "END", "VERSION", "PRODID", "METHOD", "NAME", "X-WR-CALNAME", "X-WR-CALDESC"),
    *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "TRANSP", "SUMMARY", "DESCRIPTION"),
}
ON_A_CANVAS = {"paragraph_open", "paragraph_close", "inline", "em_open", "em_close"}
ON_A_CANVAS |= {"text", "text_special", "softbreak", "hardbreak"}
# By namespace, since a chart names the cells that it draws and calls that a formula too.
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
IN_A_PACKAGE = {
    f"{SHEET}{name}" for name in ("f", "hyperlink", "hyperlinks", "ddeLink", "oleObject")
}
IN_A_PACKAGE |= {f"{WORD}{name}" for name in ("altChunk", "object", "control", "subDoc")}
IN_A_PACKAGE |= {
    f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{name}"
    for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver")
}
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FIELDS = {"PAGE", "NUMPAGES", "TOC", "PAGEREF", "STYLEREF", "SEQ"}
IN_A_PDF = {"/JavaScript", "/JS", "/Launch", "/URI", "/SubmitForm", "/GoToR", "/GoToE", "/AA"}


def of_json(data: bytes, count: int) -> list[str]:
    errors = jsonschema.Draft202012Validator(schema()).iter_errors(json.loads(data))
    return [error.message for error in errors]


def of_html(data: bytes, count: int) -> list[str]:
    """The elements are those that any words would give; the addresses point into the page."""
    found, innocent = page(data), Page(innocent_of("report.html", count).decode())
    beyond = [it for it in found.values if not it.startswith("href=#")]
    return differing(found.elements, innocent.elements) + beyond


def of_markdown(data: bytes, count: int) -> list[str]:
    return differing(shape(data.decode()), shape(innocent_of("report.md", count).decode()))


@cache
def innocent_of(format_id: str, count: int) -> bytes:
    return rendered(format_id, told([f"{PLAIN} {number}" for number in range(count)]))


def shape(text: str) -> list[str]:
    """Every block, and every span within; lines and escapes are how text is written, not what it is."""
    found = []
    for token in tokens(text):
        found.append(token.type)
        found += [
            child.type
            for child in token.children or ()
            if child.type not in {"text", "text_special", "softbreak", "hardbreak"}
        ]
    return found


def differing(found: list[Any], expected: list[Any]) -> list[str]:
    """Where two readings part, and what stands there; empty where they are the same."""
    if found == expected:
        return []
    pairs = enumerate(zip(found, expected, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), min(len(found), len(expected)))
    return [f"at {at}: {found[at - 2 : at + 3]} in place of {expected[at - 2 : at + 3]}"]


def of_csv(data: bytes, count: int) -> list[str]:
    rows = sheet(data)
    uneven = [str(row) for row in rows if len(row) != len(rows[0])]
    return uneven + [cell for row in rows for cell in row if cell.lstrip().startswith(FORMULA)]


def of_ics(data: bytes, count: int) -> list[str]:
    """Just the events that there are, of the properties that we write."""
    found = list(properties(data))
    kinds = [value for name, _parameters, value in found if name == "BEGIN"]
    strange = [name for name, _parameters, _value in found if name not in IN_A_CALENDAR]
    return strange + differing(kinds, ["VCALENDAR", *["VEVENT"] * (count + 1)])


def of_canvas(data: bytes, count: int) -> list[str]:
    canvas = json.loads(data)
    errors = [it.message for it in jsonschema.Draft202012Validator(CANVAS).iter_errors(canvas)]
    return errors + [
        kind
        for node in canvas["nodes"]
        if node["type"] == "text"
        for kind in all_tokens(node["text"])
        if kind not in ON_A_CANVAS
    ]


def all_tokens(text: str) -> Iterator[str]:
    for token in tokens(text):
        yield token.type
        yield from (child.type for child in token.children or ())


def of_package(data: bytes, count: int) -> list[str]:
    """Office files, also inside one another: sound XML without formula, outer link, or field that fetches."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        parts = {name: package.read(name) for name in package.namelist()}
    found = [name for name in parts if name.endswith((".bin", ".vbs"))]
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            found += [f"{name}: {it}" for it in acting(etree.fromstring(part))]
        elif name.endswith((".xlsx", ".docx", ".pptx")):
            found += of_package(part, count)
    return found


def acting(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        if (
            element.tag in IN_A_PACKAGE
            or element.get("TargetMode") == "External"
            or (element.tag == f"{WORD}hyperlink" and element.get(LINK))
        ):
            yield element.tag
        elif element.tag in {f"{WORD}fldSimple", f"{WORD}instrText"}:
            words = (element.get(f"{WORD}instr") or element.text or "").split()
            if words and words[0] not in FIELDS:
                yield " ".join(words)


def of_pdf(data: bytes, count: int) -> list[str]:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        told = ["qpdf", "--json", "--json-key=qpdf", file.name]
        done = subprocess.run(told, capture_output=True, check=True)
    return sorted(set(names(json.loads(done.stdout))) & IN_A_PDF)


def names(value: Any) -> Iterator[str]:
    """Keys and names; texts of people are written as `u:…` or `b:…`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from names(each)
    elif isinstance(value, list):
        for each in value:
            yield from names(each)


def of_svg(data: bytes, count: int) -> list[str]:
    found = []
    for element in etree.fromstring(data).iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else "comment"
        found += [name] if name in {"script", "foreignObject", "a", "iframe", "image"} else []
        for attribute, value in element.attrib.items():
            word = etree.QName(attribute).localname
            if word.startswith("on") or (word in {"href", "src"} and not value.startswith("#")):
                found.append(f"{name} {word}={value}")
    return found


def of_png(data: bytes, count: int) -> list[str]:
    return []


def of_gif(data: bytes, count: int) -> list[str]:
    """Beside its frames it says how often they are shown, and nothing in words."""
    with Image.open(io.BytesIO(data)) as picture:
        return sorted(set(picture.info) & {"comment"})


DANGERS: dict[str, Callable[[bytes, int], list[str]]] = {
    "json": of_json,
    "html": of_html,
    "md": of_markdown,
    "csv": of_csv,
    "ics": of_ics,
    "canvas": of_canvas,
    "xlsx": of_package,
    "docx": of_package,
    "pptx": of_package,
    "pdf": of_pdf,
    "svg": of_svg,
    "png": of_png,
    "gif": of_gif,
}


def dangers(format_id: str, data: bytes, count: int) -> list[str]:
    """What is found in a file that tells of so many texts."""
    return DANGERS[ending(format_id)](data, count)

"""What a reader finds in a file: its words, by a program other than the one that wrote it.

A new format gets a line in READERS, by the ending of its name.
"""

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

from tests.export.sheet import sheet


class Page(HTMLParser):
    """What a browser finds: elements with their attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, frozenset[str]]] = []
        self.values: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, frozenset(name for name, _ in attrs)))
        self.values |= {f"{name}={value}" for name, value in attrs if name in {"href", "src"}}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def of_json(data: bytes) -> str:
    return "\n".join(strings(json.loads(data)))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def of_html(data: bytes) -> str:
    return "".join(page(data).texts)


@lru_cache(maxsize=1)
def page(data: bytes) -> Page:
    return Page(data.decode())


def of_markdown(data: bytes) -> str:
    return words(tokens(data.decode()))


@lru_cache(maxsize=2)
def tokens(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(text)


def words(found: list[Token]) -> str:
    return "\n".join(
        "".join("\n" if child.type.endswith("break") else child.content for child in token.children)
        for token in found
        if token.children
    )


def of_csv(data: bytes) -> str:
    return "\n".join(cell for row in sheet(data) for cell in row)


def of_xlsx(data: bytes) -> str:
    return "\n".join(str(it.value) for it in cells(data) if it.value is not None)


def cells(data: bytes) -> Iterator[Any]:
    import openpyxl

    for each in openpyxl.load_workbook(io.BytesIO(data)):
        for row in each.iter_rows():
            yield from row


def of_ics(data: bytes) -> str:
    return "\n".join(unescaped(value) for _name, _parameters, value in properties(data))


def properties(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Name, parameters and value of each content line, unfolded as RFC 5545 3.1 says."""
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert not any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines)
    for line in data.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n"):
        name, parameters, value = re.fullmatch(
            r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:]*))*):(.*)', line, re.DOTALL
        ).groups()
        yield name, parameters, value


def unescaped(value: str) -> str:
    return re.sub(
        r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.DOTALL
    )


def of_canvas(data: bytes) -> str:
    """The labels as they are, the texts as Markdown shows them."""
    nodes = json.loads(data)["nodes"]
    return "\n".join(
        node["label"] if node["type"] == "group" else words(tokens(node["text"])) for node in nodes
    )


def of_docx(data: bytes) -> str:
    import docx

    body = docx.Document(io.BytesIO(data)).element.body
    return "\n".join(
        "".join(part.text or "\n" for part in paragraph.iter(f"{W}t", f"{W}br", f"{W}cr"))
        for paragraph in body.iter(f"{W}p")
    )


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def of_pptx(data: bytes) -> str:
    """The slides with their tables, charts and notes."""
    import pptx

    pptx.Presentation(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [name for name in package.namelist() if name.endswith(".xml")]
        roots = [etree.fromstring(package.read(name)) for name in parts]
    kinds = (f"{A}t", "{http://schemas.openxmlformats.org/drawingml/2006/chart}v")
    return "\n".join(part.text or "" for root in roots for part in root.iter(*kinds))


def of_pdf(data: bytes) -> str:
    told = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(told, input=data, capture_output=True, check=True).stdout.decode()


def of_svg(data: bytes) -> str:
    return "".join(etree.fromstring(data).itertext())


def of_picture(data: bytes) -> str:
    """It has no words to find; it opens."""
    Image.open(io.BytesIO(data)).verify()
    return ""


READERS: dict[str, Callable[[bytes], str]] = {
    "json": of_json,
    "html": of_html,
    "md": of_markdown,
    "csv": of_csv,
    "xlsx": of_xlsx,
    "ics": of_ics,
    "canvas": of_canvas,
    "docx": of_docx,
    "pptx": of_pptx,
    "pdf": of_pdf,
    "svg": of_svg,
    "png": of_picture,
    "gif": of_picture,
}
PICTURES = {"png", "gif"}
"""What shows words and does not hold them."""


def ending(format_id: str) -> str:
    return format_id.rpartition(".")[2]


def bare(text: str) -> str:
    """Without blanks, which a format may fold, and without what Unicode keeps for nobody."""
    return re.sub(r"[\s\ufdd0-\ufdef\ufffe\uffff]", "", text)


def latin(text: str) -> str:
    """Letters and digits of ASCII alone: a page is read line by line, and hyphens and Arabic its own way."""
    return re.sub(r"[^0-9A-Za-z]", "", text)


FOLDED: dict[str, Callable[[str], str]] = {"pdf": latin}
"""How far what is read may differ from what was written; by default in blanks alone."""
PIECE = 200  # signs of a long text that are looked for together where a page may end within it


def missing(format_id: str, data: bytes, texts: list[str]) -> list[str]:
    """Which of the texts a reader does not find."""
    kind = ending(format_id)
    if kind in PICTURES:
        READERS[kind](data)
        return []
    fold = FOLDED.get(kind, bare)
    found = fold(READERS[kind](data))
    size = PIECE if kind in FOLDED else len(found) + 1
    return [text for text in texts if not all(it in found for it in pieces(fold(text), size))]


def pieces(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]

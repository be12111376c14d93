"""Make what is served and not kept: style sheets, the icon sprite, joined scripts, packed copies.

Quick when nothing changed: a file is written only when its content differs.
"""

import gzip
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import modules

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
BUILT = STATIC / "built"
IMAGES = STATIC / "img"

PACKED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest"}
SVG = "http://www.w3.org/2000/svg"
ICON = {
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}


def main() -> None:
    for sheet in sorted((STATIC / "css").glob("*.list")):
        write(BUILT / f"{sheet.stem}.css", style_sheet(sheet))
    write(BUILT / "icons.svg", sprite())
    for page in modules.PAGES:
        for name, script in modules.joined(page).items():
            write(BUILT / name, script.encode())
    pack()


def write(path: Path, content: bytes) -> None:
    """Replace the file at once, so that a reader finds the old one or the new one, whole."""
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.write_bytes(content)
    fresh.replace(path)


def style_sheet(sheet: Path) -> bytes:
    """The files a list names, in its order; they lie as deep as the result, so url(...) stays right."""
    names = [line for line in lines(sheet) if not line.startswith("#")]
    return b"\n".join((sheet.parent / name).read_bytes() for name in names)


def lines(path: Path) -> list[str]:
    return [line for raw in path.read_text("utf-8").splitlines() if (line := raw.strip())]


def sprite() -> bytes:
    """Every drawing that a page may use by name: Lucide's icons, our own signs, the logo."""
    ET.register_namespace("", SVG)
    root = ET.Element(f"{{{SVG}}}svg")
    for name in lines(IMAGES / "icons.list"):
        root.append(symbol(name, STATIC / "vendor" / "icons" / f"{name}.svg", ICON))
    for path in sorted((IMAGES / "signs").glob("*.svg")):
        root.append(symbol(f"sign-{path.stem}", path))
    logo = IMAGES / "logo.svg"
    if logo.exists():
        root.append(symbol("logo", logo))
    return ET.tostring(root, encoding="utf-8")


def symbol(name: str, path: Path, attributes: dict[str, str] | None = None) -> ET.Element:
    drawing = ET.parse(path).getroot()  # noqa: S314 -- a drawing of this repository
    kept = {key: value for key, value in drawing.items() if key not in {"width", "height", "id"}}
    made = ET.Element(f"{{{SVG}}}symbol", {"id": name, **(attributes or kept)})
    made.extend(drawing)
    return made


def served() -> Iterator[Path]:
    """The files a browser may ask for; what is packed or half written is not one."""
    for path in sorted(STATIC.rglob("*")):
        if path.is_file() and not re.search(r"\.(gz|new|list)$|vendor\.new", str(path)):
            yield path


def pack() -> None:
    """A .gz beside each text, as old as its source; one without a source goes."""
    wanted = {packed(path) for path in served() if path.suffix in PACKED}
    for stale in set(STATIC.rglob("*.gz")) - wanted:
        stale.unlink(missing_ok=True)


def packed(path: Path) -> Path:
    target = path.with_name(f"{path.name}.gz")
    age = path.stat().st_mtime_ns
    if not target.exists() or target.stat().st_mtime_ns != age:
        write(target, gzip.compress(path.read_bytes(), mtime=0))
        os.utime(target, ns=(age, age))
    return target


if __name__ == "__main__":
    main()

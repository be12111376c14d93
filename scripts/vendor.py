"""Copy what the pages need out of node_modules into static/vendor, each under one import path.

Bare import names become relative ones, so that browsers load the files as they lie: no bundler and
no import map. static/vendor/manifest.json says what each file is and where it comes from.

Documents are set in the same typeface, and with emoji in ink: what sets them reads TrueType alone, so
the static files are unpacked.
"""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"
ICONS = ROOT / "static" / "img" / "icons.list"

# Our file: (package, its file, the bare name that other packages import it by).
SCRIPTS = {
    "preact.js": ("preact", "dist/preact.mjs", "preact"),
    "hooks.js": ("preact", "hooks/dist/hooks.mjs", "preact/hooks"),
    "signals-core.js": ("@preact/signals-core", "dist/signals-core.mjs", "@preact/signals-core"),
    "signals.js": ("@preact/signals", "dist/signals.mjs", "@preact/signals"),
    "htm.js": ("htm", "dist/htm.mjs", "htm"),
    "socket.io.js": ("socket.io-client", "dist/socket.io.esm.min.js", "socket.io-client"),
    "idb-keyval.js": ("idb-keyval", "dist/index.js", "idb-keyval"),
}
# Latin covers English and the Nordic languages; one variable file holds all weights.
FONTS = {"atkinson-next": "next", "atkinson-mono": "mono"}
# Our file: (package, its woff files). Latin and extended Latin become one: Sámi names need both.
ATKINSON = "@fontsource/atkinson-hyperlegible-next"
LATIN = ("latin", "latin-ext")
PRINT_FONTS = {
    f"atkinson-next-{weight}.ttf": (
        ATKINSON,
        [f"atkinson-hyperlegible-next-{script}-{weight}-normal.woff" for script in LATIN],
    )
    for weight in (400, 700)
} | {"noto-emoji.ttf": ("@fontsource/noto-emoji", ["noto-emoji-emoji-400-normal.woff"])}

FROM = re.compile(r"""(\bfrom\s*|\bimport\s*)(["'])([^"'.][^"']*)\2""")
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*\n?", re.MULTILINE)


def main() -> None:
    made_from = fingerprint()
    if up_to_date(made_from):
        return
    fresh = VENDOR.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    files = [*scripts(fresh), *fonts(fresh), *print_fonts(fresh), *icons(fresh)]
    for package in sorted({file["package"] for file in files}):
        copy_licence(package, fresh)
    manifest = {"made_from": made_from, "files": files}
    (fresh / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.rename(VENDOR)
    print(
        f"static/vendor: {len(files)} files from {len({file['package'] for file in files})} packages"
    )


def fingerprint() -> str:
    """Everything that decides what lies in static/vendor."""
    sources = [ROOT / "package-lock.json", Path(__file__), ICONS]
    return sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()


def up_to_date(made_from: str) -> bool:
    try:
        manifest = json.loads((VENDOR / "manifest.json").read_text("utf-8"))
        return manifest["made_from"] == made_from and all(
            sha256((VENDOR / file["path"]).read_bytes()).hexdigest() == file["sha256"]
            for file in manifest["files"]
        )
    except (OSError, ValueError, KeyError):
        return False


def scripts(folder: Path) -> Iterator[dict[str, str]]:
    for name, (package, path, _) in SCRIPTS.items():
        text = (MODULES / package / path).read_text("utf-8")
        text = FROM.sub(relative, SOURCE_MAP.sub("", text))
        yield place(text.encode(), folder, name, package)


def relative(found: re.Match[str]) -> str:
    """The same import by a relative path; a name that nobody vendors must not reach a browser."""
    start, quote, bare = found.groups()
    for name, (_, _, known) in SCRIPTS.items():
        if bare == known:
            return f"{start}{quote}./{name}{quote}"
    sys.exit(f"scripts/vendor.py: no file for the import {bare!r}; add it to SCRIPTS.")


def fonts(folder: Path) -> Iterator[dict[str, str]]:
    for name, family in FONTS.items():
        package = f"@fontsource-variable/atkinson-hyperlegible-{family}"
        path = MODULES / package / f"files/atkinson-hyperlegible-{family}-latin-wght-normal.woff2"
        yield place(path.read_bytes(), folder, f"fonts/{name}.woff2", package)


def print_fonts(folder: Path) -> Iterator[dict[str, str]]:
    for name, (package, files) in PRINT_FONTS.items():
        parts = [unpacked(MODULES / package / "files" / file) for file in files]
        yield place(joined(parts), folder, f"fonts/{name}", package)


def unpacked(woff: Path) -> BytesIO:
    """The TrueType that a woff holds."""
    font, file = TTFont(woff, recalcTimestamp=False), BytesIO()
    font.flavor = None
    font.save(file)
    file.seek(0)
    return file


def joined(parts: list[BytesIO]) -> bytes:
    if len(parts) == 1:
        return parts[0].getvalue()
    file = BytesIO()
    Merger().merge(parts).save(file)
    return file.getvalue()


def icons(folder: Path) -> Iterator[dict[str, str]]:
    for name in ICONS.read_text("utf-8").split():
        path = MODULES / "lucide-static" / "icons" / f"{name}.svg"
        if not path.exists():
            sys.exit(f"static/img/icons.list names {name}, and Lucide has no such icon.")
        yield place(path.read_bytes(), folder, f"icons/{name}.svg", "lucide-static")


def place(content: bytes, folder: Path, path: str, package: str) -> dict[str, str]:
    """Write the file and give its line of the manifest."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(content)
    about = json.loads((MODULES / package / "package.json").read_text("utf-8"))
    return {
        "path": path,
        "package": package,
        "version": about["version"],
        "licence": about["license"],
        "sha256": sha256(content).hexdigest(),
    }


def copy_licence(package: str, folder: Path) -> None:
    """Every licence asks that its text travels with the copies."""
    (source,) = (MODULES / package).glob("LICEN[CS]E*")
    target = folder / "licences" / f"{package.strip('@').replace('/', '-')}.txt"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(source.read_bytes())


if __name__ == "__main__":
    main()

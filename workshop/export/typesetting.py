"""Sets pages with typst: our own template, and people's words as data, so that none of them is markup.

PDF/UA-1 forbids a sign that no font can show. typst names such signs; they are then shown as a box,
and remembered, so that the next document is set at once.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec
import typst

from workshop.core.text import signs

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates" / "paper"
FONTS = ROOT / "static" / "vendor" / "fonts"
Form = Literal["pdf", "png"]
LONG_WORD = 26  # signs; a longer one may break anywhere, for it has no place to break by itself
BOX = "□"
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_LONG = re.compile(rf"\S{{{LONG_WORD},}}")
_UNSHOWN = re.compile(r"(?:the text|codepoint) `\"(.*?)\"`")
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_LATIN = re.compile(r"[\n -~\xa0-\xac\xae-\u017f\u2010-\u2027]*")
_unshown = set[str]()


def typeset(
    template: str, words: msgspec.Struct, drawings: Mapping[str, str], at: str, form: Form = "pdf"
) -> bytes:
    """The document, or a picture of its one page. `at` is its date: the same words give the same bytes."""
    plain = msgspec.to_builtins(words)
    while True:
        try:
            return made(template, settable(plain), drawings, at, form)
        except typst.TypstError as error:
            new = unshown(f"{error.message}\n{error.diagnostic}") - _unshown
            if not new:
                raise
            _unshown.update(new)


def made(template: str, words: Any, drawings: Mapping[str, str], at: str, form: Form) -> bytes:
    return typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=fonts(),
        sys_inputs={"words": msgspec.json.encode(words).decode(), **drawings},
        format=form,
        pdf_standards="ua-1" if form == "pdf" else None,
        timestamp=datetime.fromisoformat(at).replace(microsecond=0),
    )


@cache
def fonts() -> typst.Fonts:
    """Ours first, then what the machine has: for emoji, and for scripts that ours lacks."""
    return typst.Fonts(font_paths=[FONTS])


def unshown(said: str) -> set[str]:
    """The signs that no font at hand can show, as typst names them."""
    texts = (_ESCAPE.sub(lambda found: chr(int(found[1], 16)), it) for it in _UNSHOWN.findall(said))
    return {sign for text in texts for sign in text}


def settable(value: Any) -> Any:
    """The same, with every text in it made fit to be set."""
    if isinstance(value, str):
        return _LONG.sub(breakable, shown(value))
    if isinstance(value, dict):
        return {name: settable(it) for name, it in value.items()}
    if isinstance(value, list | tuple):
        return [settable(it) for it in value]
    return value


def shown(text: str) -> str:
    """Without controls and what turns the line; a plainer sign, or a box, for one that no font has."""
    if _LATIN.fullmatch(text) and _unshown.isdisjoint(text):
        return text
    return "".join(map(sign_shown, text))


def sign_shown(sign: str) -> str:
    kind = unicodedata.category(sign)
    if (kind in ("Cc", "Cs") and sign != "\n") or unicodedata.bidirectional(sign) in TURNING:
        return ""
    if ord(sign) & 0xFFFE == 0xFFFE:
        return ""  # no sign at all, and forbidden in SVG
    if sign not in _unshown:
        return sign
    if kind in ("Cf", "Mn"):
        return ""  # what joins or shades another sign is no sign itself
    plain = unicodedata.normalize("NFKC", sign)
    return BOX if _unshown.intersection(plain) else plain


def breakable(found: re.Match[str]) -> str:
    return "\u200b".join(signs(found[0]))

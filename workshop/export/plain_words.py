"""People's words inside CommonMark: shown as they were written, never read as markup."""

import re

# Wherever they stand: emphasis, code, links, table cells, HTML, entities, formulas, mentions.
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#|~&$@])")
# Many readers make links of bare addresses, also where CommonMark asks for none.
_ADDRESS = re.compile(r"(?i)\b([a-z][a-z0-9+.-]*)(?=:\S)|\b(www)(?=\.)")
# At the start of a line alone: lists, underlines of headings, rows of tables.
_START = re.compile(r"^([-+=:!])|^(\d+)(?=\.)")
# Apps for notes also hide %%comments%% and ^names, and colour ==words==; what is escaped already stays so.
_IN_APPS = re.compile(r"(\\.)|([%=^])", re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def in_line(text: str) -> str:
    """On one line, as a heading or a table cell needs it."""
    return escaped(" ".join(text.split()))


def in_block(text: str, indent: str = "") -> str:
    """With its line breaks, each further line indented to stay within its list item."""
    lines = [line.strip() for line in text.replace("\r", "\n").split("\n")]
    return f"\\\n{indent}".join(escaped(line) for line in lines if line)


def in_app(text: str) -> str:
    """As `in_block`, where an app for notes reads it, which knows more marks than CommonMark has."""
    return _IN_APPS.sub(lambda found: found[1] or f"\\{found[2]}", in_block(text))


def escaped(line: str) -> str:
    line = _MARKS.sub(r"\\\1", _CONTROLS.sub("", line))
    return _START.sub(_guard_start, _ADDRESS.sub(_guard_address, line))


def _guard_address(found: re.Match[str]) -> str:
    return f"{found[0]}\\"


def _guard_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\"

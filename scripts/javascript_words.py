r"""Find the words of a script for the catalogues: every `_("...")`, N_ and ngettext, at any depth.

Babel's own reader loses its way in a template literal inside another, and the views are made of those.
Called by Babel (scripts/words.cfg).
"""

import ast
import re
from collections.abc import Collection, Iterator
from typing import Any, BinaryIO

LITERAL = r"""(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
TEXT = rf"{LITERAL}(?:\s*\+\s*{LITERAL})*"
CALL = re.compile(rf"(?<![\w$.])(_|N_|ngettext)\(\s*({TEXT})(?:\s*,\s*({TEXT}))?")

Message = tuple[int, str, str | tuple[str, ...], list[str]]


def extract(
    file: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: Any
) -> Iterator[Message]:
    source = file.read().decode()
    for call in CALL.finditer(source):
        name, *texts = call.groups()
        line = source.count("\n", 0, call.start()) + 1
        words = tuple(spoken(text) for text in texts if text)
        yield line, name, words if name == "ngettext" else words[0], []


def spoken(text: str) -> str:
    """The value of a JavaScript string; its escapes are Python's for all that words need."""
    return "".join(ast.literal_eval(literal) for literal in re.findall(LITERAL, text))

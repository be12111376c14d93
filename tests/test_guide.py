"""The guide's pictures: each is there, each is small, and none is taken that nobody is shown."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
MOST = 300_000  # bytes
PAGES = (ROOT / "README.md", ROOT / "docs" / "facilitating.md")
PICTURE = re.compile(r"!\[([^\]]+)\]\(((?:docs/)?pictures/([\w-]+\.png))\)")


def shown() -> list[tuple[Path, str, str]]:
    """Of each picture in a page: the page, what is said of it, and its file."""
    return [
        (page, words, file)
        for page in PAGES
        for words, file, _name in PICTURE.findall(page.read_text("utf-8"))
    ]


def test_each_picture_that_is_shown_is_there_and_small():
    for page, _words, file in shown():
        assert (page.parent / file).stat().st_size <= MOST, file


def test_each_picture_says_in_words_what_is_on_it():
    assert [file for _page, words, file in shown() if len(words.split()) < 3] == []


def test_no_picture_is_kept_that_nobody_is_shown():
    names = {Path(file).name for _page, _words, file in shown()}

    assert {path.name for path in PICTURES.glob("*.png")} - names == set()


def test_each_picture_of_the_guide_is_one_that_the_script_takes():
    script = (ROOT / "tests" / "browser" / "guide.py").read_text("utf-8")
    taken = {f"guide-{name}.png" for name in re.findall(r'\.shoot\("([\w-]+)"', script)}

    assert {Path(file).name for _page, _words, file in shown() if "/guide-" in file} == taken

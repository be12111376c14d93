"""What holds for the files of the repository as a whole."""

import json
import re
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from workshop.export import FORMATS

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
VENDOR = ROOT / "static" / "vendor"


def kept(*patterns: str) -> list[Path]:
    """The files that git keeps, or would keep."""
    found = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [path for name in found.split("\0") if name and (path := ROOT / name).is_file()]


def naming(patterns: list[str], words: str) -> list[str]:
    """Where a regular expression is found in kept files: "path:line"."""
    pattern = re.compile(words)
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in kept(*patterns)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_python_requirements_are_pinned_with_hashes_and_name_no_index(path: Path) -> None:
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^ *#.*\n", "", path.read_text("utf-8")).strip())

    assert [entry for entry in entries if not re.match(r"[\w.-]+==\S+", entry)] == []
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in path.read_text("utf-8")


def test_whatever_is_installed_is_pinned() -> None:
    installing = naming(["Makefile", "scripts", ".ci"], r"pip3? install")

    assert installing
    assert naming(["Makefile", "scripts", ".ci"], r"pip3? install(?!.*--require-hashes)") == []


def test_the_page_about_saved_workshops_names_every_file_of_a_folder() -> None:
    named = re.findall(r"`([\w.]+)`", (ROOT / "sessions" / "README.md").read_text("utf-8"))
    other = {"workshop.schema.json", "manifest.json", "not_made"}

    assert sorted(named) == sorted({*FORMATS, *other})


def test_test_requirements_agree_with_those_of_the_server() -> None:
    run, test = (
        set(re.findall(r"(?m)^([\w.-]+==\S+)", (ROOT / "requirements" / name).read_text("utf-8")))
        for name in ("run.txt", "test.txt")
    )

    assert run - test == set()


def test_browser_libraries_are_pinned_with_integrity_and_name_no_host() -> None:
    package = json.loads((ROOT / "package.json").read_text("utf-8"))
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    locked = {name: about for name, about in lock["packages"].items() if name}

    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert [version for version in wanted.values() if not re.fullmatch(r"[\d.]+", version)] == []
    assert [name for name, about in locked.items() if "integrity" not in about] == []
    assert [name for name, about in locked.items() if "resolved" in about] == []


def test_what_the_pages_need_from_elsewhere_lies_as_the_manifest_says() -> None:
    manifest = json.loads((VENDOR / "manifest.json").read_text("utf-8"))

    for file in manifest["files"]:
        assert sha256((VENDOR / file["path"]).read_bytes()).hexdigest() == file["sha256"], file
        assert file["version"]
        assert file["licence"]


def test_third_party_code_is_installed_and_never_committed() -> None:
    assert kept("node_modules", "static/vendor", "static/built") == []


def test_words_of_people_never_become_markup() -> None:
    raw = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML"

    assert naming(["static/js", "templates"], raw) == []
    assert naming(["templates"], r"\|\s*safe\b|autoescape\s+false") == []
    # Our own drawings, and the saved report's style sheet, are all that Python hands over as markup.
    places = {place.split(":")[0] for place in naming(["workshop/*.py"], r"\bMarkup\(")}
    assert places <= {f"workshop/{name}.py" for name in ("export/as_html", "web/template")}


def test_pages_hold_no_inline_script_and_no_inline_style() -> None:
    script = r"<script(?![^>]*\bsrc=)|\son[a-z]+=|javascript:"
    # The saved report is a file that stands alone: it holds its style sheet, and no script at all.
    pages = ["templates", ":!templates/report"]

    assert naming(["templates"], script) == []
    assert naming(pages, r"<style|\sstyle=") == []
    assert naming(["templates/report"], r"<script|\sstyle=") == []


def test_pages_and_styles_ask_no_other_origin() -> None:
    elsewhere = r"""(?:src|href|action)=["'](?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import"""

    assert naming(["templates", "static/css", "static/js"], elsewhere) == []


def rules() -> set[str]:
    text = (ROOT / "docs" / "protocol.md").read_text("utf-8")
    return set(re.findall(r"(?m)^- ([A-Z]\d+) ", text))


def cited() -> set[str]:
    text = "\n".join(path.read_text("utf-8") for path in kept("tests/*.py"))
    marks = re.findall(r"mark\.rule\(([^)]*)\)", text)
    return {name for mark in marks for name in re.findall(r"\"(\w+)\"", mark)}


def test_the_protocol_has_its_rules() -> None:
    wanted = {f"H{number}" for number in range(1, 9)} | {f"S{number}" for number in range(1, 14)}

    assert wanted <= rules()


@pytest.mark.parametrize("rule", sorted(rules()))
def test_every_rule_of_the_protocol_is_cited_by_a_test(rule: str) -> None:
    assert rule in cited()


def test_tests_cite_rules_that_exist() -> None:
    assert cited() - rules() == set()

"""Joined scripts hold what the modules hold, in an order in which each finds what it needs."""

import subprocess
from pathlib import Path

import pytest

from scripts import modules
from tests.servers.node import node


@pytest.fixture
def source(tmp_path, monkeypatch):
    """A small tree of modules; returns a writer of files."""
    monkeypatch.setattr(modules, "SOURCE", tmp_path / "js")
    monkeypatch.setattr(modules, "VENDOR", tmp_path / "vendor")

    def write(path: str, text: str) -> None:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    write("vendor/maths.js", "export default (a, b) => a + b;\n")
    write(
        "js/lib/sum.js",
        'import add from "../../vendor/maths.js";\n\nexport function sum(a, b) {\n  return add(a, b);\n}\n',
    )
    return write


def run(folder: Path, script: str) -> str:
    done = subprocess.run(
        [node(), "--input-type=module", "-e", script],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    return done.stdout.strip()


def built(folder: Path, page: str) -> Path:
    target = folder / "built"
    target.mkdir()
    for name, text in modules.joined(page).items():
        (target / name).write_text(text)
    (folder / "package.json").write_text('{"type": "module"}')
    return target


def test_a_page_is_one_script_and_what_it_needs_on_demand_another(source, tmp_path):
    source(
        "js/views/more.js",
        'import { sum as plus } from "../lib/sum.js";\nexport const more = (n) => plus(n, 1);\n',
    )
    source("js/pages/begin.js", "export const currentRoom = () => 41;\n")
    source(
        "js/pages/phone.js",
        'import { currentRoom } from "./begin.js";\nexport { currentRoom } from "./begin.js";\n'
        'import { sum } from "../lib/sum.js";\nconst more = () => import("../views/more.js");\n'
        "console.log(sum(20, 21));\nmore().then((found) => console.log(found.more(41)));\n",
    )

    target = built(tmp_path, "phone")

    assert sorted(path.name for path in target.iterdir()) == ["phone-later.js", "phone.js"]
    said = run(tmp_path, "console.log((await import('./built/phone.js')).currentRoom())")
    assert sorted(said.split()) == ["41", "41", "42"]


def test_what_comes_on_demand_may_have_demands_of_its_own(source, tmp_path):
    source("js/views/last.js", "export const last = 43;\n")
    source(
        "js/views/more.js",
        'const last = () => import("./last.js");\n'
        "export const more = async () => (await last()).last;\n",
    )
    source(
        "js/pages/phone.js",
        'const more = () => import("../views/more.js");\n'
        "export const currentRoom = async () => (await more()).more();\n",
    )

    built(tmp_path, "phone")

    said = "console.log(await (await import('./built/phone.js')).currentRoom())"
    assert run(tmp_path, said) == "43"


def test_modules_that_need_each_other_are_refused(source):
    source("js/lib/a.js", 'import { b } from "./b.js";\nexport const a = 1;\n')
    source("js/lib/b.js", 'import { a } from "./a.js";\nexport const b = 2;\n')
    source("js/pages/phone.js", 'import { a } from "../lib/a.js";\n')

    with pytest.raises(modules.Unjoinable, match="needs itself"):
        modules.joined("phone")


def test_an_export_that_is_not_understood_is_refused(source):
    source("js/pages/phone.js", "export default 1;\n")

    with pytest.raises(modules.Unjoinable, match="not read here"):
        modules.joined("phone")


@pytest.mark.parametrize("page", modules.PAGES)
def test_every_live_page_can_be_joined(page):
    assert f"{page}.js" in modules.joined(page)

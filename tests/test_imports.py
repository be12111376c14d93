"""Who may import whom: the table of ARCHITECTURE.md, read against every import of workshop/."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORKSHOP = ROOT / "workshop"

# Deciding needs no clock and no chance, and the core does nothing to the world.
NOT_IN_CORE = {"asyncio", "logging", "os", "pathlib", "random", "secrets", "socket", "subprocess"}
NOT_IN_CORE |= {"tempfile", "threading", "time", "uuid"}
CLOCKS = {"now", "today", "utcnow"}


ROW = re.compile(r"(?m)^\| (\w+) \| ([\w, –]+) \| ([\w, –]+) \|")


def may_import() -> dict[str, tuple[set[str], set[str]]]:
    """By room, what else of workshop/ it may import, and which libraries: the table of ARCHITECTURE.md."""
    whole = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    table = whole.partition("## Who may import whom")[2].partition("|---")[2].partition("\n\n")[0]
    return {room: (named(rooms), named(libraries)) for room, rooms, libraries in ROW.findall(table)}


def named(cell: str) -> set[str]:
    return set(re.findall(r"\w+", cell))


def normal(name: str) -> str:
    """As package indexes compare names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def room_of(path: Path) -> str:
    return path.relative_to(WORKSHOP).parts[0].removesuffix(".py")


MAY_IMPORT = may_import()
ROOMS = sorted({room_of(path) for path in WORKSHOP.rglob("*.py")} - {"__init__"})


def files(room: str) -> list[Path]:
    return [path for path in sorted(WORKSHOP.rglob("*.py")) if room_of(path) == room]


def imports(path: Path) -> Iterator[str]:
    """The whole dotted names that a module imports, wherever in it."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


PINNED = {
    normal(name)
    for name in re.findall(
        r"(?m)^([\w.-]+)==", (ROOT / "requirements" / "run.txt").read_text("utf-8")
    )
}


def rooms_and_libraries(room: str) -> tuple[set[str], set[str]]:
    """What a room imports: other rooms, and libraries from elsewhere."""
    names = {tuple(name.split(".")) for path in files(room) for name in imports(path)}
    rooms = {name[1] for name in names if name[0] == "workshop" and name[1] != "__version__"}
    others = {name[0] for name in names} - set(sys.stdlib_module_names) - {"workshop"}
    return rooms - {room}, others


def test_the_table_names_every_room_and_no_other() -> None:
    assert sorted(MAY_IMPORT) == ROOMS
    assert {each for rooms, _ in MAY_IMPORT.values() for each in rooms} - set(ROOMS) == set()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_it_may(room: str) -> None:
    rooms, libraries = rooms_and_libraries(room)

    may_rooms, may_libraries = MAY_IMPORT[room]

    assert rooms - may_rooms == set()
    assert libraries - may_libraries == set()


@pytest.mark.parametrize("room", ROOMS)
def test_what_a_room_imports_is_pinned(room: str) -> None:
    known = packages_distributions()

    for library in rooms_and_libraries(room)[1]:
        assert {normal(name) for name in known[library]} & PINNED, library


def test_the_core_has_no_clock_no_chance_and_no_world() -> None:
    found = {name.split(".")[0] for path in files("core") for name in imports(path)}

    assert found & NOT_IN_CORE == set()


@pytest.mark.parametrize("path", files("core"), ids=lambda path: path.name)
def test_the_core_never_asks_what_time_it_is(path: Path) -> None:
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }

    assert called & CLOCKS == set()


BROWSER = ROOT / "static" / "js"
# pages -> layouts, views -> live -> lib; vendor lies under all.
FLOORS = {
    "pages": {"pages", "layouts", "views", "live", "lib", "vendor"},
    "layouts": {"layouts", "views", "live", "lib", "vendor"},
    "views": {"layouts", "views", "live", "lib", "vendor"},
    "live": {"live", "lib", "vendor"},
    "lib": {"lib", "vendor"},
}
# An import or export line, or an import as it is called for; not a sentence that ends in "from".
IMPORT = re.compile(r"""(?m)(?:^(?:import|export)\b[^"';=(]*|\bimport\(\s*)["']([^"']+)["']""")


def browser_imports(floor: str) -> set[Path]:
    """The files that a floor's scripts import, as paths below static/."""
    found = set()
    for path in (BROWSER / floor).rglob("*.js"):
        for name in IMPORT.findall(path.read_text("utf-8")):
            assert name.startswith("."), f"{path}: {name} is no path"
            found.add((path.parent / name).resolve().relative_to(ROOT / "static"))
    return found


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_of_the_browser_stands_on_lower_ones(floor: str) -> None:
    used = {
        path.parts[1] if path.parts[0] == "js" else path.parts[0] for path in browser_imports(floor)
    }

    assert used - FLOORS[floor] == set()


@pytest.mark.parametrize("floor", ["views", "layouts"])
def test_views_are_handed_send_and_know_no_connection(floor: str) -> None:
    assert Path("js/live/connection.js") not in browser_imports(floor)


NAMED = re.compile(r"""(?m)^import \{([^}]*)\} from "(\.[^"]+)";""")
EXPORTED = re.compile(r"(?m)^export (?:async )?(?:function|const|let|class) (\w+)")
LISTED = re.compile(r"(?m)^export \{([^}]*)\}")


def exported(path: Path) -> set[str]:
    text = path.read_text("utf-8")
    listed = ",".join(LISTED.findall(text)).split(",")
    return {*EXPORTED.findall(text), *(name.split(" as ")[-1].strip() for name in listed)}


@pytest.mark.parametrize("floor", FLOORS)
def test_what_a_script_imports_by_name_is_there(floor: str) -> None:
    """One name that is missing stops the whole page, and two who change at once can lose one."""
    missing = [
        f"{path.relative_to(BROWSER)}: {name.strip()}"
        for path in sorted((BROWSER / floor).rglob("*.js"))
        for names, source in NAMED.findall(path.read_text("utf-8"))
        if "vendor" not in source
        for name in names.split(",")
        if name.split(" as ")[0].strip() not in exported((path.parent / source).resolve()) | {""}
    ]

    assert missing == []

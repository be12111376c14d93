"""Join the modules of a live page into one script, so that a phone asks for few files.

The modules stay as they are and work without this. Each becomes one function that gives what it
exports, in the order in which they need one another; what is imported on demand goes into a second
script beside the first, which is fetched once for all. Third-party files stay whole.
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "static" / "js"
VENDOR = ROOT / "static" / "vendor"
PAGES = ("phone", "console", "board", "plan", "preview", "replay")

IMPORT = re.compile(r'^import\s+([^;"]+?)\s+from\s+"([^"]+)";\n', re.MULTILINE)
EXPORT_FROM = re.compile(r'^export\s+\{([^}]*)\}\s+from\s+"([^"]+)";\n', re.MULTILINE)
EXPORT_LIST = re.compile(r"^export\s+\{([^}]*)\};\n", re.MULTILINE)
EXPORT = re.compile(r"^export\s+((?:async\s+)?function|class|const|let)\s+([\w$]+)", re.MULTILINE)
COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)  # a line of its own
AS = re.compile(r"\s+as\s+")
ON_DEMAND = re.compile(r'\bimport\("([^"]+)"\)')
# Browsers remember that an address failed, so the next try asks for another; nobody asks for two at once.
LATER = """let later, failures = 0;
const fetchLater = () => (later ??= import("./%s" + (failures ? `?try=${failures}` : "")).catch((fault) => {
later = undefined;
failures += 1;
throw fault;
}));"""


@dataclass
class Module:
    path: Path
    text: str
    needs: list[Path]
    may_need: list[Path]


class Unjoinable(Exception):
    """A module is written in a way that this script does not read."""


def joined(page: str) -> dict[str, str]:
    """The scripts of a page by file name: the first, and the second where anything is on demand."""
    first = closure([SOURCE / "pages" / f"{page}.js"])
    second = {path: it for path, it in closure(all_on_demand(first)).items() if path not in first}
    entry = name(SOURCE / "pages" / f"{page}.js")
    later = f"{page}-later.js"
    shared = [name(it) for it in first] + (["fetchLater"] if second else [])
    foot = [
        f"export const modules = {{ {', '.join(shared)} }};",
        f"export const {{ currentRoom }} = {entry};",
    ]
    scripts = {f"{page}.js": script(first, [LATER % later] if second else [], foot)}
    if second:
        foot = [f"export {{ {', '.join(map(name, second))} }};"]
        scripts[later] = script(second, taken_from(page, first, second), foot)
    return scripts


def all_on_demand(first: dict[Path, Module]) -> list[Path]:
    """What these modules may need, and what that may need in its turn."""
    wanted = [path for module in first.values() for path in module.may_need]
    known = set(wanted)
    for path in wanted:  # grows while it is walked
        for module in closure([path]).values():
            more = [it for it in module.may_need if it not in known]
            known.update(more)
            wanted += more
    return wanted


def closure(entries: list[Path]) -> dict[Path, Module]:
    """The modules in the order in which they need one another."""
    found: dict[Path, Module] = {}

    def visit(path: Path, above: tuple[Path, ...]) -> None:
        if path in above:
            raise Unjoinable(f"{path.name} needs itself through {above[-1].name}.")
        if path in found or path.is_relative_to(VENDOR):
            return
        module = read(path)
        for need in module.needs:
            visit(need, (*above, path))
        found[path] = module

    for entry in entries:
        visit(entry, ())
    return found


def read(path: Path) -> Module:
    text = path.read_text("utf-8")

    def resolved(address: str) -> Path:
        return (path.parent / address).resolve()

    needs = [resolved(m[2]) for pattern in (IMPORT, EXPORT_FROM) for m in pattern.finditer(text)]
    on_demand = [resolved(m[1]) for m in ON_DEMAND.finditer(text)]
    return Module(path, text, needs, [it for it in on_demand if not it.is_relative_to(VENDOR)])


def taken_from(page: str, first: dict[Path, Module], second: dict[Path, Module]) -> list[str]:
    """What the second script has from the first, so that there is one of each module."""
    used = {name(need) for it in second.values() for need in it.needs if need in first}
    if any(it.may_need for it in second.values()):
        used.add("fetchLater")
    return [
        f'import {{ modules }} from "./{page}.js";',
        f"const {{ {', '.join(sorted(used))} }} = modules;",
    ]


def script(modules: dict[Path, Module], head: list[str], foot: list[str]) -> str:
    vendors = {need for it in modules.values() for need in it.needs if need.is_relative_to(VENDOR)}
    imports = [f'import * as {name(it)} from "../vendor/{it.name}";' for it in sorted(vendors)]
    return "\n".join([*imports, *head, *map(wrapped, modules.values()), *foot, ""])


def wrapped(module: Module) -> str:
    """The module as a function; what it exports can be read at any time, as from a module."""
    exports: dict[str, str] = {}  # name -> what it stands for

    def taken(match: re.Match[str]) -> str:
        exports[match[2]] = match[2]
        return f"{match[1]} {match[2]}"

    def listed(match: re.Match[str]) -> str:
        exports.update({it: it for it in names_in(match[1])})
        return ""

    def passed_on(match: re.Match[str]) -> str:
        exports.update({it: f"{source_of(module, match[2])}.{it}" for it in names_in(match[1])})
        return ""

    text = COMMENT.sub("", module.text)
    text = IMPORT.sub(lambda match: bound(module, match[1], match[2]), text)
    text = EXPORT_FROM.sub(passed_on, text)
    text = EXPORT_LIST.sub(listed, text)
    text = EXPORT.sub(taken, text)
    if re.search(r"^(import|export)\b", text, re.MULTILINE) or any(" " in it for it in exports):
        raise Unjoinable(f"{module.path.name} imports or exports in a way that is not read here.")
    text = ON_DEMAND.sub(lambda match: on_demand(module, match[1]), text)
    given = ", ".join(f"get {it}() {{ return {meant}; }}" for it, meant in exports.items())
    where = module.path.relative_to(SOURCE)
    return f"// {where}\nconst {name(module.path)} = (() => {{\n{text}return {{ {given} }};\n}})();"


def names_in(braces: str) -> list[str]:
    return [it for each in braces.split(",") if (it := each.strip())]


def source_of(module: Module, address: str) -> str:
    return name((module.path.parent / address).resolve())


def bound(module: Module, what: str, address: str) -> str:
    """An import as a constant: names in braces, or a third-party file's one default."""
    source = source_of(module, address)
    if what.startswith("{"):
        return f"const {AS.sub(': ', what)} = {source};\n"
    return f"const {what} = {source}.default;\n"


def on_demand(module: Module, address: str) -> str:
    path = (module.path.parent / address).resolve()
    if path.is_relative_to(VENDOR):
        return f'import("../vendor/{path.name}")'
    return f"fetchLater().then((all) => all.{name(path)})"


def name(path: Path) -> str:
    base = VENDOR.parent if path.is_relative_to(VENDOR) else SOURCE
    return re.sub(r"\W", "_", str(path.relative_to(base).with_suffix("")))

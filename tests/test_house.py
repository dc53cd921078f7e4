"""The house rules of document 5: layers, homes, purity, budgets and names, each with a control."""

import ast
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
Sources = Mapping[str, str]
Rule = Callable[[Sources], list[str]]
"""From sources (path to text) to what breaks the rule."""

STOREYS = (
    {"cli"},
    {"app"},
    {"watch", "preview", "reading", "writing", "editing", "reporting", "interop", "hosting"},
    {"compiler", "exchange"},
    {"rendering"},
    {"pages"},
    {"checks"},  # above insights, unlike the drawing: a check looks at threads
    {"insights"},
    {"audience"},
    {"parsing"},
    {"markup"},
    {"model"},
    {"diagnostics"},
    {"source", "did_you_mean", "tables", "__init__"},
)
"""Top to bottom; a module imports only from storeys below its own."""
LAYERS = {
    layer: frozenset().union(*STOREYS[number + 1 :])
    for number, storey in enumerate(STOREYS)
    for layer in storey
}
CORE = LAYERS["compiler"] | {"compiler"}

HOMES = {
    "click": {"cli"},
    "watchdog": {"watch"},
    "jinja2": {"rendering"},
    "markupsafe": {"rendering"},
    **{library: {"parsing"} for library in ("yaml", "msgspec.msgpack")},
    **{library: {"markup"} for library in ("markdown_it", "mdit_py_plugins")},
    "rapidfuzz": {"did_you_mean"},
    "icalendar": {"rendering"},
    "rich": {"reporting", "cli"},
    "cryptography": {"interop"},
}
WORLD = {
    *("os", "io", "pathlib", "shutil", "tempfile", "glob", "logging", "random", "uuid", "secrets"),
    *("time", "subprocess", "http", "socket", "sys", "signal", "threading", "asyncio", "ctypes"),
    *("urllib.request", "getpass", "platform", "locale", "fcntl", "pickle"),
}
"""Modules by which a program touches the world; the core has none of them."""
NOW = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}

MOST_LINES, MOST_FUNCTION_LINES = 250, 40
MEDIAN_LINES = 80
MEDIAN_FUNCTION_LINES = 8


def sources(*folders: str) -> dict[str, str]:
    """Read the Python files of some folders of the repository."""
    files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in files}


def layer_of(path: str) -> str:
    """Return the layer a file belongs to: its folder or module below `site_builder`."""
    return path.removeprefix("site_builder/").split("/")[0].removesuffix(".py")


def imports(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything imported, inside functions too."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{name.name}") for name in node.names)


def functions(text: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method."""
    nodes = ast.walk(ast.parse(text))
    yield from (n for n in nodes if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return a function's lines, decorators left out."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def unknown_layers(files: Sources) -> list[str]:
    """Find files that stand in no layer."""
    return [path for path in files if layer_of(path) not in LAYERS]


def climbing_imports(files: Sources) -> list[str]:
    """Find imports that lead up, sideways, or are relative."""
    found = []
    for path, text in files.items():
        own = layer_of(path)
        for line, name in imports(text):
            if not name.startswith((".", "site_builder.")):
                continue
            part = name.split(".")[1]
            other = "__init__" if part == "__version__" else part
            if name[0] == "." or (other != own and other not in LAYERS.get(own, ())):
                found.append(f"{path}:{line} {own} imports {name}")
    return found


def strays(files: Sources) -> list[str]:
    """Find third-party packages outside their homes."""
    return [
        f"{path}:{line} {name}"
        for path, text in files.items()
        for line, name in imports(text)
        for part in (name.split(".")[0], ".".join(name.split(".")[:2]))
        if layer_of(path) not in HOMES.get(part, {layer_of(path)})
    ]


def worldly_imports(files: Sources) -> list[str]:
    """Find modules of the core that touch the world."""
    return [
        f"{path}:{line} {name}"
        for path, text in files.items()
        if layer_of(path) in CORE
        for line, name in imports(text)
        if name.split(".")[0] in WORLD or name.startswith(tuple(w for w in WORLD if "." in w))
    ]


def clocks(files: Sources) -> list[str]:
    """Find clocks outside `cli`, and files opened in the core."""
    found = []
    for path, text in files.items():
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            clock = called.endswith(tuple(NOW)) and layer_of(path) != "cli"
            if clock or (called in {"open", "input"} and layer_of(path) in CORE):
                found.append(f"{path}:{node.lineno} {called}")
    return found


def long_files(files: Sources) -> list[str]:
    """Find files past the budget."""
    counts = {path: text.count("\n") for path, text in files.items()}
    return [f"{path} {count} lines" for path, count in counts.items() if count > MOST_LINES]


def long_functions(files: Sources) -> list[str]:
    """Find functions past the budget."""
    return [
        f"{path}:{function.lineno} {function.name} {length(function)} lines"
        for path, text in files.items()
        for function in functions(text)
        if length(function) > MOST_FUNCTION_LINES
    ]


def medians(files: Sources) -> list[str]:
    """Find whether the middle file or function is too long."""
    lines = median(text.count("\n") for text in files.values())
    inner = median(length(function) for text in files.values() for function in functions(text))
    found = [f"median file {lines}"] if lines > MEDIAN_LINES else []
    return found + ([f"median function {inner}"] if inner > MEDIAN_FUNCTION_LINES else [])


def drawers(files: Sources) -> list[str]:
    """Find names that say nothing about what is inside."""
    return [
        path
        for path in files
        if DRAWERS & set(path.removesuffix(".py").replace("/", "_").split("_"))
    ]


def undocumented(files: Sources) -> list[str]:
    """Find modules that do not begin with a docstring."""
    return [path for path, text in files.items() if not ast.get_docstring(ast.parse(text))]


LONG = "def f() -> None:\n" + "    x = 1\n" * MOST_FUNCTION_LINES
CONTROLS: dict[Rule, dict[str, str]] = {
    unknown_layers: {"plugins/x.py": ""},
    climbing_imports: {
        "model/x.py": "import site_builder.pages.a",
        "insights/x.py": "from site_builder import checks",
        "reading/x.py": "from site_builder.writing import a",
        "tables/x.py": "from site_builder.source import Span",
        "pages/x.py": "from .page import Page",
        "markup/x.py": "def f():\n from site_builder.parsing import a",
    },
    strays: {
        "app/x.py": "import click",
        "pages/x.py": "from markupsafe import Markup",
        "checks/x.py": "def f():\n    import yaml.events",
    },
    worldly_imports: {
        "compiler.py": "from os import path",
        "pages/x.py": "import urllib.request",
        "did_you_mean.py": "import random as r",
    },
    clocks: {
        "app/x.py": "x = datetime.date.today()",
        "watch/x.py": "x = datetime.now(zone)",
        "parsing/x.py": "x = open('a')",
    },
    medians: {
        "a.py": LONG,
        "b.py": "def f() -> None:\n    x = 1\n" + "y = 1\n" * MEDIAN_LINES,
    },
    long_files: {"a.py": "x = 1\n" * (MOST_LINES + 1)},
    long_functions: {"a.py": LONG, "b.py": f"async {LONG}"},
    drawers: {"pages/date_utils.py": "", "common/x.py": ""},
    undocumented: {"a.py": "import x\n"},
}
"""Every rule and small texts, by path in `site_builder`, each of which breaks it."""
EVERYWHERE = (long_files, long_functions, drawers, undocumented)
"""Rules for tests too."""


@pytest.mark.parametrize("rule", CONTROLS)
def test_the_house_keeps_the_rule(rule: Rule) -> None:
    folders = ("site_builder", "tests") if rule in EVERYWHERE else ("site_builder",)
    assert rule(sources(*folders)) == []


@pytest.mark.parametrize(
    ("rule", "path"), [(rule, path) for rule, texts in CONTROLS.items() for path in texts]
)
def test_a_text_that_breaks_the_rule_is_caught(rule: Rule, path: str) -> None:
    assert rule({f"site_builder/{path}": CONTROLS[rule][path]}) != []


def test_the_table_of_layers_is_exhaustive_and_acyclic() -> None:
    assert all(layer not in below for layer, below in LAYERS.items())
    assert all(LAYERS[low] < below for below in LAYERS.values() for low in below)


def test_build_py_is_at_most_fifteen_lines() -> None:
    assert (ROOT / "build.py").read_text("utf-8").count("\n") <= 15

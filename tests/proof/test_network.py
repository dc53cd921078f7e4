"""No command opens a connection or asks for an address, but the one that is told which host to ask.

Every Python that a command starts has a hook, which Python calls before anything is done with a
socket: it takes down what was wanted and refuses. Sockets with a place in the file system are no
network.
"""

import ast
from pathlib import Path

import pytest

from tests.proof.commands import COMMANDS, EDITS, ROOT, demo, run
from tests.support.figures import Count

pytestmark = pytest.mark.proves("network")
BLOCKED = """
import socket, sys
def hook(event, words):
    if not event.startswith("socket.") or event == "socket.gethostname":
        return
    if event == "socket.__new__" and words[1] == socket.AF_UNIX:
        return
    if event in ("socket.connect", "socket.bind") and words[0].family == socket.AF_UNIX:
        return
    with open({wanted!r}, "a") as notes:
        notes.write(event + "\\n")
    raise PermissionError("no network here")
sys.addaudithook(hook)
"""
ASKING = """
import os
from site_builder.app import processes
from site_builder.rendering import press
processes.WORTH_IT = 2
plain, first, alone = press.render_page, os.getpid(), {jobs} == 1
def asking(*words):
    if alone or os.getpid() != first:
        import {module}
        {act}
    return plain(*words)
press.render_page = asking
from site_builder.cli import main
main()
"""
NETWORK = {"socket", "ssl", "http.client", "http.server", "urllib.request", "ftplib", "smtplib"}
MAY = {"hosting/ask.py", "preview/"}
"""What asks a host that was named, and what answers on this machine."""


def wanted_by(root: Path, words: tuple[str, ...], **how: str) -> tuple[list[str], int]:
    """Run a command with the network shut; return what it wanted, and its exit code."""
    notes = root.parent / "wanted"
    done = run(root, words, at_start=BLOCKED.format(wanted=str(notes)), **how)
    return notes.read_text().split() if notes.exists() else [], done.returncode


@pytest.mark.parametrize("words", [*COMMANDS, *EDITS], ids=" ".join)
def test_a_command_wants_nothing_of_the_network(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert wanted_by(demo(tmp_path / "vault"), words) == ([], 0)


@pytest.mark.control
def test_a_command_that_is_told_a_host_is_seen_to_ask_it(tmp_path: Path) -> None:
    wanted, code = wanted_by(demo(tmp_path / "vault"), ("doctor", "--url", "http://127.0.0.1:9/"))
    assert wanted
    assert code != 0


@pytest.mark.control
@pytest.mark.parametrize(
    ("module", "act"),
    [
        ("urllib.request", "urllib.request.urlopen('http://127.0.0.1:9/')"),
        ("socket", "socket.getaddrinfo('a.example', 80)"),
        ("socket", "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))"),
        ("asyncio", "asyncio.run(asyncio.open_connection('127.0.0.1', 9))"),
    ],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_that_asks_is_seen(tmp_path: Path, module: str, act: str, jobs: str) -> None:
    program = ASKING.format(module=module, act=act, jobs=jobs)
    words = ("--no-cache", "--jobs", jobs)
    assert wanted_by(demo(tmp_path / "vault"), words, program=program)[0]


def reaching(files: dict[str, str]) -> list[str]:
    """Return the modules that import what opens connections, where none should."""
    return [
        path
        for path, text in files.items()
        for node in ast.walk(ast.parse(text))
        if NETWORK & imported(node) and not path.startswith(tuple(MAY))
    ]


def imported(node: ast.AST) -> set[str]:
    """Return the names of modules that a statement imports."""
    if isinstance(node, ast.Import):
        return {each.name for each in node.names}
    if isinstance(node, ast.ImportFrom) and node.module:
        return {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return set()


def test_two_parts_of_the_package_alone_can_open_a_connection(count: Count) -> None:
    package = ROOT / "site_builder"
    files = {str(one.relative_to(package)): one.read_text("utf-8") for one in package.rglob("*.py")}
    count(len(files), len(reaching(files)))


@pytest.mark.control
@pytest.mark.parametrize(
    "line", ["import socket", "from urllib import request", "import http.client"]
)
def test_a_module_that_could_is_seen(line: str) -> None:
    assert reaching({"pages/x.py": f"def f():\n    {line}\n"}) == ["pages/x.py"]

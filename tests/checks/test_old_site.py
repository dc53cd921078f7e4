"""Whatever mistake is made, the old site stays as it was until it is mended."""

import os
from pathlib import Path

import pytest

from site_builder import compiler
from site_builder.app.run import Run
from site_builder.checks import CHECKS
from site_builder.diagnostics import Severity
from tests.proof.long_form import sample
from tests.support.commands import Commands
from tests.support.figures import Count
from tests.writing.folders import names, snapshot

from .clean_vault import OWNER, TODAY
from .mistaken_vault import made, path_of, small_vault
from .mistakes import MISTAKES, Mistake

pytestmark = pytest.mark.proves("mistakes")

NEWS = {"contacts/ana-silva.md": OWNER.replace("Ana Silva", "Ana Silva-Berg")}
"""What the next site would show beside the mistake: no site that was published is the old one."""
LEVELS = {check.id: check.level for check in CHECKS}
STRICT = {Severity.ERROR: (), Severity.WARNING: ("--strict",)}
HOLD_UP = sample([each for each in MISTAKES if LEVELS[each.id] in STRICT], 6)
"""Mistakes that hold a site up; the others are hints."""


@pytest.fixture
def build(build: Commands, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Return the program in a vault without mistakes."""
    monkeypatch.setenv("DOORSTEP_TODAY", TODAY.isoformat())
    build.write(small_vault())
    return build


def held_up(build: Commands, mistake: Mistake) -> bool:
    """Tell whether a build with the mistake fails and leaves the old site until it is mended."""
    assert build().code == 0
    old = snapshot(build.root / "site")
    vault = small_vault() | NEWS
    made(vault, mistake, 0)
    put(build.root, vault, unreadable=path_of(mistake.unreadable, 0))
    failed = build(*STRICT[LEVELS[mistake.id]]).code == 1
    stayed = snapshot(build.root / "site") == old and ".site" not in "".join(names(build.root))
    put(build.root, small_vault() | NEWS)
    mended = build("--strict").code == 0 and snapshot(build.root / "site") != old
    put(build.root, small_vault())
    return failed and stayed and mended


def put(root: Path, vault: dict[str, str], unreadable: str = "") -> None:
    """Make the notes be exactly these."""
    for note in [*root.glob("contacts/**/*.md"), *root.glob("intros/**/*.md")]:
        note.unlink()
    for path, text in vault.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(text.encode("utf-8", "surrogateescape"))
    if unreadable:
        (root / unreadable).unlink()
        os.mkfifo(root / unreadable)


def test_after_each_mistake_the_old_site_is_as_it_was(build: Commands, count: Count) -> None:
    count(len(HOLD_UP), sum(not held_up(build, mistake) for mistake in HOLD_UP))


@pytest.mark.control
def test_a_build_that_goes_on_in_spite_of_it_is_seen(
    build: Commands, monkeypatch: pytest.MonkeyPatch, count: Count
) -> None:
    monkeypatch.setattr(Run, "exit_code", lambda *_: 0)
    monkeypatch.setattr(compiler, "_failed", lambda _: False)
    tried = HOLD_UP[::3]
    count(len(tried), sum(not held_up(build, mistake) for mistake in tried))

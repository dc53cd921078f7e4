"""What a run that was killed left half written goes with the next build, and nothing else does."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.app import kept_codes
from site_builder.app.kept_codes import keep, place_of
from site_builder.app.memory import FOLDER, save, write_at_once
from site_builder.editing.edit_folder import replaced_folder
from site_builder.rendering.codes import Codes
from tests.support.commands import Commands

KILLED = """
import os, signal, sys
from pathlib import Path
from site_builder.app.memory import save
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
print(os.getpid(), flush=True)
save(Path(sys.argv[1]), b"half")
"""


def killed_while_writing(place: Path) -> Path:
    """Kill a process that writes a memory; return what it left."""
    run = subprocess.run(
        [sys.executable, "-c", KILLED, place],
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
    )
    return place.with_name(f"{place.name}.{int(run.stdout)}")


@pytest.mark.parametrize("name", ["documents", "last-build.json", "last-build-team.json"])
@pytest.mark.parametrize("changed", [True, False])
def test_what_a_killed_run_left_goes_with_the_next_build(
    vault: Commands, name: str, *, changed: bool
) -> None:
    vault()
    left = killed_while_writing(vault.root / FOLDER / name)
    assert left.read_bytes() == b"half"
    if changed:
        vault.write({"contacts/eva.md": "---\nname: Eva\n---\n"})
    vault()
    assert not left.exists()
    assert (vault.root / FOLDER / "documents").exists()


def test_what_is_alive_foreign_or_of_another_name_stays(vault: Commands) -> None:
    vault()
    folder = vault.root / FOLDER
    gone = killed_while_writing(folder / "documents")
    dead = gone.suffix
    stay = [folder / f"documents.{os.getppid()}", folder / f"notes{dead}", folder / f"x.json{dead}"]
    for place in stay:
        place.touch(0o600)
    readable = folder / f"last-build.json{dead}"
    readable.write_text("mode of a checkout")
    readable.chmod(0o644)
    link = folder / f"last-build-a.json{dead}"
    link.symlink_to(vault.root / "doorstep.toml")
    beneath = folder / f"last-build-b.json{dead}"
    beneath.mkdir()
    vault()
    assert not gone.exists()
    assert all(place.exists() for place in (*stay, readable, beneath))
    assert link.is_symlink()


def test_code_of_templates_goes_when_code_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    place = place_of("default")
    place.parent.mkdir(parents=True)
    left = killed_while_writing(place)
    pythons_own = place.with_name(f"run.cpython-311.pyc{left.suffix}")
    pythons_own.touch(0o600)
    assert left.exists()
    keep("paper", Codes({"page": b"code"}))
    assert kept_codes.recall("paper")
    assert not left.exists()
    assert pythons_own.exists()


def test_an_interrupt_while_it_is_written_leaves_the_old(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = tmp_path / FOLDER / "documents"
    save(place, b"old")

    def interrupt(_: int) -> None:
        assert len(list(place.parent.glob("documents.*"))) == 1
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(place, b"new")
    assert place.read_bytes() == b"old"
    assert {file.name for file in place.parent.iterdir()} == {".gitignore", "documents"}


def test_a_link_in_the_way_is_not_written_through(tmp_path: Path) -> None:
    place, precious = tmp_path / "documents", tmp_path / "precious"
    precious.write_text("mine")
    place.with_name(f"documents.{os.getpid()}").symlink_to(precious)
    write_at_once(place, b"data")
    assert precious.read_text() == "mine"
    write_at_once(place, b"data")
    assert place.read_bytes() == b"data"


@pytest.mark.parametrize("make", [lambda root: save(root / FOLDER / "x", b""), replaced_folder])
def test_git_passes_the_folder_over_also_where_the_disk_was_full(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    ignored = tmp_path / FOLDER / ".gitignore"
    ignored.parent.mkdir()
    ignored.touch()
    make(tmp_path)
    assert ignored.read_text() == "*\n"
    ignored.write_text("somebody's own")
    make(tmp_path)
    assert ignored.read_text() == "somebody's own"

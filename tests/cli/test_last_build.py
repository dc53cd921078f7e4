"""Building the same again costs nothing, and anything that changed is built."""

import json
import os
import stat
from pathlib import Path

import pytest

from site_builder.app import memory
from site_builder.parsing.document_pack import pack_all
from tests.support.commands import Commands, Result

MEMORY = ".doorstep/last-build.json"
DOCUMENTS = ".doorstep/documents"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def counts(result: Result) -> dict[str, int]:
    return {key: value for key, value in result.json["data"].items() if key != "seconds"}


def remembered(vault: Commands) -> bool:
    """Tell whether a build of this state would be taken from memory."""
    mark = vault.root / "site" / "index.html"
    before = mark.stat().st_ctime_ns
    memory = (vault.root / MEMORY).stat().st_mtime_ns
    vault()
    after = (vault.root / MEMORY).stat().st_mtime_ns
    return (before, memory) == (mark.stat().st_ctime_ns, after)


def test_the_same_again_says_the_same_and_writes_nothing(vault: Commands) -> None:
    vault.write({"contacts/ben.md": "---\nname: Ben\nclosness: 3\n---\n"})
    first = vault("--format", "json")
    again = vault("--format", "json")
    assert counts(again) == counts(first) | {"written": 0}
    assert again.json["diagnostics"] == first.json["diagnostics"] != []
    assert remembered(vault)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("contacts/ben.md", "---\nname: Ben Other\n---\n"),
        ("contacts/new.md", "---\nname: New\n---\n"),
        ("doorstep.toml", 'title = "Mine"\n'),
        ("templates/drafts/nudge.md", "Subject: x\n\ny\n"),
        ("themes/mine/theme.toml", 'name = "Mine"\nextends = "default"\n'),
    ],
)
def test_anything_that_changed_is_built(vault: Commands, path: str, text: str) -> None:
    vault()
    assert remembered(vault)
    vault.write({path: text})
    assert not remembered(vault)
    assert vault("--no-cache", "-o", "clean").code == 0
    assert bytes_of(vault.root / "site") == bytes_of(vault.root / "clean")


def test_another_day_is_another_build(vault: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    vault()
    monkeypatch.setenv("DOORSTEP_TODAY", "2026-11-05")
    assert not remembered(vault)


def test_an_output_that_was_touched_is_made_whole_again(vault: Commands) -> None:
    vault()
    whole = bytes_of(vault.root / "site")
    (vault.root / "site" / "index.html").unlink()
    vault()
    assert bytes_of(vault.root / "site") == whole
    page = vault.root / "site" / "about.html"
    page.write_bytes(page.read_bytes()[::-1])
    os.utime(page, ns=(1, 1))
    vault()
    assert bytes_of(vault.root / "site") == whole


@pytest.mark.proves("memory")
def test_after_a_power_cut_torn_pages_are_mended(
    vault: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault()
    whole, page = bytes_of(vault.root / "site"), vault.root / "site" / "about.html"
    tear(page)
    vault()
    assert bytes_of(vault.root / "site") != whole  # nothing but its bytes tells that it is torn
    (tmp_path / "boot_id").write_text("another start of the system\n")
    monkeypatch.setattr(memory, "STARTED", tmp_path / "boot_id")
    assert vault("--format", "json").json["data"]["written"] == 1
    assert bytes_of(vault.root / "site") == whole
    assert remembered(vault)


def tear(page: Path) -> None:
    """Leave zeros of the same size and time, as some file systems do."""
    status = page.stat()
    page.write_bytes(bytes(status.st_size))
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.proves("memory")
@pytest.mark.parametrize("damage", ["", "{", "[]", '{"digest": 1}', "[" * 100_000])
def test_a_damaged_memory_is_as_good_as_none(vault: Commands, damage: str) -> None:
    vault()
    whole = bytes_of(vault.root / "site")
    (vault.root / MEMORY).write_text(damage)
    assert vault().code == 0
    assert bytes_of(vault.root / "site") == whole
    assert json.loads((vault.root / MEMORY).read_text())["counts"]["contacts"] == 4


def test_without_cache_nothing_is_remembered(vault: Commands) -> None:
    assert vault("--no-cache").code == 0
    assert not (vault.root / ".doorstep").exists()


def test_a_failed_build_is_never_remembered(vault: Commands) -> None:
    vault.write({"contacts/ben.md": "no front matter"})
    assert vault().code == 1
    assert not (vault.root / MEMORY).exists()


def test_the_memory_is_its_owner_s_alone(vault: Commands) -> None:
    vault()
    assert (vault.root / MEMORY).stat().st_mode & 0o777 == 0o600
    assert (vault.root / ".doorstep").stat().st_mode & 0o777 == 0o700


def test_a_build_remembers_and_says_when_it_cannot_trust_what_it_finds(vault: Commands) -> None:
    assert vault("check").code == 0
    assert not (vault.root / DOCUMENTS).exists()
    assert "note:" not in vault().err
    place = vault.root / DOCUMENTS
    place.write_bytes(b"")
    assert vault("-o", "other").err.count("note: .doorstep/ is damaged or somebody else's") == 1
    assert place.read_bytes()
    assert "note:" not in vault("-o", "third").err
    place.write_bytes(pack_all("0.0", {}))
    said = "note: .doorstep/ was made by another version; it is made anew"
    assert said in vault("-o", "fourth").err


def test_a_memory_that_may_not_be_written_is_not_said_to_be_made_anew(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault()
    (vault.root / DOCUMENTS).chmod(0o644)  # as of a checkout
    monkeypatch.setattr(os, "access", lambda *_: False)  # as root may write everywhere
    assert vault().err.splitlines()[0] == (
        "note: .doorstep/ is damaged or somebody else's and may not be written; "
        "every build reads all files anew"
    )


def test_without_cache_files_are_read_anew(vault: Commands) -> None:
    vault("--no-cache")
    assert not (vault.root / DOCUMENTS).exists()


def test_what_other_files_say_is_not_remembered_of_a_file(vault: Commands) -> None:
    vault.write({"contacts/zoe-lund.md": "---\nname: Zoe Lund\n---\n"})
    vault.write({"contacts/zo.md": "---\nname: Zo Berg\naliases: [Zoe]\n---\n"})
    vault.write({"contacts/ida.md": "---\nname: Ida\nknows: [Zoe Lund 2]\n---\n"})

    def told(*more: str) -> list[str]:
        found = vault("--format", "json", *more).json["diagnostics"]
        return [one["id"] for one in found if one["path"] == "contacts/ida.md"]

    assert told() == []
    (vault.root / "contacts/zoe-lund.md").unlink()
    assert told("--no-cache") == []  # `Zoe` is Zo now, and `Lund 2` what is said of the tie
    assert told() == []


@pytest.mark.parametrize("name", [MEMORY, DOCUMENTS])
@pytest.mark.parametrize("foreign", ["link", "pipe", "mode"])
def test_only_a_file_of_our_own_is_read(vault: Commands, name: str, foreign: str) -> None:
    """A repository may bring a link to a device without end; a pipe is waited for for ever."""
    vault()
    assert remembered(vault)
    place = vault.root / name
    away = place.replace(vault.root / "away")
    if foreign == "link":
        place.symlink_to(away)
    elif foreign == "pipe":
        os.mkfifo(place, 0o600)
    else:
        away.rename(place).chmod(0o644)
    before = (vault.root / MEMORY).lstat().st_mtime_ns
    vault()
    assert ((vault.root / MEMORY).lstat().st_mtime_ns == before) == (name != MEMORY)
    vault.write({"contacts/eva.md": "---\nname: Eva\n---\n"})
    vault()
    assert stat.S_ISREG(place.lstat().st_mode)
    assert stat.S_IMODE(place.lstat().st_mode) == 0o600
    assert remembered(vault)

"""Finding what changed: always what a fresh reading would give, and rarely a file read twice."""

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from site_builder.reading import scan
from site_builder.reading.scan import TEMPLATE_FILES, THEME_FILES, VAULT_FILES, FileSet
from site_builder.reading.vault_read import read_vault

LATER = 10_000_000_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    for name in ("contacts/ana.md", "contacts/friends/ben.md", "intros/ana-via-ben.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def notes_of(root: Path) -> FileSet:
    notes = FileSet(root, VAULT_FILES, now=lambda: time.time_ns() + LATER)
    notes.look()
    return notes


def test_the_first_look_finds_everything(root: Path) -> None:
    notes = FileSet(root, VAULT_FILES, now=time.time_ns)
    assert notes.look() == ("contacts/ana.md", "contacts/friends/ben.md", "intros/ana-via-ben.md")
    assert notes.sources == read_vault(root)
    assert notes.look() == ()


def test_a_settled_file_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = notes_of(root)
    read: list[str] = []
    monkeypatch.setattr(scan, "read_found", lambda found, _: read.append(found.path))
    assert notes.look() == ()
    assert read == []


def test_a_second_write_within_one_tick_of_the_clock_is_seen(root: Path) -> None:
    """The size and all times are as before; only its youth makes the file worth another look."""
    file = root / "contacts/ana.md"
    notes = FileSet(root, VAULT_FILES, now=time.time_ns)
    notes.look()
    known = file.stat()
    lstat = os.lstat
    file.write_text("CONTACTS/ANA.MD")

    def coarse(path: str) -> os.stat_result:
        return known if path == str(file) else lstat(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("site_builder.reading.scan.os.lstat", coarse)
        assert notes.look() == ("contacts/ana.md",)
    assert notes.sources == read_vault(root)


@pytest.mark.parametrize("action", ["touch", "chmod", "same bytes", "replaced by its copy"])
def test_an_unchanged_content_is_no_change(action: str, root: Path) -> None:
    file, notes = root / "contacts/ana.md", notes_of(root)
    if action == "touch":
        os.utime(file)
    elif action == "chmod":
        file.chmod(0o600)
    elif action == "same bytes":
        file.write_bytes(file.read_bytes())
    else:
        shutil.copy(file, root / "copy")
        (root / "copy").rename(file)
    before = notes.sources
    assert notes.look() == ()
    assert all(one is other for one, other in zip(notes.sources, before, strict=True))


def test_a_named_known_file_is_looked_at_alone(root: Path) -> None:
    notes = notes_of(root)
    (root / "contacts/ana.md").write_text("new")
    (root / "contacts/friends/ben.md").write_text("new")
    assert notes.look_at(["contacts/ana.md"]) == ("contacts/ana.md",)
    assert notes.look() == ("contacts/friends/ben.md",)


@pytest.mark.parametrize("gone", [True, False])
def test_a_named_file_that_came_or_went_means_a_look_at_all(*, gone: bool, root: Path) -> None:
    notes = notes_of(root)
    (root / "contacts/friends/ben.md").write_text("new")
    if gone:
        (root / "contacts/ana.md").unlink()
        assert notes.look_at(["contacts/ana.md"]) == ("contacts/ana.md", "contacts/friends/ben.md")
    else:
        (root / "contacts/eve.md").write_text("new")
        assert notes.look_at(["contacts/eve.md"]) == ("contacts/eve.md", "contacts/friends/ben.md")
    assert notes.sources == read_vault(root)


def test_what_cannot_be_read_is_a_change_of_its_own(root: Path) -> None:
    notes = notes_of(root)
    (root / "contacts/out.md").symlink_to("/etc/hostname")
    assert notes.look() == ("contacts/out.md",)
    assert notes.look() == ()
    assert notes.sources == read_vault(root)
    (root / "contacts/out.md").unlink()
    assert notes.look() == ("contacts/out.md",)


def test_a_link_led_elsewhere_is_a_change(root: Path) -> None:
    link = root / "contacts/one.md"
    link.symlink_to("ana.md")
    notes = notes_of(root)
    (root / "contacts/ana.md").write_text("new")
    assert notes.look() == ("contacts/ana.md", "contacts/one.md")
    link.unlink()
    link.symlink_to("friends/ben.md")
    assert notes.look() == ("contacts/one.md",)
    assert notes.sources == read_vault(root)


def test_themes_and_templates_are_looked_at_too(root: Path) -> None:
    looks = FileSet(root, (TEMPLATE_FILES, THEME_FILES), now=time.time_ns)
    assert looks.look() == ()
    for name in ("themes/mine/static/a.css", "templates/drafts/nudge.md", "templates/a.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")
    assert looks.look() == ("templates/drafts/nudge.md", "themes/mine/static/a.css")


class Disorder:
    """Random operations on a vault, as people and programs do them."""

    def __init__(self, root: Path, seed: int) -> None:
        """Roll the dice of this seed."""
        self.root = root
        self.dice = random.Random(seed)  # noqa: S311 - seeded on purpose

    def __call__(self) -> None:
        """Do a few things."""
        for _ in range(self.dice.randint(1, 4)):
            self.dice.choice([self._write, self._write, self._remove, self._rename, self._shift])()

    def _some(self) -> list[Path]:
        return sorted(path for path in self.root.rglob("*.md") if path.is_file())

    def _write(self) -> None:
        folder = self.dice.choice(["contacts", "contacts/friends", "contacts/a/b", "intros"])
        place = self.root / folder / f"{self.dice.choice('abcdef')}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(str(self.dice.randint(0, 9)))

    def _remove(self) -> None:
        if found := self._some():
            self.dice.choice(found).unlink()

    def _rename(self) -> None:
        if found := self._some():
            file = self.dice.choice(found)
            file.rename(file.with_name(f"{self.dice.choice('abcdef')}.md"))

    def _shift(self) -> None:
        away, friends = self.root / "away", self.root / "contacts" / "friends"
        if away.exists() and not friends.exists():
            away.rename(friends)
        elif friends.exists() and not away.exists():
            friends.rename(away)


@pytest.mark.parametrize("seed", range(5))
def test_after_any_disorder_it_knows_what_a_fresh_reading_gives(seed: int, root: Path) -> None:
    notes = FileSet(root, VAULT_FILES, now=time.time_ns)
    disorder, before = Disorder(root, seed), read_vault(root)
    notes.look()
    for _ in range(60):
        disorder()
        changed = set(notes.look())
        after = read_vault(root)
        assert notes.sources == after
        assert changed == {source.path for source in set(before) ^ set(after)}
        before = after


def test_the_control_a_set_that_trusts_young_files_fails(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "SETTLE_NS", -10 * LATER)
    with pytest.raises(AssertionError):
        test_a_second_write_within_one_tick_of_the_clock_is_seen(root)

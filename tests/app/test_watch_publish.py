"""What a watch publishes, and what it says where it may not."""

from collections.abc import Callable
from datetime import date
from errno import ENOSPC
from pathlib import Path

import pytest

from site_builder.app import watch_publish
from site_builder.app.watch_build import Attempt, Builder
from site_builder.app.watch_files import VaultFiles
from site_builder.app.watch_publish import Publisher
from site_builder.writing.output_errors import OutputRefusedError
from site_builder.writing.output_lock import hold_lock
from tests.support.commands import write
from tests.watch.watched import VAULT


class Watch:
    """A watch of a small vault that builds when it is told to."""

    def __init__(self, root: Path, output: str = "site") -> None:
        """Begin with nothing built."""
        write(root, VAULT)
        self.said: list[str] = []
        self.files = VaultFiles(root, lambda: 0)
        self.builder = Builder(self.files, lambda _: date(2026, 11, 4))
        self.site = root / output
        self.publisher = Publisher(output=self.site, root=root, builder=self.builder, talk=self)

    def build(self) -> list[str]:
        """Build, publish and return what was said."""
        self.files.look()
        attempt = self.builder.attempt()
        return self.hear(lambda: self.publisher(attempt))

    def rest(self) -> list[str]:
        """Do what is done while nothing happens and return what was said."""
        return self.hear(self.publisher.catch_up)

    def hear(self, action: Callable[[], None]) -> list[str]:
        """Return what is said meanwhile."""
        self.said.clear()
        action()
        return [*self.said]

    def say(self, line: str) -> None:
        """Keep a line."""
        self.said.append(line)

    def trouble(self, error: Exception) -> None:
        """Keep a trouble."""
        self.said.append(str(error))

    def findings(self, attempt: Attempt) -> None:
        """Keep nothing."""

    def bug(self, error: Exception) -> None:
        """Keep a bug of the program's own."""
        self.said.append(f"bug: {error}")


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    """Return a watch that has published once."""
    watch = Watch(tmp_path)
    (line,) = watch.build()
    assert line.startswith("Published: ")
    return watch


def test_a_foreign_file_in_the_site_is_said_at_each_build_and_waited_for(watch: Watch) -> None:
    (watch.site / "mine.txt").write_text("mine")
    place = watch.site / "mine.txt"
    said = f'nothing was written: "{place}": Doorstep did not write this; move it out of the'
    for _ in range(2):
        write(watch.site.parent, {"contacts/tara.md": "---\nname: Tara L\n---\n"})
        (line,) = watch.build()
        assert line == f"{said} output folder"
        assert watch.rest() == []
    place.rename(watch.site.parent / "mine.txt")
    (line,) = watch.rest()
    assert line.startswith("Published: ")
    assert watch.rest() == []


def test_another_thing_in_the_way_is_said_at_once(watch: Watch) -> None:
    write(watch.site.parent, {"contacts/tara.md": "---\nname: Tara L\n---\n"})
    with hold_lock(watch.site):
        (line,) = watch.build()
        assert "is being written by another builder" in line
        assert watch.rest() == []
    (watch.site / "mine.txt").write_text("mine")
    (line,) = watch.rest()
    assert "Doorstep did not write this" in line


def test_the_end_of_trouble_is_said_where_nothing_is_left_to_write(watch: Watch) -> None:
    write(watch.site.parent, {"contacts/tara.md": "---\nname: Tara L\n---\n"})
    with hold_lock(watch.site):
        assert len(watch.build()) == 1
    write(watch.site.parent, VAULT)
    assert watch.build() == ["Published: 0 written, 0 removed"]
    assert watch.rest() == []
    assert watch.build() == []


def test_what_the_system_refuses_is_said_once_and_tried_again(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    write(watch.site.parent, {"contacts/tara.md": "---\nname: Tara L\n---\n"})
    with monkeypatch.context() as patched:
        patched.setattr(watch_publish, "publish", full)
        assert watch.build() == ["[Errno 28] No space left on device"]
        assert watch.rest() == []
    (line,) = watch.rest()
    assert line.startswith("Published: ")


def test_a_bug_of_ours_ends_no_watch_and_the_next_build_is_published(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("oh")

    write(watch.site.parent, {"contacts/tara.md": "---\nname: Tara L\n---\n"})
    with monkeypatch.context() as patched:
        patched.setattr(watch_publish, "publish", fail)
        assert watch.build() == ["bug: oh"]
        assert watch.rest() == []
    write(watch.site.parent, {"contacts/ben.md": "---\nname: Ben Ito\ndraft: true\n---\n"})
    with monkeypatch.context() as patched:
        watch.files.look()
        attempt = watch.builder.attempt()
        patched.setattr("site_builder.app.watch_build.compile_site", fail)
        assert watch.hear(lambda: watch.publisher(attempt)) == ["bug: oh"]
    (line,) = watch.build()
    assert line.startswith("Published: ")


def test_a_good_build_stays_owed_while_later_ones_fail(watch: Watch) -> None:
    write(watch.site.parent, {"contacts/tara.md": "---\nname: Tara L\n---\n"})
    with hold_lock(watch.site):
        assert len(watch.build()) == 1
        write(watch.site.parent, {"contacts/sam.md": "---\nname: [\n---\n"})
        assert watch.build() == []
    (line,) = watch.rest()
    assert line.startswith("Published: ")
    assert b"Tara L<" in (watch.site / "contacts" / "tara.html").read_bytes()


def test_what_strict_forbids_is_said_at_each_build(watch: Watch) -> None:
    watch.publisher.strict = True
    page = watch.site / "contacts" / "tara.html"
    before = page.read_bytes()
    assert watch.build() == ["Not published: 1 warning, and --strict allows none"]
    write(watch.site.parent, {"contacts/tara.md": "---\nname: Tara L\nclosness: 3\n---\n"})
    assert watch.build() == ["Not published: 2 warnings, and --strict allows none"]
    assert watch.rest() == []
    assert page.read_bytes() == before
    intro = "---\ntarget: tara\nintroducer: sam\ngoal: Coffee\n---\n"
    mended = {"contacts/tara.md": "---\nname: Tara L\n---\n", "intros/tara-via-sam.md": intro}
    write(watch.site.parent, mended)
    (line,) = watch.build()
    assert line.startswith("Published: ")


def test_a_place_that_is_refused_at_the_first_build_ends_the_watch(tmp_path: Path) -> None:
    watch = Watch(tmp_path, "contacts")
    with pytest.raises(OutputRefusedError):
        watch.build()


def test_where_the_first_build_has_errors_a_refusal_comes_too_late_to_end_it(
    tmp_path: Path,
) -> None:
    watch = Watch(tmp_path, "contacts")
    write(tmp_path, {"contacts/tara.md": "---\nname: [\n---\n"})
    assert watch.build() == []
    write(tmp_path, VAULT)
    (line,) = watch.build()
    assert "belongs to the vault's own files" in line

"""After any story of edits, the watch shows exactly what a build from nothing gives."""

import random
import shutil
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder.app.watch_build import Builder
from site_builder.app.watch_files import VaultFiles
from site_builder.reading.scan import FileSet
from tests.watch.watched import DAY, VAULT, clean_site, write

STEPS = 60
CHECKED = 5
NAMES = ("ada", "ben", "cleo", "dan", "eve")


class Story:
    """Random things that happen to a vault."""

    def __init__(self, root: Path, seed: int) -> None:
        """Begin with the small vault."""
        self.root = root
        self.day = DAY
        self._dice = random.Random(seed)  # noqa: S311 - seeded on purpose
        write(root, VAULT)

    def step(self) -> None:
        """Let something happen."""
        self._dice.choice(
            [
                *(self._edit, self._edit, self._edit, self._log, self._remove, self._rename),
                *(self._folder, self._folder, self._break, self._heal, self._heal, self._heal),
                *(self._settings, self._theme, self._words, self._midnight),
            ]
        )()

    def _name(self) -> str:
        return self._dice.choice(NAMES)

    def _edit(self) -> None:
        file, number = self._name(), self._dice.randint(1, 5)
        facts = f"name: {file.title()} {number}\nknows: [tara {number}]\n"
        write(self.root, {f"contacts/{file}.md": f"---\n{facts}---\n\nNote {number}.\n"})

    def _log(self) -> None:
        day = self.day - timedelta(days=self._dice.randint(1, 60))
        log = f"\n## Log\n\n- {day} asked\n"
        facts = "---\ntarget: tara\nintroducer: sam\ngoal: A talk\n---\n"
        write(self.root, {f"intros/tara-via-{self._name()}.md": facts + log})

    def _remove(self) -> None:
        (self.root / "contacts" / f"{self._name()}.md").unlink(missing_ok=True)

    def _rename(self) -> None:
        file = self.root / "contacts" / f"{self._name()}.md"
        if file.exists():
            file.rename(file.with_name(f"{self._name()}.md"))

    def _folder(self) -> None:
        work, away = self.root / "contacts" / "friends", self.root / "away"
        if not work.exists() and not away.exists():
            write(work, {"fay.md": "---\nname: Fay\n---\n", "gus.md": "---\nname: Gus\n---\n"})
        elif work.exists() and away.exists():
            shutil.rmtree(away)
        elif work.exists():
            work.rename(away)
        else:
            away.rename(work)

    def _break(self) -> None:
        write(self.root, {"contacts/sam.md": "---\nname: Sam\ncloseness: 77\n---\n"})

    def _heal(self) -> None:
        write(self.root, VAULT)

    def _settings(self) -> None:
        title = self._dice.choice(['title = "One"\n', 'title = "Two"\n', "", "", "titel = 3\n"])
        write(self.root, {"doorstep.toml": title})

    def _theme(self) -> None:
        css = f":root {{ --gap: {self._dice.randint(1, 3)}px; }}\n"
        theme = 'name = "Mine"\nextends = "default"\n'
        files = {"themes/mine/theme.toml": theme, "themes/mine/static/css/tokens.css": css}
        write(self.root, {**files, "doorstep.toml": 'theme = "mine"\n'})

    def _words(self) -> None:
        subject = f"Subject: {self._name()}\n\nAny news?\n"
        write(self.root, {"templates/drafts/nudge.md": subject})

    def _midnight(self) -> None:
        self.day += timedelta(days=1)


def wrong_and_right(story: Story) -> tuple[int, int]:
    """Live through the story and count checkpoints: not as a clean build, and a whole site."""
    files = VaultFiles(story.root, time.time_ns)
    builder = Builder(files, lambda _: story.day)
    wrong = right = 0
    for number in range(STEPS):
        story.step()
        files.look()
        attempt = builder.attempt()
        builder.end(attempt)
        if number % CHECKED == 0:
            clean = expected(story.root, story.day)
            wrong += (attempt.files or {}) != clean
            right += attempt.files is not None and attempt.files == clean
    return wrong, right


def expected(root: Path, day: date) -> dict[str, bytes]:
    """Build from nothing; nothing where the settings are wrong."""
    settings = root / "doorstep.toml"
    if settings.exists() and "titel" in settings.read_text():
        return {}
    return clean_site(root, day)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_preview_is_always_what_a_clean_build_gives(seed: int, tmp_path: Path) -> None:
    wrong, right = wrong_and_right(Story(tmp_path / "vault", seed))
    assert wrong == 0
    assert right > 1


def test_the_control_that_never_looks_again_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_look = FileSet.look

    def look_once(files: FileSet) -> tuple[str, ...]:
        return () if files.sources else first_look(files)

    monkeypatch.setattr(FileSet, "look", look_once)
    wrong, _ = wrong_and_right(Story(tmp_path / "vault", 1))
    assert wrong > 0

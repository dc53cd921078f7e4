"""After any story of changes, the watch shows exactly what a build from nothing gives.

1,500 changes are lived through, in several stories, in the proof 3,000; `DOORSTEP_SOAK=30000` makes
it that many.
"""

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from site_builder.app.watch_build import Builder
from site_builder.app.watch_files import VaultFiles
from site_builder.reading.vault_read import read_vault
from site_builder.source import Source
from site_builder.tables.memo import Memo
from site_builder.tables.table import Table
from tests.proof.long_form import LONG
from tests.support.figures import Count
from tests.watch.story import SETTINGS, Story
from tests.watch.watched import Watched, clean_site

pytestmark = pytest.mark.proves("watch")

STORIES = 5
STEPS = int(os.environ.get("DOORSTEP_SOAK", "3000" if LONG else "1500")) // STORIES
CHECKED = 10
"""Changes between two checkpoints."""
CONTROL = 150
"""Changes within which a control must have gone wrong."""


def wrong_and_right(
    story: Story,
    files: VaultFiles,
    builder: Builder,
    *,
    steps: int,
    stumbles: type[Exception] | tuple[()] = (),
) -> tuple[int, int]:
    """Live through the story and count checkpoints: not as a clean build, and a whole site.

    A control may stumble over what it overlooked; then it has no site.
    """
    wrong = right = 0
    files.look()
    for number in range(1, steps + 1):
        named = story.step()
        files.look(frozenset(named) or None)  # as the watch does: what was named, then everything
        files.look()
        try:
            site = builder.attempt().files
        except stumbles:
            site = None
        if number % CHECKED == 0:
            clean = expected(story)
            wrong += (site or {}) != clean
            right += site is not None and site == clean
    return wrong, right


def expected(story: Story) -> dict[str, bytes]:
    """Build from nothing; nothing where the settings are wrong."""
    settings = story.root / SETTINGS
    return {} if "titel" in settings.read_text() else clean_site(story.root, story.day)


def run(
    root: Path,
    seed: int,
    files: type[VaultFiles],
    steps: int,
    *,
    stumbles: type[Exception] | tuple[()] = (),
) -> tuple[int, int]:
    """Tell a story and watch it through these files."""
    story = Story(root, seed)
    known = files(root, time.time_ns)
    builder = Builder(known, lambda _: story.day)
    return wrong_and_right(story, known, builder, steps=steps, stumbles=stumbles)


@pytest.mark.parametrize("seed", range(STORIES))
def test_the_preview_is_always_what_a_clean_build_gives(
    seed: int, tmp_path: Path, count: Count
) -> None:
    wrong, right = run(tmp_path / "vault", seed, VaultFiles, STEPS)
    assert right > STEPS // CHECKED // 4
    count(STEPS // CHECKED, wrong)


class EventsOnly(VaultFiles):
    """The control that believes events: a file that none of them names is as it was."""

    def __init__(self, root: Path, now: Callable[[], int]) -> None:
        """Read everything once."""
        super().__init__(root, now)
        self._known = {source.path: source for source in read_vault(root)}

    @property
    def sources(self) -> tuple[Source, ...]:
        """The notes as far as events have told."""
        return tuple(self._known[path] for path in sorted(self._known))

    def look(self, named: frozenset[str] | None = None) -> tuple[str, ...]:
        """Read what is named; look at themes and settings as ever."""
        for path in named or ():
            self._known.pop(path, None)
            if path.startswith(("contacts/", "intros/")) and (self.root / path).is_file():
                self._known[path] = Source(path, (self.root / path).read_bytes())
        return super().look()


@pytest.mark.control
def test_the_control_that_believes_events_is_wrong(tmp_path: Path, count: Count) -> None:
    wrong, right = run(tmp_path / "vault", 1, EventsOnly, CONTROL)
    assert right > 0
    count(CONTROL // CHECKED, wrong)


@pytest.mark.control
def test_the_control_whose_memory_has_half_a_key_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: Count
) -> None:
    whole, known = Memo.source, dict[str, Any]()

    def by_path(memo: Memo, name: str, rows: Mapping[str, Any]) -> Mapping[str, Any]:
        if name == "sources":
            rows = {path: known.setdefault(path, source) for path, source in rows.items()}
        return whole(memo, name, rows)

    monkeypatch.setattr(Memo, "source", by_path)
    wrong, _ = run(tmp_path / "vault", 1, VaultFiles, CONTROL)
    count(CONTROL // CHECKED, wrong)


@pytest.mark.control
def test_the_control_that_overlooks_a_way_to_read_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: Count
) -> None:
    monkeypatch.setattr(Table, "get", lambda table, key, default=None: table.rows.get(key, default))
    wrong, _ = run(tmp_path / "vault", 1, VaultFiles, CONTROL, stumbles=KeyError)
    count(CONTROL // CHECKED, wrong)


def test_a_story_told_by_real_events_is_followed(tmp_path: Path) -> None:
    story = Story(tmp_path / "vault", 7)
    watched, whole = Watched(story.root), 0
    for _ in range(12):
        for _ in range(5):
            story.step()
        story.heal()
        watched.calm()
        watched.day, clean = story.day, expected(story)
        watched.wait_for(lambda clean=clean: (watched.attempts[-1].files or {}) == clean)  # type: ignore[misc] # bound now
        whole += bool(clean)
    assert whole > 6
    assert watched.builds > 12
    watched.stop()

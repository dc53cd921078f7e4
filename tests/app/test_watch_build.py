"""A build of the watch is made of what the last look saw, whatever was saved since."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path

import pytest

from site_builder.app.watch_build import Builder
from site_builder.app.watch_files import VaultFiles
from site_builder.tables.memo import Memo
from site_builder.tables.spread import Spread, in_turn
from site_builder.tables.workshop import Key, Row
from tests.support.commands import write
from tests.watch.watched import DAY, VAULT

SETTINGS = "doorstep.toml"
STYLE = "themes/mine/static/css/more.css"
BEFORE = {
    SETTINGS: 'title = "Before"\ntheme = "mine"\n',
    "themes/mine/theme.toml": 'extends = "default"\n',
    STYLE: "/* before */",
    "templates/drafts/nudge.md": "Subject: Hello\n\nBefore.\n",
    "contacts/ben.md": "---\nname: Ben Before\n---\n",
}


class Watch:
    """A watch that looks and builds when it is told to."""

    def __init__(self, root: Path) -> None:
        """Look once."""
        self.files = VaultFiles(root, lambda: 0)
        self.builder = Builder(self.files, lambda settings: settings.today or DAY)
        self.files.look()

    def build(self) -> Mapping[str, bytes]:
        """Return a good site."""
        attempt = self.builder.attempt()
        assert attempt.files is not None, attempt.diagnostics
        return dict(attempt.files)


class Counting(Memo):
    """A memo that counts the rows it makes."""

    made = 0

    def derive(
        self,
        name: str,
        keys: Collection[Key],
        make: Callable[[Key], Row],
        *,
        spread: Spread = in_turn,
    ) -> Mapping[Key, Row]:
        """Count, and make them."""

        def counted(key: Key) -> Row:
            Counting.made += 1
            return make(key)

        return super().derive(name, keys, counted, spread=spread)


@pytest.mark.parametrize("path", BEFORE)
def test_what_was_saved_since_the_look_is_not_seen(tmp_path: Path, path: str) -> None:
    write(tmp_path, {**VAULT, **BEFORE})
    watch = Watch(tmp_path)
    after = {path: BEFORE[path].replace("Before", "After").replace("before", "after")}
    write(tmp_path, after)
    early = watch.build()  # what is on disk now has been seen by no look
    write(tmp_path, {path: BEFORE[path]})
    assert not watch.files.look()
    assert early == watch.build()
    assert early == Watch(tmp_path).build()


def test_a_save_is_seen_by_the_next_look(tmp_path: Path) -> None:
    write(tmp_path, {**VAULT, **BEFORE})
    watch = Watch(tmp_path)
    before = watch.build()
    for path in (SETTINGS, STYLE):  # the control: each of these can be seen in the site
        write(tmp_path, {path: BEFORE[path].replace("Before", "After").replace("before", "after")})
        assert watch.files.look() == (path,)
        assert watch.build() != before


def test_settings_that_break_and_heal_make_nothing_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.app.watch_build.Memo", Counting)
    write(tmp_path, {**VAULT, **BEFORE})
    watch = Watch(tmp_path)
    before = watch.build()
    write(tmp_path, {SETTINGS: "titel = 3\n"})
    watch.files.look()
    assert watch.builder.attempt().files is None
    write(tmp_path, {SETTINGS: BEFORE[SETTINGS]})
    watch.files.look()
    Counting.made = 0
    assert watch.build() == before
    assert not Counting.made
    write(tmp_path, {SETTINGS: BEFORE[SETTINGS] + "today = 2026-11-20\n"})  # the control
    watch.files.look()
    assert watch.build() != before
    assert Counting.made


def test_wrong_settings_are_checked_with_their_own_day(tmp_path: Path) -> None:
    late = {"intros/ben.md": "---\ntarget: tara\n---\n\n## Log\n\n- 2026-12-01 asked\n"}
    write(tmp_path, {**VAULT, **late, SETTINGS: "titel = 3\ntoday = 2026-12-02\n"})
    watch = Watch(tmp_path)
    assert "future-event" not in {one.id for one in watch.builder.attempt().diagnostics}
    write(tmp_path, {SETTINGS: f"titel = 3\ntoday = {date(2026, 11, 30)}\n"})
    watch.files.look()
    assert "future-event" in {one.id for one in watch.builder.attempt().diagnostics}

"""The watch as a whole: what it survives, what it says, and when it looks without a reason."""

import shutil
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from site_builder.app.watch_build import Attempt
from site_builder.diagnostics import Severity
from site_builder.watch.burst import QUIET
from site_builder.watch.wakes import Wake
from tests.support.commands import write
from tests.watch.watched import PATIENCE, VAULT, Watched, clean_site

BROKEN = "---\nname: Tara\ncloseness: 77\n---\n"


def message(watched: Watched) -> str:
    (message,) = messages(watched)
    return message


def messages(watched: Watched) -> list[str]:
    found = watched.attempts[-1].diagnostics
    return [one.message for one in found if one.severity is Severity.ERROR]


def test_a_change_and_its_build_are_marked_for_editors(watched: Watched) -> None:
    watched.after(lambda: write(watched.root, {"contacts/tara.md": "---\nname: T\n---\n"}))
    begin, end = watched.said[-2:]
    assert begin == "Change detected: contacts/tara.md"
    assert end.startswith("Built in ")
    assert end.endswith(" ms")


def test_the_first_build_is_made_before_anything_else_runs(watched: Watched) -> None:
    assert watched.begun_after == 1
    assert watched.polled_until_then
    assert not watched.wakes.polling


def test_an_error_gives_no_site_and_its_end_gives_one(watched: Watched) -> None:
    watched.after(lambda: write(watched.root, {"contacts/tara.md": BROKEN}))
    assert watched.attempts[-1].files is None
    assert watched.said[-1].endswith(" ms; 1 error, the last good site stays")
    watched.after(lambda: write(watched.root, VAULT))
    assert watched.is_clean()
    assert watched.attempts[-1].files == watched.attempts[0].files


def test_wrong_settings_are_a_finding_like_any_other(watched: Watched) -> None:
    watched.after(lambda: write(watched.root, {"doorstep.toml": "titel = 3\n"}))
    assert watched.attempts[-1].files is None
    assert message(watched) == 'unknown setting "titel"'
    watched.after(lambda: write(watched.root, {"doorstep.toml": 'title = "Mine"\n'}))
    assert watched.is_clean()


def test_wrong_settings_hide_no_mistake_of_another_file(watched: Watched) -> None:
    watched.after(lambda: write(watched.root, {"contacts/tara.md": BROKEN}))
    watched.after(lambda: write(watched.root, {"doorstep.toml": "titel = 3\n"}))
    broken, unknown = messages(watched)
    assert broken.endswith('in "closeness", found "77"')
    assert unknown == 'unknown setting "titel"'
    assert b"titel" in watched.attempts[-1].aside["problems.html"]
    assert b"77" in watched.attempts[-1].aside["problems.html"]
    watched.after(lambda: write(watched.root, VAULT))
    assert message(watched) == 'unknown setting "titel"'
    watched.after((watched.root / "doorstep.toml").unlink)
    assert watched.is_clean()


def remove(places: Iterable[Path]) -> None:
    for place in places:
        place.unlink()


def test_a_vault_without_notes_that_is_gone_is_told(watched: Watched) -> None:
    shutil.rmtree(watched.root / "intros")
    watched.after(lambda: remove(watched.root.rglob("*.md")))
    assert watched.is_clean()
    watched.after((watched.root / "contacts").rmdir)
    assert message(watched) == "the vault is gone from its place"
    assert watched.changes[-1] == f"Change detected: {watched.root.name}"


def test_a_vault_that_is_gone_is_waited_for(watched: Watched) -> None:
    away = watched.root.parent / "away"
    watched.after(lambda: watched.root.rename(away))
    assert message(watched) == "the vault is gone from its place"
    watched.after(lambda: away.rename(watched.root))
    watched.calm()
    assert watched.is_clean()


def test_a_change_without_an_event_is_found_soon(watched: Watched) -> None:
    watched.lose_events()
    assert watched.after(lambda: write(watched.root, {"contacts/ben.md": "---\nname: B\n---\n"}))
    assert watched.is_clean()


def test_a_save_that_was_seen_half_done_and_changed_nothing_is_no_rebuild(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    tara, wait, done = watched.root / "contacts/tara.md", watched.wakes.wait, Event()
    whole = tara.read_bytes()

    def finishing(timeout: float) -> Wake:
        if timeout == QUIET:  # asked for when the change was seen
            tara.write_bytes(whole)
            done.set()
        return wait(timeout)

    watched.lose_events()
    monkeypatch.setattr(watched.wakes, "wait", finishing)
    tara.write_bytes(b"")
    assert done.wait(PATIENCE)
    assert watched.calm() == 1
    monkeypatch.undo()
    assert watched.once(lambda: tara.write_bytes(whole + b"More."))  # the control


def test_the_new_day_is_built_at_midnight(watched: Watched) -> None:
    watched.day += timedelta(days=1)
    watched.wait_for(lambda: watched.builds == 2)
    assert watched.changes == ["Change detected: a new day, 2026-11-05"]
    assert watched.attempts[-1].files == clean_site(watched.root, watched.day)
    assert watched.attempts[-1].files != watched.attempts[0].files
    assert watched.calm() == 2


def test_drafts_show(watched: Watched) -> None:
    draft = {"contacts/ben.md": "---\nname: Ben Ito\ndraft: true\n---\n"}
    watched.after(lambda: write(watched.root, draft))
    assert "contacts/ben.html" in (watched.attempts[-1].files or {})
    assert watched.is_clean()


def test_a_bug_of_ours_does_not_end_the_preview(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("oh")

    with monkeypatch.context() as patch:
        patch.setattr("site_builder.app.watch_build.compile_site", fail)
        watched.after(lambda: write(watched.root, {"contacts/tara.md": BROKEN}))
    assert message(watched) == "this is a bug in Doorstep (KeyError), not in your files"
    assert {type(bug) for bug in watched.bugs} == {KeyError}
    watched.bugs.clear()
    watched.after(lambda: write(watched.root, VAULT))
    assert watched.is_clean()


def test_a_bug_of_ours_while_showing_does_not_end_the_preview(
    root: Path,
) -> None:
    fails = False

    def show(attempt: Attempt) -> None:
        if fails and attempt.files:
            raise KeyError("oh")

    watched = Watched(root, show=show)
    fails = True
    watched.after(lambda: write(root, {"contacts/tara.md": "---\nname: T\n---\n"}))
    assert message(watched) == "this is a bug in Doorstep (KeyError), not in your files"
    fails = False
    watched.after(lambda: write(root, VAULT))
    assert watched.is_clean()
    watched.stop()


@pytest.fixture
def polled(root: Path) -> Iterator[Watched]:
    """Return a watch without events."""
    watched = Watched(root, poll=True)
    yield watched
    watched.stop()


def test_polling_sees_what_events_would_have_told(polled: Watched) -> None:
    assert polled.wakes.polling
    assert polled.once(lambda: write(polled.root, {"contacts/ben.md": "---\nname: B\n---\n"}))
    assert polled.is_clean()
    people = {f"contacts/p{i}.md": f"---\nname: Person {i}\n---\n" for i in range(100)}
    polled.after(lambda: write(polled.root, people))
    assert polled.is_clean()
    polled.after(lambda: shutil.rmtree(polled.root / "intros"))
    assert polled.is_clean()


def test_a_polled_watch_says_so_only_where_nobody_asked_for_it(polled: Watched) -> None:
    assert not [line for line in polled.said if "without file events" in line]
    polled.calm()


def test_a_watch_that_fails_says_why_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("site_builder.watch.wakes.Watches", fail)
    watched = Watched(root)
    watched.after(lambda: write(root, {"contacts/tara.md": "---\nname: T\n---\n"}))
    notes = [line for line in watched.said if "without file events" in line]
    assert notes == ["Looking every half second, without file events: inotify watch limit reached"]
    watched.stop()

"""Watching: whenever what a build is made from changes, build again; the last good site stays."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn, Protocol

from msgspec import Struct

from site_builder.app.run import SettingsError
from site_builder.app.watch_build import Attempt, Builder, bug
from site_builder.app.watch_files import VaultFiles, places_of
from site_builder.diagnostics import Severity, count
from site_builder.insights.words import number_of
from site_builder.source import Source
from site_builder.watch.burst import LONGEST, QUIET
from site_builder.watch.wakes import Clock, Wake, Wakes

IDLE = 2.0
"""Seconds between looks while nothing seems to happen."""
POLL = 0.5
"""The same where no events can wake us."""
SHARE = 20
"""A look at a huge vault may take this part of the time between looks, not more."""


class Talk(Protocol):
    """Who tells the user what happens."""

    def say(self, line: str) -> None:
        """Say one line."""

    def findings(self, attempt: Attempt) -> None:
        """Tell what a build found."""

    def trouble(self, error: Exception) -> None:
        """Tell why something could not be done."""

    def bug(self, error: Exception) -> None:
        """Tell that the program failed; may raise the error."""


class Watching(Struct, frozen=True, kw_only=True):
    """All that a watch needs."""

    root: Path
    files: VaultFiles
    builder: Builder
    wakes: Wakes
    show: Callable[[Attempt], object]
    """Shows a build to those who look at the preview."""
    publish: Callable[[Attempt], None]
    """Writes a good build to disk, if that is wanted."""
    talk: Talk
    clock: Clock
    begin: Callable[[], None] = lambda: None
    """Called once, after the first build: lets the preview answer."""
    rest: Callable[[], None] = lambda: None
    """Called while nothing happens: the time for what would be in the way otherwise."""
    poll: bool = False


def watch_vault(job: Watching) -> NoReturn:
    """Build, then build again after every change, until interrupted."""
    try:
        _watch(job)
    finally:
        job.wakes.stop()


def _watch(job: Watching) -> NoReturn:
    polling = job.poll
    job.files.look()
    day = _build(job)  # while nothing else runs yet: it may be spread over processes
    job.begin()
    if not job.poll:
        job.wakes.watch(places_of(job.root))
    pause = 0.0
    while True:
        if job.wakes.polling and not polling:
            polling = True
            job.talk.say(f"Looking every half second, without file events: {job.wakes.failure}")
        wake = job.wakes.wait(pause)
        changed, took = _look(job, wake)
        # What events named was built at once; now a look everywhere confirms that it was all.
        pause = 0.0 if wake.named else max(POLL if polling else IDLE, took * SHARE)
        if changed:
            job.talk.say(f"Change detected: {_first(changed)}")
            day = _build(job)
        elif (now := _day(job.builder)) not in {day, None}:
            job.talk.say(f"Change detected: a new day, {now}")
            day = _build(job)
        elif not wake.events and pause:
            job.rest()


def _look(job: Watching, wake: Wake) -> tuple[tuple[str, ...], float]:
    """Return what changed and how long a look takes; a change without events may still go on."""
    before = () if wake.events else job.files.sources
    begun = job.clock()
    changed = job.files.look(wake.named)
    took = job.clock() - begun
    if wake.events or not changed:
        return changed, took
    found = set(changed)
    while job.clock() - begun < LONGEST:
        job.wakes.wait(QUIET)
        more = job.files.look()
        if not more:
            break
        found.update(more)
    was, now = (
        _by_path(before),
        _by_path(job.files.sources),
    )  # a save that was seen half done may have changed nothing
    return tuple(
        sorted(path for path in found if path not in was or was[path] != now.get(path))
    ), took


def _by_path(sources: tuple[Source, ...]) -> dict[str, Source]:
    return {source.path: source for source in sources}


def _build(job: Watching) -> date | None:
    """Build once: show, tell, publish, forget. Return the day it was built for."""
    begun = job.clock()
    try:
        attempt = job.builder.attempt()
        job.show(attempt)
    except Exception as error:  # noqa: BLE001 - the preview outlives every mistake, ours too
        job.talk.bug(error)
        attempt = bug(error)
        job.show(attempt)
    took = round((job.clock() - begun) * 1000)
    job.talk.findings(attempt)
    job.talk.say(f"Built in {took} ms{_outcome(job.builder, attempt)}")
    job.publish(attempt)
    return attempt.inputs.today if attempt.inputs else _day(job.builder)


def _day(builder: Builder) -> date | None:
    try:
        return builder.day
    except SettingsError:
        return None


def _first(changed: tuple[str, ...]) -> str:
    more = len(changed) - 1
    return f"{changed[0]} and {more} more" if more else changed[0]


def _outcome(builder: Builder, attempt: Attempt) -> str:
    if attempt.files is not None:
        return ""
    errors = count(attempt.diagnostics, Severity.ERROR)
    instead = "the last good site stays" if builder.succeeded else "there is no site to show yet"
    return f"; {number_of(errors, 'error')}, {instead}"

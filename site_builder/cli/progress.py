"""What is said while a long build goes on: a line that comes and goes, or a line for each step."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any, TextIO

import click

from site_builder.cli.streams import put
from site_builder.tables.spread import NOBODY, Progress

PATIENCE = 0.3
"""Seconds in which most builds are over; before that there is nothing to say."""
EVERY = 0.1
"""Seconds between two versions of the line."""
WORKING = "checking and ranking"
"""What comes after reading, in several passes that mean nothing to a reader."""
STEPS = {"reading": ("Read", "file"), "pages": ("Made", "file")}

Clock = Callable[[], float]


def progress_of(params: Mapping[str, Any]) -> Progress:
    """Return who looks on: a line on a terminal, the steps with `-v`, else nobody."""
    if params.get("quiet") and params.get("verbose"):
        raise click.UsageError('"-q" and "-v" cannot be used together')
    if params.get("verbose"):
        return Steps(time.perf_counter)
    silent = params.get("quiet") or os.environ.get("TERM") == "dumb" or not sys.stderr.isatty()
    return NOBODY if silent else ProgressLine(sys.stderr, time.perf_counter)


class ProgressLine(Progress):
    """One line, rewritten in place; it comes after a moment and leaves nothing behind."""

    def __init__(self, stream: TextIO, clock: Clock) -> None:
        """Show nothing yet."""
        self._stream, self._clock = stream, clock
        self._next: float | None = None
        self._shown = ""

    def __call__(self, phase: str, done: int, total: int, /) -> None:
        """Show how far a phase has come: `reading 8,200 of 15,000`."""
        now = self._clock()
        if self._next is None:
            self._next = now + PATIENCE
        if now < self._next:
            return
        ended = phase == "reading" and done == total
        self._next = now if ended else now + EVERY
        counted = phase in STEPS and not ended
        self._write(f"{phase} {done:,} of {total:,}" if counted else WORKING)

    def over(self) -> None:
        """Erase the line; the next build begins a new one."""
        self._write("")
        self._next = None

    def _write(self, text: str) -> None:
        if text != self._shown:
            self._stream.write(f"\r{text.ljust(len(self._shown))}" + ("" if text else "\r"))
            self._stream.flush()
        self._shown = text


class Steps(Progress):
    """A line for each step that is done, with its count and its time."""

    def __init__(self, clock: Clock) -> None:
        """Begin to measure."""
        self._clock = clock
        self._since = clock()

    def __call__(self, phase: str, done: int, total: int, /) -> None:
        """Say that a step is done: `Read 15,000 files in 0.81 s`."""
        if phase not in STEPS:
            return
        if done == 0:
            if phase == "pages":
                self._say("Checked and ranked")
            self._since = self._clock()
        if done == total and total:
            verb, noun = STEPS[phase]
            self._say(f"{verb} {total:,} {noun}{'' if total == 1 else 's'}")

    def over(self) -> None:
        """Say nothing: every step has spoken for itself."""

    def _say(self, what: str) -> None:
        now = self._clock()
        put(f"{what} in {now - self._since:.2f} s", sys.stderr)
        self._since = now

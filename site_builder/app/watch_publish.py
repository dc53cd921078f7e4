"""Writing to disk what the watch has built."""

from dataclasses import dataclass
from pathlib import Path

from site_builder.app.watch import Talk
from site_builder.app.watch_build import Attempt, Builder
from site_builder.diagnostics import Severity, count
from site_builder.insights.words import number_of
from site_builder.model.audience import PRIVATE
from site_builder.writing.output_errors import OutputLockedError, OutputRefusedError
from site_builder.writing.publish import publish


def keep_in_memory(_attempt: Attempt) -> None:
    """Write nothing."""


@dataclass(slots=True, kw_only=True)
class Publisher:
    """Publishes what `build` would have published, after every good build."""

    output: Path
    root: Path
    builder: Builder
    talk: Talk
    audience: str = PRIVATE.name
    drafts: bool = False
    strict: bool = False
    owed: Attempt | None = None
    """The last build, where something was in the way: what is on disk may be older."""
    told: str = ""
    """What was in the way when it was last tried."""
    begun: bool = False
    """Whether a build has gone by: from then on somebody may be looking at the preview."""

    def __call__(self, attempt: Attempt) -> None:
        """Publish, or say why not and try again when it is quiet.

        Raises `OutputRefusedError` at the first build alone: it is the options that are wrong.
        """
        self.told = ""
        self._try(attempt)
        self.begun = True

    def catch_up(self) -> None:
        """Publish what something was in the way of; what was said of it is not said again."""
        if self.owed is not None:
            self._try(self.owed)

    def _try(self, attempt: Attempt) -> None:
        """Publish; a bug of ours is told and ends no watch, the next save is published again."""
        try:
            self._publish(attempt)
        except OutputRefusedError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is
            self.owed = None
            self.talk.bug(error)

    def _publish(self, attempt: Attempt) -> None:
        site = self.builder.for_publishing(attempt, drafts=self.drafts)
        if site is None or not site.files:
            return
        owed, self.owed = self.owed, None
        if self.strict and (warnings := count(attempt.diagnostics, Severity.WARNING)):
            found = number_of(warnings, "warning")
            self.talk.say(f"Not published: {found}, and --strict allows none")
            return
        try:
            done = publish(self.output, site.files, source_root=self.root, audience=self.audience)
        except OutputRefusedError as error:
            if not self.begun:
                raise
            self._owe(attempt, error, str(error))
        except OutputLockedError as error:
            self._owe(attempt, error, "locked, whoever it is")
        except OSError as error:
            self._owe(attempt, error, str(error))
        else:
            if owed is not None or not done.unchanged:  # who heard of trouble hears of its end
                self.talk.say(f"Published: {done.written} written, {done.removed} removed")

    def _owe(self, attempt: Attempt, error: Exception, reason: str) -> None:
        """Keep what could not be published, and say why unless that was the last thing said."""
        self.owed = attempt
        if reason != self.told:
            self.talk.trouble(error)
        self.told = reason

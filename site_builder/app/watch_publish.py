"""Writing to disk what the watch has built."""

from dataclasses import dataclass
from pathlib import Path

from site_builder.app.watch import Talk
from site_builder.app.watch_build import Attempt, Builder
from site_builder.diagnostics import Severity, count
from site_builder.model.audience import PRIVATE
from site_builder.writing.output_errors import OutputLockedError
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
    """The last build, where another builder had the lock: what is on disk may be older."""

    def __call__(self, attempt: Attempt) -> None:
        """Publish, or try again next time; raises `OutputRefusedError` where none is any use."""
        said, self.owed = self.owed is not None, None
        warned = self.strict and count(attempt.diagnostics, Severity.WARNING)
        site = self.builder.for_publishing(attempt, drafts=self.drafts)
        if site is None or not site.files or warned:
            return
        try:
            done = publish(self.output, site.files, source_root=self.root, audience=self.audience)
        except OutputLockedError as error:
            self.owed = attempt
            if not said:
                self.talk.trouble(error)
        except OSError as error:
            self.talk.trouble(error)
        else:
            if not done.unchanged:
                self.talk.say(f"Published: {done.written} written, {done.removed} removed")

    def catch_up(self) -> None:
        """Publish what another builder was in the way of."""
        if self.owed is not None:
            self(self.owed)

"""A vault that is watched for real, in a thread of the test's own process."""

import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from site_builder.app.themes import look_with
from site_builder.app.watch import Watching, watch_vault
from site_builder.app.watch_build import Attempt, Builder
from site_builder.app.watch_files import VaultFiles
from site_builder.app.watch_publish import keep_in_memory
from site_builder.compiler import Inputs, compile_site
from site_builder.model.settings import Settings
from site_builder.parsing.settings_read import read_settings
from site_builder.reading.git_at_work import git_at_work
from site_builder.reading.settings_read import read_settings_source
from site_builder.reading.theme_files import read_themes
from site_builder.reading.vault_read import read_vault
from site_builder.tables import FRESH
from site_builder.watch.burst import QUICK
from site_builder.watch.wakes import Wakes
from tests.support.theme_files import KEPT

DAY = date(2026, 11, 4)
PATIENCE = 60.0

VAULT = {
    "contacts/me.md": "---\nname: Mo Writer\nme: true\n---\n",
    "contacts/tara.md": "---\nname: Tara Lindqvist\n---\n\nA note.\n",
    "contacts/sam.md": "---\nname: Sam Okafor\ncloseness: 4\nknows: [tara 4]\n---\n",
    "intros/tara-via-sam.md": (
        "---\ntarget: tara\nintroducer: sam\n---\n\n## Log\n\n- 2026-10-01 asked\n"
    ),
}


class _StoppedError(Exception):
    """Ends the watch of a test."""


class Watched:
    """Runs a watch and keeps what it built and said."""

    def __init__(
        self,
        root: Path,
        *,
        poll: bool = False,
        show: Callable[[Attempt], object] = lambda _: None,
    ) -> None:
        """Watch the vault and wait for the first build; `show` is given every build."""
        self._show_to = show
        self.root = root
        self.day = DAY
        self.attempts: list[Attempt] = []
        self.took = 0.0
        """Seconds that the latest action took by itself."""
        self.said: list[str] = []
        self.bugs: list[Exception] = []
        self._stop = False
        self._deaf = False
        self._rests = 0
        self._changed = threading.Condition()
        files = VaultFiles(root, time.time_ns)
        self.builder = Builder(files, self._today)
        self.wakes = Wakes(self._clock, git_at_work(root, time.time))
        job = Watching(
            root=root,
            files=files,
            builder=self.builder,
            wakes=self.wakes,
            show=self._show,
            publish=keep_in_memory,
            talk=self,
            clock=self._clock,
            begin=self._begin,
            rest=self._rest,
            poll=poll,
        )
        self._thread = threading.Thread(target=self._run, args=(job,), daemon=True)
        self._thread.start()
        self.wait_for(lambda: self._rests > 0)  # after the look that follows the first build

    @property
    def builds(self) -> int:
        """How often the vault was built."""
        return len(self.attempts)

    @property
    def changes(self) -> list[str]:
        """The lines that told of a change."""
        return [line for line in self.said if line.startswith("Change detected: ")]

    def after(self, action: Callable[[], object]) -> int:
        """Do something and return how many builds follow once all is calm again."""
        before, begun = self.builds, time.monotonic()
        action()
        self.took = time.monotonic() - begun
        self.wait_for(lambda: self.builds > before)
        return self.calm() - before

    def once(self, action: Callable[[], object]) -> bool:
        """Do something and tell whether one build follows.

        More are right only where the machine stopped the action itself for so long that it looked
        like several.
        """
        return self.after(action) <= 1 + self.took / QUICK

    def calm(self) -> int:
        """Wait until all that was done is built and return the number of builds.

        The watch rests after it looked everywhere and found nothing; the second time it also began
        to look after this was called.
        """
        before = self._rests
        self.wait_for(lambda: self._rests > before + 1)
        return self.builds

    def wait_for(self, what: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Wait until something holds."""
        with self._changed:
            assert self._changed.wait_for(what, patience), (self.said, self.bugs)

    def is_clean(self) -> bool:
        """Tell whether what is shown is what a build from nothing gives."""
        return (self.attempts[-1].files or {}) == clean_site(self.root, self.day)

    def lose_events(self) -> None:
        """End all events, as only the watch's own thread may; looks alone find changes then."""
        self._deaf = True
        self.wait_for(lambda: not self._deaf)

    def stop(self) -> None:
        """End the watch."""
        self._stop = True
        self.wakes.everywhere()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def say(self, line: str) -> None:
        """Keep what the watch says."""
        with self._changed:
            self.said.append(line)
            self._changed.notify_all()

    def findings(self, attempt: Attempt) -> None:
        """Keep nothing: the attempts are kept."""

    def trouble(self, error: Exception) -> None:
        """Keep what could not be done."""
        self.bugs.append(error)

    def bug(self, error: Exception) -> None:
        """Keep the program's own faults."""
        self.bugs.append(error)

    def _run(self, job: Watching) -> None:
        try:
            watch_vault(job)
        except _StoppedError:
            return

    def _show(self, attempt: Attempt) -> None:
        self._show_to(attempt)
        with self._changed:
            self.attempts.append(attempt)
            self._changed.notify_all()

    def _begin(self) -> None:
        self.begun_after = self.builds
        self.polled_until_then = self.wakes.polling

    def _rest(self) -> None:
        deaf = self._deaf
        if deaf:
            self.wakes.stop()
        with self._changed:
            self._rests += 1
            self._deaf = self._deaf and not deaf
            self._changed.notify_all()

    def _clock(self) -> float:
        if self._stop and threading.current_thread() is self._thread:
            raise _StoppedError
        return time.monotonic()

    def _today(self, _settings: Settings) -> date:
        return self.day


def clean_site(root: Path, day: date = DAY) -> dict[str, bytes]:
    """Build a vault from nothing, as the preview shows it."""
    settings, _ = read_settings(read_settings_source(root))
    look = look_with(settings.theme, read_themes(root), lambda: KEPT)
    site = compile_site(Inputs(read_vault(root), settings, day, drafts=True), look, FRESH)
    return dict(site.files)

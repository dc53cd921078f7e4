"""One build of the watch: from what the files say now to a site, or to why there is none."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.app.processes import spreading
from site_builder.app.run import SettingsError, settings_in, unknown_audience
from site_builder.app.themes import look_with
from site_builder.app.time_zones import time_zones
from site_builder.app.watch_files import VaultFiles
from site_builder.compiler import (
    CompiledSite,
    Inputs,
    Look,
    check_vault,
    compile_problems,
    compile_site,
)
from site_builder.diagnostics import Diagnostic, Severity, in_order
from site_builder.model.audience import PRIVATE, Audience
from site_builder.model.document import Document
from site_builder.model.settings import Settings
from site_builder.parsing.document_read import read_document
from site_builder.reading.near_folders import near_folders
from site_builder.rendering.codes import Ahead, nothing_ahead
from site_builder.source import FILE_START, Source
from site_builder.tables import FRESH
from site_builder.tables.memo import Memo
from site_builder.tables.spread import NOBODY, Progress

Today = Callable[[Settings], date]
"""The day that a vault with these settings is built for; asked anew for every build."""


class Attempt(Struct, frozen=True):
    """What came of a build."""

    diagnostics: tuple[Diagnostic, ...]
    inputs: Inputs | None = None
    """None where the settings cannot be read."""
    look: Look | None = None
    site: CompiledSite | None = None
    """None where nothing could be compiled; without files where an error forbids it."""
    aside: Mapping[str, bytes] = field(default_factory=dict)
    """The Problems page alone, where there is no site."""
    notes: tuple[str, ...] = ()
    """What is no finding, but odd."""

    @property
    def files(self) -> Mapping[str, bytes] | None:
        """The new site, or None if the last good one must stay."""
        return self.site.files if self.site and self.site.files else None


class Builder:
    """Builds again and again, and remembers in between."""

    def __init__(  # noqa: PLR0913 - one for each option of the command line
        self,
        files: VaultFiles,
        today: Today,
        *,
        theme: str | None = None,
        audience: str | None = None,
        jobs: int = 1,
        progress: Progress = NOBODY,
        codes: Ahead = nothing_ahead,
    ) -> None:
        """Build what these files say; `theme` is used instead of the one that is set."""
        self._audience = audience or PRIVATE.name
        self._files = files
        self._today = today
        self._theme = theme
        self._jobs = jobs
        self._progress = progress
        self._codes = codes
        self._memo, self._published, self._problems = Memo(), Memo(), Memo()
        self._settings = Settings()
        self._last: Attempt | None = None
        """The last one that read the vault."""
        self._look: Look | None = None

    @property
    def succeeded(self) -> bool:
        """Whether there was a good build, whose site stays while there is none."""
        return self._look is not None

    @property
    def day(self) -> date:
        """The day a build would be for now."""
        return self._today(self._settings)

    def attempt(self) -> Attempt:
        """Build with drafts; where there is no site, the Problems page says why."""
        with self._nothing_kept_after_a_bug():
            attempt = replace(self._attempt(), notes=near_folders(self._files.root))
            if attempt.site is not None:
                self._last = attempt
            if attempt.files is not None:
                self._look = attempt.look
                return attempt
            return replace(attempt, aside=self._aside(attempt))

    def _attempt(self) -> Attempt:
        """Build; settings that are wrong are findings like any other."""
        if self._files.gone:
            return Attempt((_gone(),))
        try:
            self._settings = settings_in(self._files.settings, lambda: self._files.themes)
            today = self._today(self._settings)
        except SettingsError as error:
            return Attempt(self._with_files(error))
        audience = self._settings.audience(self._audience)
        if audience is None:
            return Attempt((_nobody(self._settings, self._audience),))
        inputs = self._inputs(self._settings, today, audience)
        name = self._theme or self._settings.theme
        look = look_with(name, self._files.themes, self._codes)
        site = self._compile(inputs, look, self._memo)
        return Attempt(site.diagnostics, inputs, look, site)

    def _with_files(self, error: SettingsError) -> tuple[Diagnostic, ...]:
        """Return what is wrong with settings, and with the other files as far as these can tell.

        What is remembered stays that of the settings before: they may be back in a moment.
        """
        settings = error.settings
        if settings is None or (audience := settings.audience(self._audience)) is None:
            return error.diagnostics
        inputs = self._inputs(settings, self._today(settings), audience)
        checked = check_vault(replace(inputs, read=_reader(self._last)), FRESH)
        return in_order((*error.diagnostics, *checked.diagnostics))

    def _inputs(self, settings: Settings, today: date, audience: Audience) -> Inputs:
        sources = self._files.sources
        return Inputs(sources, settings, today, drafts=True, audience=audience, zones=time_zones)

    def _aside(self, attempt: Attempt) -> Mapping[str, bytes]:
        """Return the Problems page in the last theme that worked, of the vault as last read."""
        look, last = self._look or attempt.look, self._last
        if look is None or last is None or last.site is None:
            return {}
        insights = last.site.analysis.insights
        return compile_problems(insights, attempt.diagnostics, look, self._problems)

    def for_publishing(self, attempt: Attempt, *, drafts: bool) -> CompiledSite | None:
        """Return the site as `build` would write it: without drafts, unless they are wanted."""
        site, inputs, look = attempt.site, attempt.inputs, attempt.look
        if site is None or inputs is None or look is None or drafts or not _has_drafts(site):
            return site
        with self._nothing_kept_after_a_bug():
            return self._compile(replace(inputs, drafts=False), look, self._published)

    def _compile(self, inputs: Inputs, look: Look, memo: Memo) -> CompiledSite:
        with spreading(self._jobs, self._progress) as spread:
            return compile_site(inputs, look, memo, spread=spread)

    @contextmanager
    def _nothing_kept_after_a_bug(self) -> Iterator[None]:
        try:
            yield
        except Exception:
            self._memo, self._published, self._problems = Memo(), Memo(), Memo()
            raise


def _reader(last: Attempt | None) -> Callable[[Source], Document]:
    """Return how to read a file; what an earlier build has read is taken from there."""
    if last is None or last.site is None or last.inputs is None:
        return read_document
    known = {source.path: source for source in last.inputs.sources}
    files = last.site.analysis.files
    return lambda one: files[one.path] if known.get(one.path) == one else read_document(one)


def _has_drafts(site: CompiledSite) -> bool:
    documents = site.analysis.insights.vault.documents
    return any(document.record is not None and document.record.draft for document in documents)


def bug(error: Exception) -> Attempt:
    """Return what to show when this program itself has failed."""
    kind = type(error).__name__
    message = f"this is a bug in Doorstep ({kind}), not in your files"
    cure = "undo the last change to go on; `build --watch --debug` shows where it is"
    found = Diagnostic("doorstep-bug", Severity.ERROR, message, ".", FILE_START, cure)
    return Attempt((found,))


def _nobody(settings: Settings, name: str) -> Diagnostic:
    message, _, cure = unknown_audience(settings, name).partition("; ")
    path = "doorstep.toml"
    return Diagnostic("unknown-audience", Severity.ERROR, message, path, FILE_START, cure)


def _gone() -> Diagnostic:
    return Diagnostic(
        "unreadable-file",
        Severity.ERROR,
        "the vault is gone from its place",
        ".",
        FILE_START,
        "move it back, or end the preview and start it where the vault is now",
    )

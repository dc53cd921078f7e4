"""One run: where the vault is, which day it is, how to answer; and what it found."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import Struct

from site_builder.app.known_documents import KnownDocuments
from site_builder.app.processes import spreading
from site_builder.app.read_ahead import ReadAhead, nothing_read
from site_builder.app.time_zones import time_zones
from site_builder.checks import CHECKS
from site_builder.compiler import Analysis, Checked, Inputs, analyse_vault, check_vault
from site_builder.diagnostics import Diagnostic, Severity, in_order
from site_builder.did_you_mean import guess
from site_builder.hosting.public_pages import ID as PUBLIC_PAGES
from site_builder.model.audience import PRIVATE, Audience
from site_builder.model.settings import Settings
from site_builder.parsing.document_read import read_document
from site_builder.parsing.settings_audiences import NAME
from site_builder.parsing.settings_read import read_settings
from site_builder.reading.settings_read import read_settings_source
from site_builder.reading.theme_files import Themes, read_themes
from site_builder.reading.vault_read import read_vault
from site_builder.rendering.codes import Ahead, nothing_ahead
from site_builder.rendering.theme_config import no_theme
from site_builder.rendering.theme_unused import ID as THEME_UNUSED
from site_builder.source import FILE_START, Source
from site_builder.tables import FRESH, Tables
from site_builder.tables.spread import NOBODY, Progress


class SettingsError(Exception):
    """`doorstep.toml` has mistakes; nothing is built with half of the settings."""

    def __init__(
        self, diagnostics: tuple[Diagnostic, ...], settings: Settings | None = None
    ) -> None:
        """Carry the findings to whoever prints them."""
        super().__init__("doorstep.toml has mistakes")
        self.diagnostics = diagnostics
        self.settings = settings
        """Those that are right, and defaults: enough to look for mistakes in other files."""
        self.format = "text"
        """How the findings are to be printed; the command line knows."""
        self.today: date | None = None
        """The day of the run, which the command line knows, too."""
        self.lists = False
        """Whether the answer, of which there is nothing, would have been a list."""
        self.findings = False
        """Whether findings are what the command prints; beside an answer they are talk."""
        self.quiet = False
        """Whether nothing is to be said but the findings."""


class Run(Struct, frozen=True):
    """What a command was asked for; made by the command line alone."""

    root: Path
    today: date
    settings: Settings
    drafts: bool = False
    strict: bool = False
    jobs: int = 1
    audience: Audience = PRIVATE
    progress: Progress = NOBODY
    """Who looks on."""
    memo: Tables = FRESH
    known: KnownDocuments | None = None
    """What files said in an earlier run; none where nothing may be remembered."""
    ahead: ReadAhead = nothing_read
    """Ends the reading that was begun before this run, if it was."""
    codes: Ahead = nothing_ahead
    """Templates that are compiled meanwhile, if they are."""

    def inputs(self) -> Inputs:
        """Read the vault."""
        return Inputs(
            sources=read_vault(self.root),
            settings=self.settings,
            today=self.today,
            drafts=self.drafts,
            audience=self.audience,
            read=self.known.read if self.known else read_document,
            zones=time_zones,
        )

    def analysis(self, inputs: Inputs | None = None, *, late: bool = False) -> Analysis:
        """Read, check and analyse the vault, or what was read of it.

        What is analysed `late` is made when it is read: good where little of it is.
        """
        inputs = inputs or self.inputs()
        with spreading(self.jobs, self.progress) as spread:
            return analyse_vault(inputs, self.memo, spread=spread, late=late)

    def check(self, inputs: Inputs) -> tuple[Diagnostic, ...]:
        """Read and check the vault, no more."""
        return self.checked(inputs).diagnostics

    def checked(self, inputs: Inputs) -> Checked:
        """Return the vault as well, with its threads."""
        with spreading(self.jobs, self.progress) as spread:
            return check_vault(inputs, self.memo, spread=spread)

    @property
    def day_note(self) -> str:
        """A reminder where the day is not the real one."""
        fixed = self.settings.today
        if fixed is None or fixed != self.today:
            return ""
        line = self.settings.today_span.line if self.settings.today_span else 1
        return f"as of {fixed.isoformat()}, the day fixed by doorstep.toml:{line}"

    def exit_code(self, diagnostics: tuple[Diagnostic, ...]) -> int:
        """Return 1 where the findings fail the run, else 0."""
        failing = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        return int(any(found.severity in failing for found in diagnostics))


def settings_of(root: Path) -> Settings:
    """Read the vault's settings, or raise with everything that is wrong with them."""
    return settings_in(read_settings_source(root), lambda: read_themes(root))


def settings_in(source: Source | None, themes: Callable[[], Themes]) -> Settings:
    """Return what the file says, or raise with everything that is wrong with it.

    The theme is looked for only where something else is wrong: whoever needs one looks for it, and
    the command line may name another.
    """
    checks = frozenset((*(check.id for check in CHECKS), PUBLIC_PAGES, THEME_UNUSED))
    settings, diagnostics = read_settings(source, checks, zones=time_zones)
    if diagnostics:
        found = (*diagnostics, *unknown_theme(settings, themes()))
        raise SettingsError(in_order(found), settings)
    return settings


def unknown_theme(settings: Settings, themes: Themes) -> tuple[Diagnostic, ...]:
    """Return the finding about a theme that is set and does not exist, if it is so."""
    wanted, known = settings.theme, themes.by_name
    if wanted in known or themes.unreadable:
        return ()
    return (no_theme(wanted, known, settings.theme_span or FILE_START),)


def unknown_audience(settings: Settings, name: str) -> str:
    """Return the sentence about an audience that the settings do not know."""
    fits = NAME.fullmatch(name)
    own = f"add [audiences.{name}] to doorstep.toml" if fits else 'choose a small word like "team"'
    cure = guess(name, (PRIVATE.name, *settings.audiences)) or own
    return f'no audience is called "{name}"; {cure}'

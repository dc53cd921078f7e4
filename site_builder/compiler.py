"""The whole tool on one screen: from the vault's files to the files of its site.

`compile_site` is a pure function of plain values. It reads no disk, no clock and no environment;
`memo` only remembers what equal values gave before.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.audience.vault_filter import Shown, Withheld, shown_to, shown_vault, withheld_from
from site_builder.checks import run_checks
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.insights.analyse import analyse
from site_builder.insights.insight import Insights
from site_builder.insights.thread import Threads
from site_builder.insights.threads import threads_of
from site_builder.model.audience import PRIVATE, Audience
from site_builder.model.document import Document
from site_builder.model.settings import Settings
from site_builder.model.vault import Vault
from site_builder.model.vault_assemble import assemble_files
from site_builder.parsing.document_read import read_document
from site_builder.rendering.codes import Ahead, nothing_ahead
from site_builder.source import FILE_START, Source
from site_builder.tables import FRESH, LATE, Joined, Tables
from site_builder.tables.spread import Spread, in_turn

if TYPE_CHECKING:
    from site_builder.rendering.press import Press
    from site_builder.rendering.theme import Theme

ThemeFiles = Mapping[str, Mapping[str, bytes]]
"""Theme name to its files: path inside the theme's folder to bytes."""


class Inputs(Struct, frozen=True):
    """Everything a build depends on."""

    sources: tuple[Source, ...]
    """The vault's files in path order."""
    settings: Settings
    today: date
    drafts: bool = False
    """Show files marked `draft: true`."""
    audience: Audience = PRIVATE
    """Who will read the site."""
    read: Callable[[Source], Document] = read_document
    """How a file is read; whatever it is, it gives what `read_document` gives."""
    documents: Mapping[str, Document] | None = None
    """What each file says, where they were read before."""
    zones: Callable[[], Collection[str]] = tuple
    """The time zones there are; without them their names are taken as they are."""


class Look(Struct, frozen=True):
    """The themes there are, the one that was chosen, and the vault's own words."""

    theme: str
    themes: ThemeFiles
    drafts: Mapping[str, bytes] = field(default_factory=dict)
    unreadable: tuple[Source, ...] = ()
    """Files of themes and templates that could not be read."""
    stray: tuple[str, ...] = ()
    """Files beside the drafts that are none."""
    ours: frozenset[str] = frozenset()
    """Themes that came with the program, in which nothing is in vain."""
    codes: Ahead = nothing_ahead
    """Waits for the templates that are compiled meanwhile, if they are."""


class Assembled(Struct, frozen=True):
    """A vault that was read."""

    vault: Vault
    threads: Threads
    shown: Shown | None
    """What the audience sees of it; none where that is everything."""


class Checked(Struct, frozen=True):
    """A vault that was read and checked."""

    vault: Vault
    threads: Threads
    diagnostics: tuple[Diagnostic, ...]
    """Every finding, in order."""


class Analysis(Struct, frozen=True):
    """A vault that was read, checked and analysed."""

    insights: Insights
    """Of what the audience may see."""
    diagnostics: tuple[Diagnostic, ...]
    """Of everything, for the owner."""
    withheld: Withheld
    files: Mapping[str, Document]
    """Every file as it was read by itself, by path."""


class CompiledSite(Struct, frozen=True):
    """The finished site, in memory."""

    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...]
    """Those of the vault and of the theme."""
    files: Mapping[str, Any] = field(default_factory=dict)
    """By path: bytes, or what a press said of them; empty where an error forbids publishing."""
    pages: int = 0


def check_vault(inputs: Inputs, memo: Tables, *, spread: Spread = in_turn) -> Checked:
    """Read, assemble and check."""
    read = _assembled(inputs, memo, spread)
    return Checked(read.vault, read.threads, _found(inputs, read, memo, spread))


def read_documents(
    inputs: Inputs, memo: Tables, *, spread: Spread = in_turn
) -> Mapping[str, Document]:
    """Read each file by itself; return what it says, by path."""
    paths = map(attrgetter("path"), inputs.sources)
    sources = memo.source("sources", dict(zip(paths, inputs.sources, strict=True)))
    return memo.derive("reading", sources, lambda path: inputs.read(sources[path]), spread=spread)


def _assembled(inputs: Inputs, memo: Tables, spread: Spread) -> Assembled:
    documents = inputs.documents
    if documents is None:
        documents = read_documents(inputs, memo, spread=spread)
    vault = assemble_files(documents, inputs.settings, drafts=inputs.drafts, tables=memo)
    threads = threads_of(vault, inputs.today, memo)
    return Assembled(vault, threads, shown_to(inputs.audience, vault, drafts=inputs.drafts))


def _found(inputs: Inputs, read: Assembled, memo: Tables, spread: Spread) -> tuple[Diagnostic, ...]:
    """Check what was read."""
    vault, threads, today = read.vault, read.threads, inputs.today
    shown, zones = read.shown, inputs.zones
    return run_checks(vault, threads, today, memo, shown=shown, zones=zones, spread=spread)


def analyse_vault(
    inputs: Inputs, memo: Tables, *, spread: Spread = in_turn, late: bool = False
) -> Analysis:
    """Read, assemble, check, filter for the audience and analyse; `late`, what is read then."""
    read, tables = _assembled(inputs, memo, spread), _tables(inputs, memo)
    vault, threads = read.vault, read.threads
    size = 0 if memo.remembers else len(inputs.sources)
    with spread.aside(partial(_found, inputs, read, memo), size=size) as found:
        if read.shown is not None:
            vault = shown_vault(read.shown, inputs.settings, drafts=inputs.drafts)
            threads = threads_of(vault, inputs.today)
        tables, spread = (LATE, in_turn) if late else (tables, spread)
        insights = analyse(vault, threads, inputs.today, tables, spread=spread)
        withheld = withheld_from(read.vault, vault)
        return Analysis(insights, found(), withheld, read.vault.read)


def _tables(inputs: Inputs, memo: Tables) -> Tables:
    """Return what remembers: what others see is made from nothing, it is built now and then."""
    return memo if inputs.audience.is_private else FRESH


def compile_site(
    inputs: Inputs,
    look: Look,
    memo: Tables,
    *,
    spread: Spread = in_turn,
    press: "Press | None" = None,
) -> CompiledSite:
    """Turn the vault's files into the files of its site; a press takes each as it is made."""
    from site_builder.pages.site import plan_site  # noqa: PLC0415 - checking needs no pages
    from site_builder.rendering.feeds import feed_files  # noqa: PLC0415 - nor feeds
    from site_builder.rendering.press import press_site  # noqa: PLC0415 - nor templates
    from site_builder.rendering.site_render import render_site  # noqa: PLC0415 - as above

    analysis = analyse_vault(inputs, memo, spread=spread)
    theme, unused = _theme(inputs.settings, look, memo)
    if isinstance(theme, tuple):
        return CompiledSite(analysis, (*theme, *analysis.diagnostics))
    found = (*unused, *analysis.diagnostics)
    if _failed(found):
        return CompiledSite(analysis, found)
    tables = memo if memo.remembers and inputs.audience.is_private else LATE
    plan = plan_site(analysis.insights, found, tables, scripts=theme.scripts)
    feeds = feed_files(analysis.insights, tables)
    plan = replace(plan, files=Joined(feeds, plan.files))
    if press:
        files, faults = press_site(plan, theme, press, spread=spread, codes=look.codes)
    else:
        files, faults = render_site(plan, theme, tables, spread=spread, codes=look.codes)
    if faults:
        return CompiledSite(analysis, (*faults, *found))
    return CompiledSite(analysis, found, files, len(files) - len(theme.static) - len(plan.files))


def _theme(
    settings: Settings, look: Look, memo: Tables
) -> tuple["Theme | tuple[Diagnostic, ...]", tuple[Diagnostic, ...]]:
    """Return the theme, or what is wrong with it; and what it brings in vain."""
    from site_builder.rendering.theme import build_theme  # noqa: PLC0415 - as above
    from site_builder.rendering.theme_unused import levelled, unused_in  # noqa: PLC0415 - as above

    asked = memo.source("look", {"": (look, settings.theme_span or FILE_START)})

    def built() -> "tuple[Theme | tuple[Diagnostic, ...], tuple[Diagnostic, ...]]":
        look, place = asked[""]
        theme = build_theme(
            look.theme, look.themes, drafts=look.drafts, unreadable=look.unreadable, place=place
        )
        if isinstance(theme, tuple):
            return theme, ()
        return theme, unused_in(theme, look.themes, look.stray, ours=look.ours)

    theme, unused = memo.single("theme", built)()
    return theme, levelled(unused, settings.checks)


def compile_problems(
    insights: Insights, diagnostics: tuple[Diagnostic, ...], look: Look, memo: Tables
) -> Mapping[str, bytes]:
    """Return the Problems page and what it needs, where there is no site to publish.

    Nothing where the theme itself is at fault.
    """
    from site_builder.pages.site import plan_problems  # noqa: PLC0415 - as above
    from site_builder.rendering.site_render import render_site  # noqa: PLC0415 - as above
    from site_builder.rendering.theme import Theme, build_theme  # noqa: PLC0415 - as above

    theme = build_theme(look.theme, look.themes, drafts=look.drafts, unreadable=look.unreadable)
    if not isinstance(theme, Theme):
        return {}
    plan = plan_problems(insights, diagnostics, memo, scripts=theme.scripts)
    files, faults = render_site(plan, theme, memo, spread=in_turn)
    return {} if faults else files


def _failed(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return any(found.severity is Severity.ERROR for found in diagnostics)

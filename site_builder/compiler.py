"""The whole tool on one screen: from the vault's files to the files of its site.

`compile_site` is a pure function of plain values. It reads no disk, no clock and no environment;
`memo` only remembers what equal values gave before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from site_builder.audience.vault_filter import Shown, shown_to, shown_vault
from site_builder.audience.withheld import Withheld, withheld_from
from site_builder.checks import run_checks
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.insights.analyse import analyse
from site_builder.insights.insight import Insights
from site_builder.insights.thread import Thread
from site_builder.insights.threads import threads_of
from site_builder.memo import Memo
from site_builder.model.audience import PRIVATE, Audience
from site_builder.model.document import Document
from site_builder.model.settings import Settings
from site_builder.model.vault import Vault
from site_builder.model.vault_assemble import assemble
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from site_builder.spread import Spread, in_turn

ThemeFiles = Mapping[str, Mapping[str, bytes]]
"""Theme name to its files: path inside the theme's folder to bytes."""

STACK = 32
"""Files that are worth the way to another process."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a build depends on."""

    sources: tuple[Source, ...]
    """The vault's files in path order."""
    settings: Settings
    today: date
    drafts: bool = False
    """Show files marked `draft: true`."""
    audience: Audience = PRIVATE
    """Who will read the site."""


@dataclass(frozen=True, slots=True)
class Look:
    """The themes there are, the one that was chosen, and the vault's own words."""

    theme: str
    themes: ThemeFiles
    drafts: Mapping[str, bytes] = field(default_factory=dict)
    unreadable: tuple[Source, ...] = ()
    """Files of themes and templates that could not be read."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A vault that was read and checked."""

    vault: Vault
    threads: tuple[Thread, ...]
    shown: Shown | None
    """What the audience sees of it; none where that is everything."""
    diagnostics: tuple[Diagnostic, ...]
    """Every finding, in order."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A vault that was read, checked and analysed."""

    insights: Insights
    """Of what the audience may see."""
    diagnostics: tuple[Diagnostic, ...]
    """Of everything, for the owner."""
    withheld: Withheld


@dataclass(frozen=True, slots=True)
class CompiledSite:
    """The finished site, in memory."""

    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...]
    """Those of the vault and of the theme."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes by path from the site's root; empty where an error forbids publishing."""
    pages: int = 0


def check_vault(inputs: Inputs, memo: Memo, *, spread: Spread = in_turn) -> Checked:
    """Read, assemble and check."""
    documents = memo.recall_all("read", inputs.sources, lambda new: _read(new, spread))
    vault = assemble(documents, inputs.settings, drafts=inputs.drafts)
    threads = threads_of(vault, inputs.today)
    shown = shown_to(inputs.audience, vault, drafts=inputs.drafts)
    return Checked(vault, threads, shown, run_checks(vault, threads, inputs.today, shown=shown))


def analyse_vault(inputs: Inputs, memo: Memo, *, spread: Spread = in_turn) -> Analysis:
    """Read, assemble, check, filter for the audience and analyse."""
    checked = check_vault(inputs, memo, spread=spread)
    vault, threads = checked.vault, checked.threads
    if checked.shown is not None:
        vault = shown_vault(checked.shown, inputs.settings, drafts=inputs.drafts)
        threads = threads_of(vault, inputs.today)
    insights = analyse(vault, threads, inputs.today)
    return Analysis(insights, checked.diagnostics, withheld_from(checked.vault, vault))


def compile_site(
    inputs: Inputs, look: Look, memo: Memo, *, spread: Spread = in_turn
) -> CompiledSite:
    """Turn the vault's files into the files of its site."""
    from site_builder.pages.host_files import host_files  # noqa: PLC0415 - as below
    from site_builder.pages.site import plan_site  # noqa: PLC0415 - checking needs no pages
    from site_builder.rendering.site_render import render_site  # noqa: PLC0415 - nor templates
    from site_builder.rendering.theme import Theme, build_theme  # noqa: PLC0415 - as above

    analysis = analyse_vault(inputs, memo, spread=spread)
    theme = build_theme(look.theme, look.themes, drafts=look.drafts, unreadable=look.unreadable)
    if not isinstance(theme, Theme):
        return CompiledSite(analysis, (*theme, *analysis.diagnostics))
    if _failed(analysis.diagnostics):
        return CompiledSite(analysis, analysis.diagnostics)
    plan = plan_site(analysis.insights, analysis.diagnostics, scripts=theme.scripts)
    pages, faults = render_site(plan, theme, memo=memo, spread=spread)
    if faults:
        return CompiledSite(analysis, (*faults, *analysis.diagnostics))
    files = {**theme.static, **host_files(), **pages}
    return CompiledSite(analysis, analysis.diagnostics, files, len(pages))


def _read(sources: Sequence[Source], spread: Spread) -> list[Document]:
    """Read new sources, a stack at a time."""
    stacks = [sources[start : start + STACK] for start in range(0, len(sources), STACK)]
    return [document for read in spread(_read_stack, stacks) for document in read]


def _read_stack(sources: Sequence[Source]) -> list[Document]:
    return [read_document(source) for source in sources]


def _failed(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return any(found.severity is Severity.ERROR for found in diagnostics)

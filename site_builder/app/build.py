"""Building: read, compile, publish; or see that nothing has changed."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_builder.app.half_written import clear_half_written
from site_builder.app.last_build import LastBuild, digest_of, memory_of, recall, remember
from site_builder.app.memory import FOLDER
from site_builder.app.processes import spreading
from site_builder.app.public_pages import public_pages
from site_builder.app.run import Run
from site_builder.app.themes import look_with, require_theme
from site_builder.compiler import CompiledSite, Inputs, Look, compile_site, read_documents
from site_builder.diagnostics import Diagnostic
from site_builder.model.document import Document
from site_builder.reading.theme_files import read_themes
from site_builder.writing.publish import Edition


class Built(Struct, frozen=True):
    """What a build made and how much of it went to disk."""

    counts: Mapping[str, int]
    """The figures of the summary line."""
    diagnostics: tuple[Diagnostic, ...]
    published: bool
    site: CompiledSite | None = None
    """All that was compiled, if anything was."""


def build_site(run: Run, output: Path, *, theme: str | None = None) -> Built:
    """Compile the vault and publish it to the folder, unless a finding forbids it."""
    inputs, look = run.inputs(), look_of(run, theme)
    digest, public = digest_of(run, inputs, look), public_pages(run)
    if run.known:
        clear_half_written(run.root / FOLDER)
    if run.known and (last := recall(memory_of(run), output, digest)) is not None:
        return Built({**last.counts, "written": 0}, (*public, *last.diagnostics), published=True)
    edition = Edition(output, source_root=run.root, audience=run.audience.name)
    with edition, spreading(run.jobs, run.progress) as spread:
        _load()
        if run.known:
            run.known.learn(run.ahead())
        documents = read_documents(inputs, run.memo, spread=spread)
        with spread.aside(lambda _: _keep(run, inputs, documents), size=len(documents)) as kept:
            inputs = replace(inputs, documents=documents)
            site = compile_site(inputs, look, run.memo, spread=spread, press=edition)
            kept()
        counts, found = _counts(site), (*public, *site.diagnostics)
        if run.exit_code(found):
            return Built({**counts, "written": 0}, found, published=False, site=site)
        published = edition.publish(site.files)
    if run.known:
        remember(memory_of(run), output, digest, LastBuild(counts, site.diagnostics))
    counts["written"] = published.written
    return Built(counts, found, published=True, site=site)


def _load() -> None:
    """Load what makes pages, as long as another process still reads."""
    import site_builder.pages.site  # noqa: PLC0415 - where nothing has changed, it is not needed
    import site_builder.rendering.press  # noqa: F401, PLC0415 - as above


def _keep(run: Run, inputs: Inputs, documents: Mapping[str, Document]) -> None:
    """Remember what the files say."""
    if run.known:
        run.known.keep(inputs.sources, documents.values())


def look_of(run: Run, theme: str | None) -> Look:
    """Read the themes there are, and choose one."""
    themes = read_themes(run.root)
    require_theme(theme, run.settings, themes)
    return look_with(theme or run.settings.theme, themes, run.codes)


def _counts(site: CompiledSite) -> dict[str, int]:
    insights, withheld = site.analysis.insights, site.analysis.withheld
    counts = {
        "contacts": len(insights.vault.people),
        "intros": len(insights.vault.spokes),
        "threads": len(insights.doors),
        "stalled": sum(door.stall.stalled for door in insights.doors),
        "pages": site.pages,
    }
    if insights.vault.audience.is_private:
        return counts
    hidden = {"contacts": withheld.contacts, "intros": withheld.intros, "fields": withheld.fields}
    return counts | {f"{what}_withheld": number for what, number in hidden.items()}

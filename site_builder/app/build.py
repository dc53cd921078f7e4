"""Building: read, compile, publish."""

from dataclasses import dataclass
from pathlib import Path

from site_builder.app.processes import spread_over
from site_builder.app.run import Run
from site_builder.compiler import CompiledSite, Look, compile_site
from site_builder.reading.theme_files import read_themes
from site_builder.writing.publish import publish


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made and how much of it went to disk."""

    site: CompiledSite
    written: int
    published: bool

    @property
    def counts(self) -> dict[str, int]:
        """The figures of the summary line."""
        insights = self.site.analysis.insights
        return {
            "contacts": len(insights.vault.people),
            "intros": len(insights.vault.spokes),
            "threads": len(insights.doors),
            "stalled": sum(door.stall.stalled for door in insights.doors),
            "pages": self.site.pages,
            "written": self.written,
        }


def build_site(run: Run, output: Path, *, theme: str | None = None) -> Built:
    """Compile the vault and publish it to the folder, unless an error forbids it."""
    themes = read_themes(run.root)
    chosen = theme or run.settings.theme
    look = Look(chosen, themes.by_name, themes.drafts, themes.unreadable)
    site = compile_site(run.inputs(), look, run.memo, spread=spread_over(run.jobs))
    if run.exit_code(site.diagnostics):
        return Built(site, 0, published=False)
    published = publish(output, site.files, source_root=run.root)
    return Built(site, published.written, published=True)

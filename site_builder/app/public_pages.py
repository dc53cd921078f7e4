"""The warning about workflows that would publish the vault's site to everybody."""

from site_builder.app.run import Run
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.hosting.public_pages import FOLDER, ID, LEVEL, find_public_pages, is_workflow
from site_builder.reading.folder_read import read_folder

MOST_BYTES = 1024 * 1024
OFF = "off"


def public_pages(run: Run) -> tuple[Diagnostic, ...]:
    """Return the findings about the vault's own workflows, unless settings switch them off."""
    level = run.settings.checks.get(ID, LEVEL)
    if level == OFF:
        return ()
    workflows = read_folder(run.root, FOLDER, wanted=is_workflow, most=MOST_BYTES)
    return tuple(find_public_pages(workflows, Severity(level)))

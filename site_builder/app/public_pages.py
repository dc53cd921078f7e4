"""The warning about workflows that would publish the vault's site to everybody."""

from msgspec.structs import replace

from site_builder.app.run import Run
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.hosting.public_pages import FOLDER, ID, LEVEL, find_public_pages, is_workflow
from site_builder.reading.folder_read import read_folder
from site_builder.reading.vault_root import repository_of

MOST_BYTES = 1024 * 1024
OFF = "off"


def public_pages(run: Run) -> tuple[Diagnostic, ...]:
    """Return the findings about the workflows of the vault's repository, unless switched off."""
    level = run.settings.checks.get(ID, LEVEL)
    if level == OFF:
        return ()
    repository = repository_of(run.root)
    up = "../" * len(run.root.resolve().relative_to(repository).parts)
    workflows = read_folder(repository, FOLDER, wanted=is_workflow, most=MOST_BYTES)
    found = find_public_pages(workflows, Severity(level))
    return tuple(replace(one, path=f"{up}{one.path}") for one in found)

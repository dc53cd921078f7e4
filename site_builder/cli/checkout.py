"""Paths as a platform counts them: from the folder that it checked out, not from the vault."""

import os
from pathlib import Path

from msgspec.structs import replace

from site_builder.diagnostics import Diagnostic

CHECKOUTS = {
    "github": "GITHUB_WORKSPACE",
    "gitlab": "CI_PROJECT_DIR",
    "sarif": "GITHUB_WORKSPACE",
}
"""The variable with the folder of the checkout, by the format that the platform reads.

https://docs.github.com/actions/reference/workflows-and-actions/variables,
https://docs.gitlab.com/ci/variables/predefined_variables
"""


def from_checkout(
    diagnostics: tuple[Diagnostic, ...], root: Path, style: str
) -> tuple[Diagnostic, ...]:
    """Return the findings with the paths that a format needs for a vault in a folder of its own."""
    checkout, vault = os.environ.get(CHECKOUTS.get(style, ""), ""), root.resolve()
    if not checkout or not vault.is_relative_to(folder := Path(checkout).resolve()):
        return diagnostics
    inner = vault.relative_to(folder)
    return tuple(replace(found, path=(inner / found.path).as_posix()) for found in diagnostics)

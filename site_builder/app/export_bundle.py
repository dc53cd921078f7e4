"""Exporting a bundle: compile in memory, pack, seal, and wrap it in its page."""

from msgspec import Struct

from site_builder.app.build import look_of
from site_builder.app.processes import spreading
from site_builder.app.run import Run
from site_builder.compiler import compile_site
from site_builder.diagnostics import Diagnostic
from site_builder.interop.bundle.blocks import pack
from site_builder.interop.bundle.page import bundle_page
from site_builder.interop.bundle.seal import seal


class Bundled(Struct, frozen=True):
    """The file, unless a finding forbids it."""

    diagnostics: tuple[Diagnostic, ...]
    pages: int = 0
    html: bytes = b""


def export_bundle(run: Run, *, theme: str | None, passphrase: str, salt: bytes) -> Bundled:
    """Compile what the run's audience may see into one encrypted file; nothing touches the disk."""
    with spreading(run.jobs, run.progress) as spread:
        site = compile_site(run.inputs(), look_of(run, theme), run.memo, spread=spread)
    if run.exit_code(site.diagnostics) or not site.files:
        return Bundled(site.diagnostics)
    sealed = seal(pack(site.files), passphrase, salt=salt)
    return Bundled(site.diagnostics, site.pages, bundle_page(sealed, salt=salt))

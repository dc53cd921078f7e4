"""`build check`: validate only."""

from typing import Any

import click

from site_builder.app.asked_paths import not_read, places_of, under
from site_builder.app.public_pages import public_pages
from site_builder.app.run import unknown_theme
from site_builder.cli.exit_codes import USAGE
from site_builder.cli.options import CHECK_OPTIONS, Subcommand, with_options
from site_builder.cli.screen import put_findings, put_notes
from site_builder.cli.start import answered, start_anyhow
from site_builder.reading.theme_files import read_themes


@click.command("check", cls=Subcommand)
@click.argument("paths", nargs=-1, type=click.Path())
@with_options(*CHECK_OPTIONS)
def command(*, paths: tuple[str, ...], **params: Any) -> int:
    """Validate the vault and write nothing; PATHS limit what is reported.

    \b
    Examples:
      build check
      build check intros/ --format github
    """
    run, wrong = start_anyhow(params)
    places, inputs = answered(places_of(paths, run.root)), run.inputs()
    diagnostics = under((*public_pages(run), *run.check(inputs)), places)
    wrong = wrong or unknown_theme(run.settings, read_themes(run.root))
    put_findings((*wrong, *diagnostics), run, params)
    put_notes(not_read(places, {source.path for source in inputs.sources}), params)
    return USAGE if wrong else run.exit_code(diagnostics)

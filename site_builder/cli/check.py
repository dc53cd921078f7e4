"""`build check`: validate only."""

from typing import Any

import click

from site_builder.app.answers import under_paths
from site_builder.app.public_pages import public_pages
from site_builder.cli.options import CHECK_OPTIONS, Subcommand, with_options
from site_builder.cli.screen import put_findings
from site_builder.cli.start import start


@click.command("check", cls=Subcommand)
@click.argument("paths", nargs=-1, type=click.Path())
@with_options(*CHECK_OPTIONS)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    paths: tuple[str, ...],
    **params: Any,  # noqa: ANN401 - Click passes any option
) -> None:
    """Validate the vault and write nothing; PATHS limit what is reported.

    \b
    Examples:
      build check
      build check intros/ --format github
    """  # noqa: D301 - Click's mark for text that is not wrapped
    run = start(params)
    inputs = run.inputs()
    found = (*public_pages(run), *run.check(inputs))
    diagnostics = under_paths(found, run.root, paths)
    if diagnostics is None:
        raise click.UsageError(f"not all of these are in the vault: {', '.join(paths)}")
    put_findings(diagnostics, run, params)
    ctx.exit(run.exit_code(diagnostics))

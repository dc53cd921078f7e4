"""`build stats`: did it work."""

from typing import Any

import click

from site_builder.app.evidence import checked, stats_of
from site_builder.cli.options import ANSWER_OPTIONS, Subcommand, with_options
from site_builder.cli.screen import put_json, put_rich, put_trouble
from site_builder.cli.start import start
from site_builder.pages.evidence import evidence_view
from site_builder.reporting.evidence_json import stats_data
from site_builder.reporting.evidence_text import stats_text

CONNECTORS = 20


@click.command("stats", cls=Subcommand)
@with_options(*ANSWER_OPTIONS)
@click.pass_context
def command(ctx: click.Context, /, **params: Any) -> None:  # noqa: ANN401 - Click passes any option
    """Count what brought an answer, with n and the range the true rate may lie in.

    Under 5 attempts no rate is shown, under 20 it is called early.

    \b
    Examples:
      build stats
      build stats --format json
    """  # noqa: D301 - Click's mark for text that is not wrapped
    run = start(params)
    found = checked(run)
    evidence = stats_of(found, run.today)
    if params["format"] == "json":
        put_json(stats_data(evidence), found.diagnostics, run)
    else:
        put_rich(stats_text(evidence_view(found.vault, evidence, connectors=CONNECTORS)), params)
        put_trouble(found.diagnostics)
    ctx.exit(run.exit_code(found.diagnostics))

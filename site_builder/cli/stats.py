"""`build stats`: did it work."""

from typing import Any

import click

from site_builder.app.evidence import checked, stats_of
from site_builder.cli.options import ANSWER_OPTIONS, Subcommand, with_options
from site_builder.cli.screen import put_answer
from site_builder.cli.start import start
from site_builder.pages.evidence import evidence_view
from site_builder.reporting.evidence_json import stats_data
from site_builder.reporting.evidence_text import stats_text

CONNECTORS = 20


@click.command("stats", cls=Subcommand)
@with_options(*ANSWER_OPTIONS)
def command(**params: Any) -> int:
    """Count what brought an answer, with n and the range the true rate may lie in.

    Under 5 attempts no rate is shown, under 20 it is called early.

    \b
    Examples:
      build stats
      build stats --format json
    """
    run = start(params)
    found = checked(run)
    evidence = stats_of(found, run.today)
    return put_answer(
        run,
        params,
        found.diagnostics,
        data=lambda: stats_data(evidence),
        lines=lambda: stats_text(evidence_view(found.vault, evidence, connectors=CONNECTORS)),
    )

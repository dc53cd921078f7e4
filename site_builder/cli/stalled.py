"""`build stalled`: the threads that need a move."""

from typing import Any

import click

from site_builder.app.answers import needing_a_move
from site_builder.cli.options import ANSWER_OPTIONS, Subcommand, with_options
from site_builder.cli.screen import put_answer
from site_builder.cli.start import start
from site_builder.reporting.answers_json import stalled_data
from site_builder.reporting.stalled_text import stalled_text


@click.command("stalled", cls=Subcommand)
@with_options(*ANSWER_OPTIONS)
@click.option(
    "--all", "everything", is_flag=True, envvar="DOORSTEP_ALL", help="List every open thread."
)
@click.option(
    "--exit-code",
    is_flag=True,
    envvar="DOORSTEP_EXIT_CODE",
    help="Exit with 1 if a thread is stalled.",
)
def command(*, everything: bool, exit_code: bool, **params: Any) -> int:
    """List the threads that need a move, my own debts first.

    \b
    Examples:
      build stalled
      build stalled --all --format json
    """
    run = start(params, lists=True)
    analysis = run.analysis()
    doors = needing_a_move(analysis.insights, everything=everything)
    code = put_answer(
        run,
        params,
        analysis.diagnostics,
        data=lambda: stalled_data(doors),
        lines=lambda: stalled_text(analysis.insights, doors),
    )
    stuck = exit_code and any(door.stall.stalled for door in doors)
    return int(stuck) or code

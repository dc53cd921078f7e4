"""`build replay`: would the ranking have found the right person."""

from typing import Any

import click

from site_builder.app.evidence import checked, replay_committed, replay_dated
from site_builder.cli.options import ANSWER_OPTIONS, Subcommand, with_options
from site_builder.cli.screen import put_json, put_rich, put_trouble
from site_builder.cli.start import start
from site_builder.pages.replay_lines import COMMITTED, DATED, replay_view
from site_builder.reading.git_history import GitError
from site_builder.reporting.evidence_json import replay_data
from site_builder.reporting.evidence_text import replay_text

CASES = 20


@click.command("replay", cls=Subcommand)
@with_options(*ANSWER_OPTIONS)
@click.option(
    "--git", is_flag=True, envvar="DOORSTEP_GIT", help="Use the files as they were committed then."
)
@click.option("--all", "everything", is_flag=True, envvar="DOORSTEP_ALL", help="Print every case.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    git: bool,
    everything: bool,
    **params: Any,  # noqa: ANN401 - Click passes any option
) -> None:
    """Ask the ranking again for every introduction by a second person, on the day before the ask.

    Without --git, events and log lines count up to that day, and what bears no date (ties,
    circles, closeness) is as written today. With --git, files are read as they were committed.

    \b
    Examples:
      build replay
      build replay --git --format json
    """  # noqa: D301 - Click's mark for text that is not wrapped
    run = start(params)
    found = checked(run)
    try:
        answer = replay_committed(found, run) if git else replay_dated(found, run.today)
    except GitError as error:
        raise click.UsageError(str(error)) from None
    if params["format"] == "json":
        put_json(replay_data(answer, source="git" if git else "dates"), found.diagnostics, run)
    else:
        shown = len(answer.cases) if everything else CASES
        known = COMMITTED if git else DATED
        put_rich(replay_text(replay_view(found.vault, answer, shown=shown, known=known)), params)
        put_trouble(found.diagnostics)
    ctx.exit(run.exit_code(found.diagnostics))

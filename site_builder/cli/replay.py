"""`build replay`: would the ranking have found the right person."""

from typing import Any

import click

from site_builder.app.evidence import checked, replay_committed, replay_dated
from site_builder.cli.options import ANSWER_OPTIONS, Subcommand, with_options
from site_builder.cli.screen import put_answer
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
def command(*, git: bool, everything: bool, **params: Any) -> int:
    """Ask the ranking again for every introduction by a second person, on the day before the ask.

    Without --git, events and log lines count up to that day, and what bears no date (ties,
    circles, closeness) is as written today. With --git, files are read as they were committed.

    \b
    Examples:
      build replay
      build replay --git --format json
    """
    run = start(params)
    found = checked(run)
    try:
        answer = replay_committed(found, run) if git else replay_dated(found, run.today)
    except GitError as error:
        raise click.UsageError(str(error)) from None
    shown = len(answer.cases) if everything else CASES
    known = COMMITTED if git else DATED
    return put_answer(
        run,
        params,
        found.diagnostics,
        data=lambda: replay_data(answer, source="git" if git else "dates"),
        lines=lambda: replay_text(replay_view(found.vault, answer, shown=shown, known=known)),
    )

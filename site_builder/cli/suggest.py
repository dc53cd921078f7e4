"""`build suggest TARGET`: who else could open this door."""

import sys
from typing import Any

import click

from site_builder.app.answers import suggestion_of
from site_builder.app.words import first_things, words_for
from site_builder.cli.known_ids import people_ids
from site_builder.cli.options import ANSWER_OPTIONS, NAME, Subcommand, with_options
from site_builder.cli.screen import put_answer, put_trouble
from site_builder.cli.start import answered, start
from site_builder.cli.streams import put
from site_builder.reporting.answers_json import suggest_data
from site_builder.reporting.letter_text import letter_data, letter_text
from site_builder.reporting.suggest_text import suggest_text


@click.command("suggest", cls=Subcommand)
@click.argument("target", type=NAME, metavar="TARGET", shell_complete=people_ids)
@with_options(*ANSWER_OPTIONS)
@click.option(
    "--draft",
    is_flag=True,
    envvar="DOORSTEP_DRAFT",
    help="Print the words to send to the first of them.",
)
def command(*, target: str, draft: bool, **params: Any) -> int:
    """Rank who could introduce me to TARGET (an id, an alias, a name or a thread).

    \b
    Examples:
      build suggest tara-lindqvist
      build suggest "Tara Lindqvist" --draft
    """
    run = start(params)
    analysis = run.analysis()
    insights = analysis.insights
    suggestion = answered(suggestion_of(insights, target))
    words = words_for(run, insights, suggestion) if draft else ""
    if draft and params["format"] == "text":
        if (first := first_things(insights, suggestion)) and first != words:
            put(first, sys.stderr)
        put(words if isinstance(words, str) else letter_text(words))
        put_trouble(analysis.diagnostics)
        return run.exit_code(analysis.diagnostics)
    letter = {} if isinstance(words, str) else {"draft": letter_data(words)}
    return put_answer(
        run,
        params,
        analysis.diagnostics,
        data=lambda: suggest_data(suggestion) | letter,
        lines=lambda: suggest_text(insights, suggestion),
    )

"""`build explain ID`: why a thread stalls, why a person is ranked, what a check means."""

from functools import partial
from typing import Any

import click

from site_builder.app.answers import door_or_person
from site_builder.cli.exit_codes import CLEAN
from site_builder.cli.known_ids import people_and_checks
from site_builder.cli.options import ANSWER_OPTIONS, NAME, Subcommand, with_options
from site_builder.cli.screen import put_answer, put_json
from site_builder.cli.start import day_anyhow, start
from site_builder.cli.streams import put
from site_builder.insights.insight import Door
from site_builder.reading.manual import page_names, read_page
from site_builder.reporting.explain_text import door_data, door_text, person_data, person_text


@click.command("explain", cls=Subcommand)
@click.argument("name", type=NAME, metavar="ID", shell_complete=people_and_checks)
@with_options(*ANSWER_OPTIONS)
def command(*, name: str, **params: Any) -> int:
    """Explain a thread, a contact or a check: the rule, the figures, the cure.

    \b
    Examples:
      build explain tara-lindqvist
      build explain unknown-contact
    """
    page = read_page(name)
    if page is not None:
        if params["format"] == "json":
            put_json({"check": name, "page": page}, day_anyhow(params))
        else:
            put(page)
        return CLEAN
    run = start(params)
    analysis = run.analysis()
    insights, found = analysis.insights, analysis.diagnostics
    meant = door_or_person(insights, name, page_names())
    if isinstance(meant, str):
        raise click.UsageError(meant)
    if isinstance(meant, Door):
        data, lines = partial(door_data, insights, meant), partial(door_text, insights, meant)
    else:
        data, lines = partial(person_data, insights, meant), partial(person_text, insights, meant)
    return put_answer(run, params, found, data=data, lines=lines)

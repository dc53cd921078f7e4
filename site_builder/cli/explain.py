"""`build explain ID`: why a thread stalls, why a person is ranked, what a check means."""

from typing import Any

import click

from site_builder.app.answers import door_or_person
from site_builder.cli.known_ids import people_and_checks
from site_builder.cli.options import ANSWER_OPTIONS, NAME, Subcommand, with_options
from site_builder.cli.screen import put_general_json, put_json, put_rich, put_trouble
from site_builder.cli.start import day_anyhow, start
from site_builder.cli.streams import put
from site_builder.insights.insight import Door
from site_builder.reading.manual import page_names, read_page
from site_builder.reporting.explain_text import door_data, door_text, person_data, person_text


@click.command("explain", cls=Subcommand)
@click.argument("name", type=NAME, metavar="ID", shell_complete=people_and_checks)
@with_options(*ANSWER_OPTIONS)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    name: str,
    **params: Any,  # noqa: ANN401 - Click passes any option
) -> None:
    """Explain a thread, a contact or a check: the rule, the figures, the cure.

    \b
    Examples:
      build explain tara-lindqvist
      build explain unknown-contact
    """  # noqa: D301 - Click's mark for text that is not wrapped
    page = read_page(name)
    if page is not None and params["format"] == "text":
        put(page)
        return
    if page is not None:
        put_general_json({"check": name, "page": page}, day_anyhow(params))
        return
    run = start(params)
    analysis = run.analysis()
    insights = analysis.insights
    meant = door_or_person(insights, name, page_names())
    if isinstance(meant, str):
        raise click.UsageError(meant)
    if params["format"] == "json":
        data = (
            door_data(insights, meant) if isinstance(meant, Door) else person_data(insights, meant)
        )
        put_json(data, analysis.diagnostics, run)
    else:
        text = (
            door_text(insights, meant) if isinstance(meant, Door) else person_text(insights, meant)
        )
        put_rich(text, params)
        put_trouble(analysis.diagnostics)
    ctx.exit(run.exit_code(analysis.diagnostics))

"""`build doctor`: what this program found on this machine."""

from typing import Any

import click

from site_builder.app.doctor import examine
from site_builder.app.run import SettingsError
from site_builder.cli.options import (
    ANSWER_FORMAT,
    COLOR,
    DEBUG,
    ROOT,
    TODAY,
    Subcommand,
    with_options,
)
from site_builder.cli.screen import put_json
from site_builder.cli.start import start
from site_builder.cli.streams import put


@click.command("doctor", cls=Subcommand)
@with_options(ROOT, TODAY, ANSWER_FORMAT, COLOR, DEBUG)
@click.pass_context
def command(ctx: click.Context, /, **params: Any) -> None:  # noqa: ANN401 - Click passes any option
    """Report versions, parser, themes and the vault, for a bug report or a puzzled evening.

    \b
    Examples:
      build doctor
    """  # noqa: D301 - Click's mark for text that is not wrapped
    try:
        run = start(params)
    except (click.UsageError, SettingsError) as error:
        for name, value in examine(None).items():
            put(f"{name:<12}{value}")
        put(f"{'vault':<12}{error}")
        ctx.exit(1)
    report = examine(run)
    if params["format"] == "json":
        put_json(report, (), run)
        return
    for name, value in report.items():
        put(f"{name:<12}{value}")

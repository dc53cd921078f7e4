"""`build doctor`: what this program found on this machine, or at a site's address."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import click
from msgspec import to_builtins

from site_builder.app.doctor import examine
from site_builder.app.run import Run, SettingsError
from site_builder.cli.exit_codes import CLEAN, FINDINGS
from site_builder.cli.options import (
    ANSWER_FORMAT,
    COLOR,
    DEBUG,
    FILE,
    ROOT,
    TODAY,
    Subcommand,
    with_options,
)
from site_builder.cli.screen import put_json
from site_builder.cli.start import start, todays_date
from site_builder.cli.streams import put
from site_builder.model.settings import Settings
from site_builder.reporting.safe_text import visible


@click.command("doctor", cls=Subcommand)
@click.option(
    "--url",
    metavar="URL",
    envvar="DOORSTEP_URL",
    help="Look at a hosted site instead, from outside.",
)
@click.option(
    "--user", metavar="NAME", envvar="DOORSTEP_USER", help="With --url: look as a reader, too."
)
@click.option(
    "--password-file", type=FILE, envvar="DOORSTEP_PASSWORD_FILE", help="The reader's; - is stdin."
)
@with_options(ROOT, TODAY, ANSWER_FORMAT, COLOR, DEBUG)
def command(**params: Any) -> int:
    """Report versions, parser, themes and the vault, for a bug report or a puzzled evening.

    With --url, ask a hosted site as a stranger would, and name what it shows but should not. This
    is the only command that opens a connection, and it asks that one host alone.

    \b
    Examples:
      build doctor
      build doctor --url https://doors.example.com/ --user me --password-file secret
    """
    if params["url"] is not None:
        return _site(params)
    if params["user"] is not None or params["password_file"] is not None:
        raise click.UsageError("--user and --password-file are for --url")
    return _machine(params)


def _site(params: Mapping[str, Any]) -> int:
    from site_builder.cli.doctor_url import (  # noqa: PLC0415 - nothing else opens connections
        examine_url,
        put_verdicts,
    )

    verdicts = examine_url(params["url"], params["user"], params["password_file"])
    if params["format"] == "json":
        put_json(to_builtins(verdicts), _day(params))
    else:
        put_verdicts(params["url"], verdicts)
    return FINDINGS if any(verdict.outcome == "fault" for verdict in verdicts) else CLEAN


def _machine(params: Mapping[str, Any]) -> int:
    run: Run | None = None
    try:
        run = start(params)
    except (click.UsageError, SettingsError) as error:
        report = examine(None) | {"vault": str(error)}
    else:
        report = examine(run)
    if params["format"] == "json":
        put_json(report, run.today if run else _day(params))
    else:
        for name, value in report.items():
            put(f"{name:<12}{visible(value)}")
    return CLEAN if run else FINDINGS


def _day(params: Mapping[str, Any]) -> date:
    """Return the day, without a look at any vault."""
    return params["today"] or todays_date(Settings())

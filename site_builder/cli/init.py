"""`build init [DIR]`: a new vault."""

from datetime import date
from pathlib import Path
from shlex import quote

import click

from site_builder.app.new_vault import VaultExistsError, make_vault
from site_builder.cli.options import DEBUG, FILE, Subcommand, with_options
from site_builder.cli.started import started_anywhere, started_as
from site_builder.cli.streams import put
from site_builder.writing.unwritable import naming


@click.command("init", cls=Subcommand)
@click.argument("folder", type=FILE, default=".")
@with_options(DEBUG)
def command(folder: Path) -> None:
    """Make a small vault in FOLDER, with examples to write over; nothing is ever replaced.

    A task for VS Code, an .editorconfig and a GitHub workflow come with it; they check, and
    publish nothing.

    \b
    Examples:
      build init ~/doors
    """
    today = date.today()  # noqa: DTZ011 - the user's own day, in their own place
    try:
        with naming(folder):
            made = make_vault(folder, today, started_anywhere())
    except VaultExistsError as error:
        raise click.UsageError(str(error)) from None
    for path in made:
        put(f"made {folder / path}")
    page = folder / "site" / "index.html"
    put(f"\nNext: {started_as()} -C {quote(str(folder))}\nThen open {quote(str(page))}")
    put("\ncontacts/me.md is you: give it your name, which signs the letters.")
    put("The examples and their introduction may go once you have people of your own.")

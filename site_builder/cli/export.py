"""`build export KIND`: the site, or what is in the vault, in another form."""

import click

from site_builder.cli.export_bundle import bundle


@click.group("export")
def command() -> None:
    """Write the site, or what is in the vault, in a form for other people and programs."""


command.add_command(bundle)

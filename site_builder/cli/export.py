"""`build export KIND`: the site, or what is in the vault, in another form."""

import click

from site_builder.cli.export_bundle import bundle
from site_builder.cli.export_data import csv_, graph, ics, json_, vcard
from site_builder.cli.kinds import Kinds


@click.group("export", cls=Kinds)
def command() -> None:
    """Write the site, or what is in the vault, in a form for other people and programs.

    docs/export.md says what each form holds.
    """


for _kind in (bundle, json_, csv_, vcard, ics, graph):
    command.add_command(_kind)

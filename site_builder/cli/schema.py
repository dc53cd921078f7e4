"""`build schema`: JSON Schema of the front matter, for editors."""

import json

import click

from site_builder.cli.options import DEBUG, Subcommand, with_options
from site_builder.cli.streams import put
from site_builder.parsing.fields_schema import front_matter_schema


@click.command("schema", cls=Subcommand)
@click.argument("kind", type=click.Choice(["contact", "intro"]), required=False)
@with_options(DEBUG)
def command(kind: str | None) -> None:
    """Print the JSON Schema of the front matter: of both kinds of file, or of one alone.

    \b
    Examples:
      build schema contact > contact.schema.json
    """
    put(json.dumps(front_matter_schema(kind), indent=2, ensure_ascii=False))

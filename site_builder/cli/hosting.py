"""`build hosting KIND`: a ready file for whoever serves the site."""

import re
from pathlib import Path
from typing import Any

import click

from site_builder.cli.build import OUTPUT
from site_builder.cli.options import DEBUG, FOLDER, ROOT, Subcommand, with_options
from site_builder.cli.start import vault_root
from site_builder.cli.streams import put
from site_builder.hosting.kits import KITS, kit_text
from site_builder.reading.vault_root import find_root
from site_builder.writing.generation import read_generation
from site_builder.writing.output_errors import OutputRefusedError
from site_builder.writing.output_place import settle_place

DOMAIN = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})+", re.IGNORECASE)
USER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")


@click.command("hosting", cls=Subcommand, no_args_is_help=True)
@click.argument("kind", type=click.Choice(list(KITS)))
@click.option(
    "--domain",
    default="doors.example.com",
    show_default=True,
    envvar="DOORSTEP_DOMAIN",
    help="Its address.",
)
@click.option(
    "--user", default="me", show_default=True, envvar="DOORSTEP_USER", help="Who signs in."
)
@click.option(
    "output",
    "-o",
    "--output",
    type=FOLDER,
    envvar="DOORSTEP_OUTPUT",
    help="The built site [default: site/].",
)
@with_options(ROOT, DEBUG)
def command(**params: Any) -> None:
    """Print a ready file for a host: password, TLS and headers; its first lines say what to do.

    \b
    Examples:
      build hosting nginx --domain doors.example.com > doorstep.conf
      build hosting tailscale > serve.sh
    """
    domain, user = params["domain"], params["user"]
    if not DOMAIN.fullmatch(domain):
        raise click.UsageError(f'expected a name like doors.example.com, found "{domain}"')
    if not USER.fullmatch(user):
        raise click.UsageError(f'expected letters, digits, "." "_" "-" in --user, found "{user}"')
    site = str(_site(params["output"], params["root"]))
    if not site.isprintable():
        raise click.UsageError("the site's path has a character in it that no file can show")
    put(kit_text(params["kind"], domain=domain, user=user, site=site))


def _site(given: Path | None, root: Path | None) -> Path:
    """Return the folder to serve: a site of ours or a place for one, never what a vault holds."""
    if given is None:
        given = vault_root(root) / OUTPUT
    site = given.absolute()
    vaults = {vault for place in (root or Path.cwd(), site) if (vault := find_root(place))}
    try:
        for vault in vaults:
            settle_place(site, vault)
        if site.is_dir():
            read_generation(site)  # a marker alone makes no site of a vault
    except OutputRefusedError as error:
        message = f'"{error.place}" must not be served: {error.refusal}'
        raise click.UsageError(message) from None
    return site

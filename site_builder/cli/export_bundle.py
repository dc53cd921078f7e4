"""`build export bundle`: the site as one encrypted file."""

import hashlib
import secrets
from pathlib import Path
from typing import Any

import click

from site_builder.app.export_bundle import export_bundle
from site_builder.cli.options import (
    COLOR,
    DEBUG,
    DRAFTS,
    FILE,
    JOBS,
    NAME,
    QUIET,
    REPORT_FORMAT,
    ROOT,
    STRICT,
    THEME,
    TODAY,
    Folder,
    Subcommand,
    with_options,
)
from site_builder.cli.screen import put_findings
from site_builder.cli.secret_file import read_secret
from site_builder.cli.start import as_asked, start
from site_builder.interop.bundle.page import BEGINS
from site_builder.interop.bundle.seal import SALT_BYTES, weakness
from site_builder.model.audience import PRIVATE
from site_builder.writing.single_file import settle_single, write_single


@click.command("bundle", cls=Subcommand, short_help="the site, as one encrypted file")
@click.option(
    "--audience",
    type=NAME,
    default=PRIVATE.name,
    show_default=True,
    metavar="NAME",
    envvar="DOORSTEP_AUDIENCE",
    help="What it may show.",
)
@click.option(
    "--passphrase-file",
    type=FILE,
    required=True,
    envvar="DOORSTEP_PASSPHRASE_FILE",
    help="One line; - is stdin.",
)
@click.option(
    "-o",
    "--output",
    type=Folder(dir_okay=False, path_type=Path),
    help="Write here [default: doorstep-AUDIENCE.html].",
)
@with_options(ROOT, THEME, TODAY, STRICT, DRAFTS, JOBS, REPORT_FORMAT, QUIET, COLOR, DEBUG)
def bundle(**params: Any) -> int:
    """Write the site as one encrypted file that opens offline, in a browser, with a passphrase.

    Send the passphrase another way than the file. Whoever has the file can guess for ever, and
    what was sent cannot be taken back: docs/hosting.md says more.

    \b
    Examples:
      build export bundle --passphrase-file secret -o for-ana.html
    """
    passphrase = read_secret(params["passphrase_file"])
    if weak := weakness(passphrase):
        raise click.UsageError(f"the passphrase can be guessed: {weak}")
    run = start(params)
    output: Path = params["output"] or Path(f"doorstep-{params['audience']}.html")
    settle_single(output, begins=BEGINS, vault=run.root)  # before anything takes its time
    salt = secrets.token_bytes(SALT_BYTES)
    with as_asked(params, run.today):
        bundled = export_bundle(run, theme=params["theme"], passphrase=passphrase, salt=salt)
    summary = "nothing was written: mend the findings first"
    data: dict[str, Any] = {"pages": bundled.pages, "file": "", "bytes": 0, "sha256": ""}
    if bundled.html:
        write_single(output, bundled.html, begins=BEGINS, vault=run.root)
        digest = hashlib.sha256(bundled.html).hexdigest()
        data |= {"file": str(output), "bytes": len(bundled.html), "sha256": digest}
        size = f"{-(-len(bundled.html) // 1000):,} kB"
        summary = f"{bundled.pages} pages in {output}, {size}\nsha256 {digest}"
    put_findings(bundled.diagnostics, run, params, summary=summary, data=data)
    return run.exit_code(bundled.diagnostics)

"""`build doctor --url URL`: a hosted site, looked at from outside."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import click

from site_builder.cli.secret_file import read_secret
from site_builder.cli.streams import put
from site_builder.hosting.ask import Credentials, asker
from site_builder.hosting.examine import examine_site
from site_builder.hosting.verdict import Outcome, Verdict
from site_builder.insights.words import number_of
from site_builder.reporting.safe_text import visible

MARKS = {Outcome.GOOD: "ok", Outcome.FAULT: "FAULT", Outcome.UNSEEN: "unseen"}


def examine_url(url: str, user: str | None, password_file: Path | None) -> tuple[Verdict, ...]:
    """Return a verdict for each question about the site."""
    if (user is None) != (password_file is None):
        raise click.UsageError("--user and --password-file belong together")
    site = _site(url)
    reader = Credentials(user, read_secret(password_file)) if user and password_file else None
    return examine_site(site, asker(site), reader)


def put_verdicts(url: str, verdicts: Iterable[Verdict]) -> None:
    """Print the verdicts, each fault with its cure."""
    put(f"{url}\n")
    for verdict in verdicts:
        put(f"{MARKS[verdict.outcome]:<8}{verdict.question:<11}{visible(verdict.found)}")
        if verdict.cure:
            put(f"{'':19}{verdict.cure}")
    faults = sum(verdict.outcome is Outcome.FAULT for verdict in verdicts)
    put(f"\n{number_of(faults, 'fault')}")


def _site(url: str) -> str:
    wrong = f'expected an address like https://doors.example.com/, found "{url}"'
    try:
        parts = urlsplit(url)
        right = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        raise click.UsageError(wrong) from None
    if not right:
        raise click.UsageError(wrong)
    if parts.username is not None or parts.query or parts.fragment:
        raise click.UsageError("give the plain address of the site, and --user for its reader")
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return f"{parts.scheme}://{parts.netloc}{path}"

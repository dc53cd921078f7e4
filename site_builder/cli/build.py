"""`build` without a subcommand: validate, compute, render, publish."""

import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from shlex import quote
from typing import Any

from msgspec.structs import replace

from site_builder.app.build import Built, build_site
from site_builder.app.known_documents import KnownDocuments
from site_builder.app.memory import FOLDER
from site_builder.app.read_ahead import ReadAhead, nothing_read
from site_builder.app.run import Run
from site_builder.cli.ended import ended_as_by_ctrl_c
from site_builder.cli.screen import put_findings
from site_builder.cli.start import as_asked, start
from site_builder.cli.streams import put
from site_builder.model.audience import PRIVATE
from site_builder.rendering.codes import Ahead, nothing_ahead
from site_builder.reporting.safe_text import visible
from site_builder.reporting.summary import audience_summary, build_summary

OUTPUT = "site"
HELD: list[Built] = []
"""What was built, until the process ends: taking it apart would be a sixtieth of the build."""


def output_of(params: Mapping[str, Any], root: Path) -> Path:
    """Return where the site goes: each audience has a folder of its own."""
    audience = params["audience"] or PRIVATE.name
    own = OUTPUT if audience == PRIVATE.name else f"{OUTPUT}-{audience}"
    return params["output"] or root / own


def build(
    params: Mapping[str, Any], read: ReadAhead = nothing_read, codes: Ahead = nothing_ahead
) -> int:
    """Build the site and return the exit code; files were read meanwhile and templates compiled."""
    begun = time.perf_counter()
    run = replace(start(params, findings=True), ahead=read, codes=codes)
    output = Path.cwd() / output_of(params, run.root)  # we may stand in the site that goes
    page = _page(output)
    if params["verbose"]:
        put(f"Building {visible(str(run.root))} as of {run.today}", sys.stderr)
    if run.known and run.known.damaged:
        put(f"note: {FOLDER}/ {_of_no_use(run.known, run.root / FOLDER)}", sys.stderr)
    ways = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    with as_asked(params, run.today, findings=True), ended_as_by_ctrl_c(*ways):
        built = build_site(run, output, theme=params["theme"])
    HELD[:] = [built]
    if params["verbose"] and built.published:
        number = built.counts["written"]
        wrote = f"{number:,} file{'' if number == 1 else 's'}" if number else "nothing new"
        put(f"Wrote {wrote} to {visible(str(output))}", sys.stderr)
    seconds = time.perf_counter() - begun
    data = {**built.counts, "seconds": round(seconds, 3)}
    diagnostics = built.diagnostics
    summary = _summary(built, run, page, seconds)
    put_findings(diagnostics, run, params, summary=summary, data=data)
    return run.exit_code(diagnostics)


def _of_no_use(known: KnownDocuments, folder: Path) -> str:
    """Return why what was remembered counts for nothing, and what comes of it."""
    why = "was made by another version" if known.older else "is damaged or somebody else's"
    if os.access(folder, os.W_OK | os.X_OK):
        return f"{why}; it is made anew"
    return f"{why} and may not be written; every build reads all files anew"


def _summary(built: Built, run: Run, page: str, seconds: float) -> str:
    if not built.published:
        return "nothing was published: mend the findings first"
    counts = built.counts
    lines = [] if run.audience.is_private else [audience_summary(run.audience.name, counts)]
    return "\n".join((*lines, build_summary(counts, seconds), f"Open {page}"))


def _page(output: Path) -> str:
    """Return the first page as one would type it here."""
    page = output / "index.html"
    here = Path.cwd()
    near = page.relative_to(here) if page.is_relative_to(here) else page
    return visible(quote(str(near)))

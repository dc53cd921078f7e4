"""What the last build was made from and what it said: the same again need not be built again.

The memory is one JSON file in `.doorstep/` of the vault. It is trusted only if it names exactly
these inputs, this program, this start of the system and an output folder in which no file was
touched since; a damaged, foreign or older memory is as good as none.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from site_builder.app.memory import FOLDER, program, read_mine, save, stamp, started
from site_builder.app.run import Run
from site_builder.compiler import Inputs, Look
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.model.duration import Calendar
from site_builder.source import Span

NAME = "last-build"
SCHEMA = 1


class LastBuild(Struct, frozen=True):
    """The summary of a build that would come out the same."""

    counts: Mapping[str, int]
    diagnostics: tuple[Diagnostic, ...]


def digest_of(run: Run, inputs: Inputs, look: Look) -> str:
    """Return a digest of everything a build depends on, the program included."""
    digest = sha256()

    def take(*parts: object) -> None:
        for part in parts:
            data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)

    take(SCHEMA, program(), inputs.today, inputs.drafts, run.strict)
    take(inputs.audience)
    calendar = inputs.settings.calendar  # its sets have no order of their own
    take(sorted(calendar.weekdays), sorted(calendar.holidays))
    take(replace(inputs.settings, calendar=Calendar()), look.theme, look.unreadable, look.stray)
    for source in inputs.sources:
        take(source.path, source.data, source.unreadable)
    for name, files in sorted({**look.themes, "": look.drafts}.items()):
        for path, data in sorted(files.items()):
            take(name, path, data)
    return digest.hexdigest()


def memory_of(run: Run) -> Path:
    """Return where the last build is remembered: each audience has a memory of its own."""
    whose = "" if run.audience.is_private else f"-{run.audience.name}"
    return run.root / FOLDER / f"{NAME}{whose}.json"


def recall(memory: Path, output: Path, digest: str) -> LastBuild | None:
    """Return the last build if it was the same and its output stands untouched."""
    try:
        known = json.loads(read_mine(memory) or b"")
        if known["digest"] != digest or known["started"] != started():
            return None
        if known["output"] != stamp(output):
            return None
        counts = {str(key): int(value) for key, value in known["counts"].items()}
        return LastBuild(counts, tuple(_diagnostic(item) for item in known["diagnostics"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def remember(memory: Path, output: Path, digest: str, last: LastBuild) -> None:
    """Write the memory; a vault that cannot be written to simply has none."""
    document = {
        "digest": digest,
        "started": started(),
        "output": stamp(output),
        "counts": dict(last.counts),
        "diagnostics": to_builtins(last.diagnostics),
    }
    save(memory, json.dumps(document).encode())


def _diagnostic(item: Mapping[str, Any]) -> Diagnostic:
    known = dict(item)
    return Diagnostic(
        **{**known, "severity": Severity(known["severity"]), "span": Span(*known["span"])}
    )

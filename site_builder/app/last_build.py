"""What the last build was made from and what it said: the same again need not be built again.

The memory is one JSON file in `.doorstep/` of the vault. It is trusted only if it names exactly
these inputs, this program and an output folder in which no file was touched since; a damaged,
foreign or older memory is as good as none.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from site_builder import __version__
from site_builder.app.run import Run
from site_builder.compiler import Inputs, Look
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.model.duration import Calendar
from site_builder.source import Span

FOLDER, FILE = ".doorstep", "last-build.json"
SCHEMA = 1
PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class LastBuild:
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

    take(SCHEMA, __version__, _stamp(PACKAGE), inputs.today, inputs.drafts, run.strict)
    take(inputs.audience)
    calendar = inputs.settings.calendar  # its sets have no order of their own
    take(sorted(calendar.weekdays), sorted(calendar.holidays))
    take(replace(inputs.settings, calendar=Calendar()), look.theme, look.unreadable)
    for source in inputs.sources:
        take(source.path, source.data, source.unreadable)
    for name, files in sorted({**look.themes, "": look.drafts}.items()):
        for path, data in sorted(files.items()):
            take(name, path, data)
    return digest.hexdigest()


def recall(root: Path, output: Path, digest: str) -> LastBuild | None:
    """Return the last build if it was the same and its output stands untouched."""
    try:
        known = json.loads((root / FOLDER / FILE).read_bytes())
        if known["digest"] != digest or known["output"] != _stamp(output):
            return None
        counts = {str(key): int(value) for key, value in known["counts"].items()}
        return LastBuild(counts, tuple(_diagnostic(item) for item in known["diagnostics"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def remember(root: Path, output: Path, digest: str, last: LastBuild) -> None:
    """Write the memory; a vault that cannot be written to simply has none."""
    document = {
        "digest": digest,
        "output": _stamp(output),
        "counts": dict(last.counts),
        "diagnostics": [asdict(found) for found in last.diagnostics],
    }
    place = root / FOLDER / FILE
    fresh = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(mode=0o700, exist_ok=True)
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps(document), "utf-8")
        fresh.replace(place)
    except OSError:
        fresh.unlink(missing_ok=True)


def _stamp(folder: Path) -> str:
    """Return a digest of names, sizes and times of all files below a folder."""
    rows = sorted(_rows(str(folder), "")) if folder.is_dir() else []
    return sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()


def _rows(folder: str, prefix: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _rows(entry.path, f"{prefix}{entry.name}/")
            else:
                found = entry.stat(follow_symlinks=False)
                yield f"{prefix}{entry.name}", found.st_size, found.st_mtime_ns


def _diagnostic(item: Mapping[str, Any]) -> Diagnostic:
    known = dict(item)
    return Diagnostic(
        **{**known, "severity": Severity(known["severity"]), "span": Span(*known["span"])}
    )

"""The marker file: proof that a folder is our output, and the list of what we wrote."""

import hashlib
import json
from collections.abc import Mapping

from site_builder.writing.output_names import name_fault

SCHEMA = 1
TOOL = "doorstep"
NOTE = "Written by Doorstep. Each build replaces this whole folder; keep nothing else in it."


def marker_bytes(files: Mapping[str, bytes]) -> bytes:
    """Return the marker of a site: the same files give the same bytes."""
    manifest = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}
    marker = {"schema": SCHEMA, "tool": TOOL, "note": NOTE, "files": manifest}
    return json.dumps(marker, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def read_manifest(data: bytes) -> frozenset[str] | None:
    """Return the names a marker lists; None if it is damaged, foreign or from another schema.

    A marker may come with somebody else's repository: names that lead elsewhere void it.
    """
    try:
        marker = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(marker, dict) or (marker.get("schema"), marker.get("tool")) != (SCHEMA, TOOL):
        return None
    files = marker.get("files")
    if not isinstance(files, dict) or any(name_fault(name) for name in files):
        return None
    return frozenset(files)

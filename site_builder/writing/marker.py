"""The marker file: proof that a folder is our output, and the list of what we wrote."""

import json
from collections.abc import Mapping

from msgspec import Struct

from site_builder.writing.output_names import name_fault

SCHEMA = 1
TOOL = "doorstep"
OWNER = "private"
"""The audience of a marker that names none."""
UNKNOWN = "0" * 64
"""The digest of a file that is still to be written."""
NOTE = "Written by Doorstep. Each build replaces this whole folder; keep nothing else in it."


def marker_bytes(digests: Mapping[str, str], audience: str = OWNER) -> bytes:
    """Return the marker of a site: the same files for the same audience give the same bytes.

    `digests` are the SHA-256 of each file by its name, or `UNKNOWN`: the length is the same.
    """
    manifest = {name: digests[name] for name in sorted(digests)}
    readers = {} if audience == OWNER else {"audience": audience}
    marker = {"schema": SCHEMA, "tool": TOOL, "note": NOTE, **readers, "files": manifest}
    return json.dumps(marker, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class Marker(Struct, frozen=True):
    """What a marker says of its folder."""

    files: frozenset[str]
    audience: str = OWNER


def read_marker(data: bytes) -> Marker | None:
    """Return what a marker says; None if it is damaged, foreign or from another schema.

    A marker may come with somebody else's repository: names that lead elsewhere void it.
    """
    try:
        marker = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(marker, dict) or (marker.get("schema"), marker.get("tool")) != (SCHEMA, TOOL):
        return None
    files, audience = marker.get("files"), marker.get("audience", OWNER)
    if not isinstance(files, dict) or not isinstance(audience, str):
        return None
    return None if any(name_fault(name) for name in files) else Marker(frozenset(files), audience)

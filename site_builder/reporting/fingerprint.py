"""Names for findings that stay the same while lines above them come and go."""

import hashlib
from collections import Counter

from site_builder.diagnostics import Diagnostic


def fingerprints(findings: tuple[Diagnostic, ...]) -> tuple[str, ...]:
    """Name each finding by its file, check and words, and by how many such came before."""
    seen: Counter[tuple[str, str, str]] = Counter()
    names: list[str] = []
    for found in findings:
        key = (found.path, found.id, found.message)
        text = "\0".join((*key, str(seen[key])))
        names.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
        seen[key] += 1
    return tuple(names)

"""Publishing where it must be refused, and looking whether anything changed anywhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.writing.output_errors import OutputRefusedError, Refusal
from site_builder.writing.publish import publish

from .folders import Entry, site, snapshot


def refused(vault: Path, output: Path, build: Callable[..., object] = publish) -> Refusal:
    """Publish there, prove that nothing changed anywhere, and return why it was refused."""
    top = vault.parent.parent
    before = snapshot(top)
    with pytest.raises(OutputRefusedError) as caught:
        build(output, site("b"), source_root=vault)
    assert changes(before, snapshot(top)) <= {str(output.parent.relative_to(top))}
    assert str(caught.value).startswith("nothing was written: ")
    return caught.value.refusal


def changes(before: dict[str, Entry], after: dict[str, Entry]) -> set[str]:
    """Return the folders in which the lock came and went: their time alone may be another."""
    assert before.keys() == after.keys()
    found = {name for name in before if before[name] != after[name]}
    for name in found:
        (mode, inode, _, data), (*now, _, text) = before[name], after[name]
        assert [mode, inode, data] == [*now, text], name
    return found

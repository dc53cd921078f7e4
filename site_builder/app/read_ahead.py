"""A vault's files are read in another process while the rest of the program is being loaded.

Only what nobody remembers is read, and only until somebody asks for it: what is left then is read
as if nothing had been.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from itertools import islice, takewhile
from pathlib import Path

from site_builder.app.child import Child, can_begin
from site_builder.app.known_documents import is_remembered, read_packed
from site_builder.app.pile import Pile
from site_builder.reading.vault_read import read_vault
from site_builder.reading.vault_root import VAULT_FOLDERS

HEAPS = 128
"""So many heaps are the files: whoever asks waits for the end of one."""

ENOUGH = 100
"""So many files are worth another process, which takes as long to begin as to read thirty."""

ReadAhead = Callable[[], Mapping[bytes, bytes]]
"""Ends the reading and gives what was read, packed, by a digest of the file."""


def nothing_read() -> Mapping[bytes, bytes]:
    """Give nothing."""
    return {}


@contextmanager
def reading_ahead(root: Path, jobs: int) -> Iterator[ReadAhead]:
    """Begin to read a vault's files in another process, if there can be one."""
    if not can_begin(jobs) or is_remembered(root) or not _has_many(root):
        yield nothing_read
        return
    builder = os.getpid()
    with Pile(HEAPS) as pile:

        def work() -> Iterator[Mapping[bytes, bytes]]:
            sources = read_vault(root)
            for number in takewhile(lambda _: os.getppid() == builder, pile):
                yield dict(map(read_packed, sources[number::HEAPS]))

        with Child.beginning(work) as child:

            @cache
            def read() -> Mapping[bytes, bytes]:
                deque(pile, maxlen=0)  # where no heap is left, the other process ends
                parts = (child and child.result()) or ()
                return {digest: packed for part in parts for digest, packed in part.items()}

            yield read


def _has_many(root: Path) -> bool:
    folders = (os.walk(root / name) for name in VAULT_FOLDERS)
    files = (file for folder in folders for _, _, found in folder for file in found)
    return next(islice(files, ENOUGH - 1, None), None) is not None

"""Packs the files of a site into a few compressed blocks, and an index that finds each file again.

A reader decrypts the index and then only the blocks that hold what is shown, so that a site of
thousands of pages opens at once. Files stand in path order; the same files give the same blocks.
"""

import json
import zlib
from collections.abc import Iterator, Mapping

BLOCK_BYTES = 1024 * 1024
"""Plain bytes after which a block is full."""
LEFT_OUT = frozenset({"_headers", "robots.txt"})
"""Files for web servers; there is none."""
MARK = b"doorstep"
"""The first block: it opens with the right passphrase and holds nothing."""


def pack(files: Mapping[str, bytes]) -> list[bytes]:
    """Return the mark, the index and the blocks; the index names block, start and length."""
    index: dict[str, tuple[int, int, int]] = {}
    blocks = [b"".join(part) for part in _filled(files, index)]
    facts = json.dumps({"files": index, "blocks": len(blocks) + 2}, ensure_ascii=False)
    return [MARK, *(zlib.compress(block, 9) for block in (facts.encode(), *blocks))]


def _filled(
    files: Mapping[str, bytes], index: dict[str, tuple[int, int, int]]
) -> Iterator[list[bytes]]:
    """Yield the files of each block and note in the index where they are."""
    block: list[bytes] = []
    size, number = 0, 2
    for path in sorted(files.keys() - LEFT_OUT):
        if size >= BLOCK_BYTES:
            yield block
            block, size, number = [], 0, number + 1
        index[path] = (number, size, len(files[path]))
        block.append(files[path])
        size += len(files[path])
    yield block

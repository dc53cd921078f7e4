"""A pile of numbers from which several processes take, each number once."""

import os
from collections.abc import Iterator
from typing import Self

SIZE = 2
"""Bytes of a number."""


class Pile:
    """The numbers lie in a pipe: the system hands each of them to one reader, in order."""

    MOST = 2048
    """So many fit into the smallest pipe that a system gives."""

    def __init__(self, size: int) -> None:
        """Pile up the numbers from 0 to below `size`."""
        self._end, into = os.pipe()
        os.write(into, b"".join(number.to_bytes(SIZE, "big") for number in range(size)))
        os.close(into)

    def __iter__(self) -> Iterator[int]:
        """Take numbers until none is left."""
        while taken := os.read(self._end, SIZE):
            yield int.from_bytes(taken, "big")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Take the pile away."""
        os.close(self._end)

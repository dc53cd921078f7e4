"""What is noted down about one table: who reads which of its rows, and which became others."""

from collections import deque
from collections.abc import Collection, Hashable, Iterable, Iterator

Reader = tuple[str, Hashable]
"""A row somewhere, by its table and key."""
FIRST_COUNT = 64
"""Readers of a row before it is asked whether some are in the list twice."""
STEPS = 8
"""Versions back to which it is known what changed."""


class Note:
    """Who read which keys, and what was touched from version to version."""

    __slots__ = ("_counted", "_readers", "_steps", "version")

    def __init__(self) -> None:
        """Begin with a table that nobody read."""
        self.version = 0
        self._readers: dict[Hashable, list[Reader]] = {}
        self._counted: dict[Hashable, int] = {}
        self._steps: deque[Collection[Hashable]] = deque(maxlen=STEPS)

    @property
    def size(self) -> int:
        """How many readings are noted down."""
        return sum(map(len, self._readers.values()))

    def read_by(self, reader: Reader, keys: Iterable[Hashable]) -> None:
        """Note that a row read these keys."""
        every, counted = self._readers, self._counted
        for key in keys:
            readers = every.get(key)
            if readers is None:
                every[key] = [reader]
                continue
            readers.append(reader)
            if len(readers) > FIRST_COUNT and len(readers) > 2 * counted.get(key, FIRST_COUNT):
                readers[:] = dict.fromkeys(readers)  # rows made again come twice
                counted[key] = max(FIRST_COUNT, len(readers))

    def changed(self, keys: Iterable[Hashable]) -> Iterator[Reader]:
        """Yield who read keys that changed; they are noted anew when they read again."""
        for key in keys:
            self._counted.pop(key, None)
            yield from self._readers.pop(key, ())

    def step(self, keys: Collection[Hashable]) -> None:
        """Begin a new version, which has these keys new, gone or with other rows."""
        self.version += 1
        self._steps.append(keys)

    def touched(self, old: int, new: int) -> Collection[Hashable] | None:
        """Return the keys that were touched from one version to another; None if unknown."""
        first = self.version - len(self._steps)
        if old < first:
            return None
        steps = list(self._steps)[old - first : new - first]
        return steps[0] if len(steps) == 1 else dict.fromkeys(key for step in steps for key in step)

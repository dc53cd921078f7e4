"""Keeps the garbage collector from walking the whole vault in the middle of a build."""

import gc

BUILDS = 10
"""After so many builds, what they left behind is worth a walk."""
RESTS = 4
"""So many looks in a row without a change: whoever edits is away, or reads."""


class Memory:
    """What builds remember is set aside; what they left behind is collected in a quiet moment."""

    def __init__(self) -> None:
        """Begin before the first build."""
        gc.enable()
        gc.set_threshold(200_000, 50, 100)
        self._builds = self._rests = 0

    def built(self) -> None:
        """Set aside what is there; this takes no time."""
        gc.freeze()
        self._builds += 1
        self._rests = 0

    def rest(self) -> None:
        """Collect everything, now and then: a save would have to wait for the end of it."""
        self._rests += 1
        if self._builds < BUILDS or self._rests < RESTS:
            return
        self._builds = 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()

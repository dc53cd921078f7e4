"""Keeps the garbage collector from walking the whole vault in the middle of a build."""

import gc

BUILDS = 10
"""After so many builds, what they left behind is worth a walk."""


class Memory:
    """What builds remember is set aside; what they left behind is collected in a quiet moment."""

    def __init__(self) -> None:
        """Begin before the first build."""
        gc.enable()
        gc.set_threshold(200_000, 50, 100)
        self._builds = 0

    def built(self) -> None:
        """Set aside what is there; this takes no time."""
        gc.freeze()
        self._builds += 1

    def rest(self) -> None:
        """Collect everything, now and then."""
        if self._builds < BUILDS:
            return
        self._builds = 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()

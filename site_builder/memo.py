"""Remembering pure results: the one way in which this program is fast.

Every stage is a function of immutable values, so a result may be kept under the values it was made
from. What a run did not ask for is forgotten with the next run; nothing here is ever wrong, only
absent.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")


class Memo:
    """Results of the last run, by stage and by the values they were made from."""

    def __init__(self) -> None:
        """Begin with nothing remembered."""
        self._old: dict[Hashable, object] = {}
        self._new: dict[Hashable, object] = {}

    def recall(self, stage: str, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return the remembered result, or make it and remember it."""
        place = (stage, key)
        if place in self._new:
            return self._new[place]  # type: ignore[return-value] # one stage makes one type
        found = self._old[place] if place in self._old else make()
        self._new[place] = found
        return found  # type: ignore[return-value] # as above

    def recall_all(
        self, stage: str, keys: Sequence[Key], make: Callable[[Sequence[Key]], Sequence[Made]]
    ) -> tuple[Made, ...]:
        """Return the results of many keys; those not remembered are made together."""
        missing = [key for key in keys if not self._knows((stage, key))]
        for key, made in zip(missing, make(missing), strict=True):
            self._new[stage, key] = made
        return tuple(self.recall(stage, key, lambda: make([key])[0]) for key in keys)  # noqa: B023 - called at once

    def _knows(self, place: tuple[str, Hashable]) -> bool:
        return place in self._new or place in self._old

    def turn(self) -> None:
        """End a run: keep what it used, forget the rest."""
        self._old, self._new = self._new, {}

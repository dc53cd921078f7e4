"""Where to watch, and which names there mean something."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

Judge = Callable[[str], str | None]
"""From an absolute path to the vault's name of a file that matters; "" if it may, None if not."""


class Places(Struct, frozen=True):
    """The folders whose changes matter; any of them may come and go."""

    shallow: tuple[Path, ...]
    """Watched without the folders below."""
    deep: tuple[Path, ...]
    """Watched with everything below."""
    judge: Judge

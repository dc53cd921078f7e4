"""The code of templates, compiled before anybody has a page to render.

That of a vault's own templates travels in memory between this program's own processes, never
through a file that stays: code that lies about in a vault is code that somebody can put there.
"""

from collections.abc import Callable

from msgspec import Struct, field


class Codes(Struct, frozen=True):
    """Code by template, apart for the two ways to write text: drafts escape nothing."""

    pages: dict[str, bytes] = field(default_factory=dict)
    drafts: dict[str, bytes] = field(default_factory=dict)


Ahead = Callable[[], Codes | None]
"""Waits for what was compiled meanwhile; None where nothing was."""


def nothing_ahead() -> None:
    """Tell that nothing was compiled meanwhile."""

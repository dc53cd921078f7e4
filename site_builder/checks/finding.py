"""What a check finds."""

from msgspec import Struct

from site_builder.source import Span


class Finding(Struct, frozen=True):
    """One thing that a check found; its id and level are the check's."""

    path: str
    span: Span
    message: str
    """Lower case, one clause, expected and found, user text in double quotes, no full stop."""
    help: str = ""
    """What to type."""

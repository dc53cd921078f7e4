"""The few terminal colours there are, as plain escape sequences."""

from typing import Literal

from site_builder.diagnostics import Severity

Style = Literal["bold", "dim", "red", "yellow", "cyan", "green"]

CODES: dict[Style, str] = {
    "bold": "1",
    "dim": "2",
    "red": "1;31",
    "yellow": "1;33",
    "cyan": "1;36",
    "green": "1;32",
}
STYLES: dict[Severity, Style] = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.HINT: "cyan",
}


def paint(text: str, style: Style, *, color: bool) -> str:
    """Return the text in a colour, or as it is."""
    return f"\x1b[{CODES[style]}m{text}\x1b[0m" if color else text

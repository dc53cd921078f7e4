"""How messages quote what a user wrote."""

LONGEST = 60


def quoted(text: str) -> str:
    """Return user text in double quotes, on one line and shortened."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= LONGEST else f'"{line[: LONGEST - 1]}…"'


def shortened(text: str) -> str:
    """Return user text on one line; of a long one whole words of its beginning, and an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    begun, blank, _ = line[: LONGEST - 1].rpartition(" ")
    return f"{begun} …" if blank else f"{line[: LONGEST - 1]}…"


def and_more(count: str) -> str:
    """Return "and 3 more" after the first of several, with its space, or nothing."""
    return f" and {count} more" if count != "0" else ""

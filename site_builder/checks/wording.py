"""How messages quote what a user wrote."""

LONGEST = 60


def quoted(text: str) -> str:
    """Return user text in double quotes, on one line and shortened."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= LONGEST else f'"{line[: LONGEST - 1]}…"'

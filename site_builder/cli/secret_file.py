"""Passwords and passphrases come from files, never from the command line that others can see."""

import sys
from pathlib import Path

import click

MOST_BYTES = 4096
STDIN = "-"


def read_secret(path: Path) -> str:
    """Return the text of the file, or of the standard input for `-`, without its last line end."""
    try:
        if str(path) == STDIN:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise click.UsageError(f'"{path}" is not UTF-8 text') from None
    except OSError as error:
        raise click.UsageError(f'"{path}" cannot be read: {error.strerror}') from None
    secret = text.removesuffix("\n").removesuffix("\r")
    if not secret or "\n" in secret or len(data) > MOST_BYTES:
        raise click.UsageError(f'expected one line in "{path}": the secret and nothing else')
    return secret

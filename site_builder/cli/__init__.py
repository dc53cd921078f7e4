"""The command line: one short file a command, and the only reader of clock and environment."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line; Ctrl-C ends it quietly while it is still being loaded, too."""
    try:
        from site_builder.cli.main import main as run  # noqa: PLC0415 - inside the `try`

        run()
    except KeyboardInterrupt:
        sys.exit(130)


__all__ = ["main"]

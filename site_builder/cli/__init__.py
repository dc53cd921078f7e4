"""The command line: one short file a command, and the only reader of clock and environment."""

import contextlib
import gc
import os
import signal
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line; Ctrl-C ends it quietly while it is still being loaded, too."""
    gc.disable()  # what a command makes is needed until its end; a watch switches it on again
    try:
        _learn_of_children()
        from site_builder.cli.main import main as run  # noqa: PLC0415 - inside the `try`

        run()
    except KeyboardInterrupt:
        _end(130)
    except SystemExit as end:
        if isinstance(end.code, int):
            _end(end.code)
        raise


def _learn_of_children() -> None:
    """Have the system keep how processes ended; who started this one may have told it to forget."""
    if hasattr(signal, "SIGCHLD"):
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def _end(code: int) -> NoReturn:
    """End the process at once: taking apart what it made is up to an eighth of a build."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # closed by whoever read it
            stream.flush()
    os._exit(code)


__all__ = ["main"]

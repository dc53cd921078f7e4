"""The command line: one short file a command, and the only reader of clock and environment."""

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # to load `typing` takes longer than what stands here, and Ctrl-C may come now
    from typing import NoReturn


def main() -> "NoReturn":
    """Run the command line; Ctrl-C ends it quietly while it is still being loaded, too."""
    try:
        gc.disable()  # what a command makes is needed until its end; a watch switches it on again
        _main()
    except KeyboardInterrupt:
        _end(130)


def _main() -> "NoReturn":
    _learn_of_children()
    from site_builder.cli.loading import loading  # noqa: PLC0415 - inside the `try`

    with loading():
        from site_builder.cli.main import main as run  # noqa: PLC0415 - as above
    try:
        run()
    except SystemExit as end:
        if isinstance(end.code, int):
            _end(end.code)
        raise


def _learn_of_children() -> None:
    """Have the system keep how processes ended; who started this one may have told it to forget."""
    import signal  # noqa: PLC0415 - as above

    if hasattr(signal, "SIGCHLD"):
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def _end(code: int) -> "NoReturn":
    """End the process at once: taking apart what it made is up to an eighth of a build."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # closed by whoever read it
            continue
    os._exit(code)


__all__ = ["main"]

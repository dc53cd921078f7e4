"""What Ctrl-C does while modules are being loaded."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from site_builder.cli.exit_codes import INTERRUPTED


@contextmanager
def loading() -> Iterator[None]:
    """Have Ctrl-C end the process at once; nothing has begun.

    Some of the code that loads a module makes another error of an interruption, or drops it.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # ignored, or somebody else's
        yield
        return
    signal.signal(signal.SIGINT, _give_up)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _give_up(signum: int, frame: FrameType | None) -> None:
    del signum, frame
    os._exit(INTERRUPTED)

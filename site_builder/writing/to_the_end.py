"""Clearing up that Ctrl-C does not stop halfway."""

from collections.abc import Callable


def to_the_end(clear: Callable[[], None]) -> None:
    """Clear up, again from the start where the user interrupts it; then let the interrupt pass.

    Whoever is in a hurry presses twice: what stays then is cleared up by the next build.
    """
    try:
        clear()
    except KeyboardInterrupt:
        clear()
        raise

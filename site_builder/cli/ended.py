"""Other ways to be stopped than Ctrl-C, which are to leave as little behind."""

import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def ended_as_by_ctrl_c(*signals: signal.Signals) -> Iterator[None]:
    """Have these signals end as Ctrl-C does, unless somebody else has decided about them.

    Supervisors send SIGTERM, a terminal that is closed SIGHUP; `nohup` has it ignored.
    """
    with ExitStack() as back:
        for number in signals:
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, signal.default_int_handler)
                back.callback(signal.signal, number, signal.SIG_DFL)
        yield

"""Kills a process at one of its calls to the system, whether Python makes it or C.

Linux stops a traced child before each call (`ptrace`); nothing of the program is replaced. The end
of a call is the beginning of the next: every state that a kill can leave on disk is reached.
"""

import ctypes
import os
import signal
from collections.abc import Callable

TRACEME, SYSCALL, SETOPTIONS = 0, 24, 0x4200
MARK_CALLS, DIE_WITH_US = 1, 0x100000
AT_CALL = signal.SIGTRAP | 0x80


def killed_at(strike: int, work: Callable[[], object]) -> bool:
    """Do the work in a child that is killed before this system call; False if it ended first."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    child = os.fork()
    if not child:
        libc.ptrace(TRACEME, 0, None, None)
        os.kill(os.getpid(), signal.SIGSTOP)
        _end(work)
    _, status = os.waitpid(child, 0)
    assert os.WIFSTOPPED(status), "the system lets nobody trace"
    libc.ptrace(SETOPTIONS, child, None, MARK_CALLS | DIE_WITH_US)
    stops = forward = 0
    while stops < 2 * strike:  # one stop before each call and one after it; the first is of `kill`
        libc.ptrace(SYSCALL, child, None, forward)
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            assert status == 0, f"the work failed: {status}"
            return False
        found = os.WSTOPSIG(status)
        stops += found == AT_CALL
        forward = 0 if found == AT_CALL else found
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _end(work: Callable[[], object]) -> None:
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)

"""A builder that gave up or died leaves no process at work."""

import os
import select
import time
from pathlib import Path

import pytest

from site_builder.app.processes import spread_over
from tests.app.test_processes import HERE, MANY, PATIENCE

pytestmark = pytest.mark.usefixtures("alone")


def test_nobody_works_on_for_a_builder_that_gave_up() -> None:
    def lasting(number: int) -> int:
        if os.getpid() == HERE and number > 0:
            raise KeyboardInterrupt
        time.sleep(0.01)
        return number

    with pytest.raises(KeyboardInterrupt):
        spread_over(3)(lasting, MANY)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)  # no child is left


def test_nobody_works_on_for_a_builder_that_died(tmp_path: Path) -> None:
    noted = tmp_path / "noted"

    def noting(number: int) -> int:
        if os.getpid() == builder:
            if noted.exists():
                os._exit(9)
        else:
            noted.write_text(str(number))
        time.sleep(0.002)
        return number

    ours, theirs = os.pipe()
    builder = os.fork()
    if not builder:
        builder = os.getpid()
        spread_over(2)(noting, range(40_000))  # more than can be done while they are waited for
        os._exit(1)  # nobody took part
    os.close(theirs)
    assert os.waitstatus_to_exitcode(os.waitpid(builder, 0)[1]) == 9
    assert select.select([ours], [], [], PATIENCE)[0]  # the last that could write into it is gone
    os.close(ours)

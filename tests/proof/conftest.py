"""Long proofs run only where they are asked for, and print what they found.

A proof ends with one call of `proved`: a sentence, how many tries failed, of how many, and what
the same harness found in something that is broken on purpose.
"""

import os
from collections.abc import Callable

import pytest

Proved = Callable[[str, int, int, str], None]

collect_ignore_glob = [] if os.environ.get("DOORSTEP_PROOF") else ["test_*.py"]
FIGURES = pytest.StashKey[list[str]]()


@pytest.fixture
def proved(request: pytest.FixtureRequest) -> Proved:
    """Return what takes note of a proof's figures; none of them may have failed."""

    def note(promise: str, failures: int, tries: int, control: str) -> None:
        bound = f", at most {300 / tries:.2f} % with 95 % confidence" if not failures else ""
        line = f"{promise}: {failures} of {tries:,} failed{bound}; control: {control}"
        request.config.stash.setdefault(FIGURES, []).append(line)
        assert failures == 0, line

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures after everything else."""
    if figures := terminalreporter.config.stash.get(FIGURES, []):
        terminalreporter.section("proved")
        for line in figures:
            terminalreporter.line(line)

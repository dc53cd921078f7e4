"""Options of our own, and the rule that in CI nothing is skipped."""

import os
from collections.abc import Generator

import pytest

pytest_plugins = ("tests.support.figures",)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`, which `make golden` uses, and `--theme`."""
    parser.addoption("--accept", action="store_true", help="rewrite the golden files")
    parser.addoption("--theme", help="a theme's folder, to be held to the contract of themes")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a skipped test fail where everything must be tested."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and CI is set: {report.longrepr}"
    return report

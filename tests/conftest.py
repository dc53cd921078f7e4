"""Options of our own, and the rule that in CI nothing is skipped."""

import os
from collections.abc import Generator
from contextlib import nullcontext

import pytest
from hypothesis import HealthCheck, settings

from site_builder.cli import ahead
from tests.support.theme_files import KEPT

settings.register_profile(
    "patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")
"""How long an example takes says more of the machine than of the program."""

pytest_plugins = ("tests.support.figures", "tests.support.chromium", "tests.support.commands")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`, which `make golden` uses, and `--theme`."""
    parser.addoption("--accept", action="store_true", help="rewrite the golden files")
    parser.addoption("--theme", help="a theme's folder, to be held to the contract of themes")


@pytest.fixture(autouse=True, scope="session")
def _compiled_once() -> Generator[None]:
    """Let builds in the tests' own process find the templates that an earlier one compiled."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ahead, "compiling", lambda _params: nullcontext(lambda: KEPT))
        yield


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

"""Takes down what a proof tried and what it saw: one JSON line a test, for `make proof`.

A test belongs to a row of `tests/proof/rows.py` by `@pytest.mark.proves("publish")`, or by that
mark on its module. One that is marked `control` too looks, in the same way, at something broken on
purpose. Both count with `count(tried, seen)`, where `seen` is how often the fault showed: in a
proof never, in a control at least once. A test that counts nothing is one try.
"""

import json
import os
from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass

import pytest

FILE = "DOORSTEP_FIGURES"
"""The variable that names the file for the lines; without it nothing is written."""
Count = Callable[..., None]


@dataclass(slots=True)
class Figure:
    """What one test did for a row."""

    row: str
    says: str
    """The test's name as a sentence."""
    control: bool
    tried: int = 0
    seen: int = 0


TALLY = pytest.StashKey[Figure]()


def pytest_configure(config: pytest.Config) -> None:
    """Make the marks known."""
    config.addinivalue_line("markers", "proves(row): what it tries stands in this row of the proof")
    config.addinivalue_line("markers", "control: looks at something broken on purpose")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--row`, which keeps the tests of one row."""
    parser.addoption("--row", help="run only the tests of this row of tests/proof/rows.py")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests of the chosen row."""
    if row := config.getoption("--row"):
        others = [item for item in items if _row(item) != row]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if _row(item) == row]


@pytest.fixture
def count(request: pytest.FixtureRequest) -> Count:
    """Return what adds to the figures of a test: so often tried, the fault seen so often."""
    figure = _figure(request.node)
    request.node.stash[TALLY] = figure

    def note(tried: int, seen: int = 0) -> None:
        figure.tried += tried
        figure.seen += seen
        assert bool(seen) is figure.control, f"{figure.says}: seen {seen} times in {tried}"

    return note


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Write the line of a test that has run; one that fails has seen the fault, or missed it."""
    report = yield
    if (place := os.environ.get(FILE)) and _row(item) and (report.failed or call.when == "call"):
        figure = item.stash.get(TALLY, _figure(item))
        figure.tried = max(figure.tried, 1)
        if report.passed:
            figure.seen = figure.seen or int(figure.control)
        else:
            figure.seen = 0 if figure.control else max(figure.seen, 1)
        with open(place, "a", encoding="utf-8") as lines:  # noqa: PTH123 - appended in one piece
            lines.write(json.dumps(asdict(figure)) + "\n")
    return report


def _row(item: pytest.Item) -> str:
    mark = item.get_closest_marker("proves")
    return mark.args[0] if mark else ""


def _figure(item: pytest.Item) -> Figure:
    name = getattr(item, "originalname", item.name).removeprefix("test_").replace("_", " ")
    return Figure(_row(item), name, control=item.get_closest_marker("control") is not None)

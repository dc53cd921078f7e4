"""A cure of a long value costs no more than its reading: nothing is guessed at by the square."""

from datetime import date

import pytest

from site_builder.checks.meant_answers import GRADE, LONGEST, meant_grade
from site_builder.compiler import Inputs, check_vault
from site_builder.model.document import Kind
from site_builder.model.settings import Settings
from site_builder.parsing.fields import FIELDS
from site_builder.source import Source
from site_builder.tables import FRESH
from tests.parsing.test_hostile_files import PATIENCE, TooSlowError, seconds

TODAY = date(2026, 11, 22)
LENGTH = 60_000
UNITS = ["a", "1", "-", " ", "3 ", "a,", "[[a", "[[a]] ", "a@", "a@b ", "2026-01-01 ", "2009-2012 "]
UNITS += ["team/x ", "★", "( ", "a: ", '"a" b ', "; "]


def check(kind: Kind, line: str) -> None:
    """Check a vault of one note with this line."""
    name = "" if line.startswith("name:") or kind == "intro" else "name: Tara\n"
    source = Source(f"{kind}s/a.md", f"---\n{name}{line}\n---\n".encode())
    check_vault(Inputs((source,), Settings(), TODAY), FRESH)


@pytest.mark.parametrize("kind", ["contact", "intro"])
@pytest.mark.parametrize("unit", UNITS)
def test_no_value_holds_the_checks_up(kind: Kind, unit: str) -> None:
    for key in FIELDS[kind]:
        line = f"{key}: 3{unit * (LENGTH // len(unit))}9"
        assert seconds(lambda line=line: check(kind, line)) < PATIENCE / 2, key  # type: ignore[misc]


def test_a_run_of_blanks_is_one_blank_to_a_grade() -> None:
    blanks = " " * (LONGEST - 2)
    assert meant_grade(f"3{blanks}9", tie=False).startswith("type one of")
    assert meant_grade(f"3{blanks}x", tie=False) == "type 3"
    with pytest.raises(TooSlowError):  # the control: the pattern by itself
        seconds(lambda: GRADE.fullmatch(f"3{2 * blanks}9"))

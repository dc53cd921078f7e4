"""The time zone of a contact is one that exists, where the machine knows any."""

from collections.abc import Collection

import pytest

from site_builder.checks import run_checks
from site_builder.diagnostics import Diagnostic
from site_builder.insights.threads import threads_of
from tests.support.vaults import vault_of

from .manual_page import TODAY

ZONES = (
    "America/Bogota",
    "America/Indiana/Indianapolis",
    "America/Indiana/Knox",
    "America/Indianapolis",
    "Singapore",
    "America/New_York",
    "Europe/Oslo",
    "Europe/Stockholm",
    "EST",
    "NZ",
    "UTC",
)


def zone_findings(zone: str, known: Collection[str] = ZONES) -> tuple[Diagnostic, ...]:
    """Return what is found in a contact of this time zone."""
    vault = vault_of({"contacts/pat.md": f"---\nname: Pat\ntimezone: {zone}\n---\n"})
    return run_checks(vault, threads_of(vault, TODAY), TODAY, zones=lambda: known)


@pytest.mark.parametrize(
    ("zone", "cure"),
    [
        ("Stockholm", 'did you mean "Europe/Stockholm"?'),
        ("Europe/Stokholm", 'did you mean "Europe/Stockholm"?'),
        ("europe/oslo", 'did you mean "Europe/Oslo"?'),
        ("Z", 'did you mean "UTC"?'),
        ("America/Boston", "type an IANA name like Europe/Stockholm"),
        ("Indianapolis", "type an IANA name like Europe/Stockholm"),
        ("Bangalore", "type an IANA name like Europe/Stockholm"),
        ("PST", "type an IANA name like Europe/Stockholm"),
        ("IST", "type an IANA name like Europe/Stockholm"),
        ("Stockholm/Nowhere", "type an IANA name like Europe/Stockholm"),
        ("x" * 200, "type an IANA name like Europe/Stockholm"),
    ],
)
def test_a_zone_that_is_none_is_told_with_the_one_that_was_meant(zone: str, cure: str) -> None:
    (problem,) = zone_findings(zone)
    assert problem.id == "invalid-value"
    assert problem.message.startswith(f'no time zone is called "{zone[:20]}')
    assert problem.help == cure
    assert (problem.span.line, problem.span.column) == (3, 11)


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "UTC", ""])
def test_a_zone_that_exists_is_right(zone: str) -> None:
    assert zone_findings(zone) == ()


def test_without_any_zones_names_are_taken_as_they_are() -> None:
    assert zone_findings("Middle_Earth/Shire", known=()) == ()


def test_zones_are_looked_for_only_where_a_contact_names_one() -> None:
    vault = vault_of({"contacts/pat.md": "---\nname: Pat\n---\n"})

    def fail() -> Collection[str]:
        raise AssertionError

    assert run_checks(vault, threads_of(vault, TODAY), TODAY, zones=fail) == ()

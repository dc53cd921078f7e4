"""Curly quotes around a value: told where they cannot be meant."""

import pytest

from tests.support.vaults import document_of


def told(line: str, path: str = "contacts/a.md") -> list[tuple[str, str, str]]:
    """Return what is told of this line: the text, whether an item or a value, the cure."""
    needed = "target: a\nintroducer: b" if path.startswith("intros") else "email: a@b.example"
    faults = document_of(f"---\n{line}\n{needed}\n---\n", path).faults
    return [(one.found, one.wanted, one.cure) for one in faults if one.check == "curly-quotes"]


@pytest.mark.parametrize("value", ["“Eva”", "„Eva“", "„Eva”", "‘Eva’", "« Eva »", "»Eva«", "”Eva”"])
def test_quotes_around_all_of_a_value_are_told(value: str) -> None:
    assert told(f"name: {value}") == [(value, "value", "Eva")]
    assert told(f"aliases: [{value}, B]") == [(value, "item", "Eva")]
    assert told(f"aliases:\n  - {value}") == [(value, "item", "Eva")]


@pytest.mark.parametrize(
    "value", ["Eva “Evi” Moen", "“Evi” Moen", "“A” or “B”", "Eva’s", '"“Eva”"', "“”", "“", "'‘E’'"]
)
def test_other_quotes_are_left_alone(value: str) -> None:
    assert told(f"name: {value}") == []


def test_a_goal_may_be_a_quotation() -> None:
    assert told("goal: “Shall we?”", "intros/a.md") == []
    assert told("channel: “phone”", "intros/a.md") == [("“phone”", "value", "phone")]

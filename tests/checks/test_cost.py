"""What a check costs grows with the text of a mistake, not with its square."""

import pytest

from tests.checks.builders import contact, findings, intro
from tests.parsing.test_hostile_files import seconds

GAP = " " * 20_000
MOST_SECONDS = 0.5
"""Twenty times what each takes, and a part of what it took when it grew with the square."""


@pytest.mark.parametrize(
    ("text", "check"),
    [
        pytest.param(intro(target=f'"a{GAP}b"'), "unknown-contact", id="a person with a gap"),
        pytest.param(intro(target=f'"a,{GAP};"'), "unknown-contact", id="two people, one a gap"),
        pytest.param(
            intro(target=f'"a{" and" * 5_000};"'), "unknown-contact", id="a person of joints"
        ),
        pytest.param(
            contact("knows:", f"  - x:{GAP}{{a: b}}"), "nested-value", id="a gap behind a colon"
        ),
        pytest.param(
            contact("knows:", f"  - {GAP}{{a: b}}"), "nested-value", id="a gap behind a dash"
        ),
        pytest.param(
            contact(f'groups: ["team/a b{GAP}2009-2012{GAP}x"]'), "invalid-value", id="late years"
        ),
    ],
)
def test_no_cure_is_slow_to_find(text: str, check: str) -> None:
    path = "intros/a.md" if "target" in text else "contacts/a.md"
    assert check in {one.id for one in findings({path: text})}
    assert seconds(lambda: findings({path: text})) < MOST_SECONDS

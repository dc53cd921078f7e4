"""The addresses of pages: every name has its own, and every disk takes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.pages.page import (
    contact_address,
    door_address,
    group_address,
    intro_address,
)
from site_builder.writing.output_names import name_fault

LIKE_OURS = st.sampled_from(["index", "~index", "~~index", "con", "~con", "AUX", "x" * 200])
NAMES = st.one_of(
    LIKE_OURS,
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1),
    st.text("aé漢😀~.", min_size=60, max_size=260),
)


@given(st.lists(NAMES, unique=True))
def test_different_names_have_different_addresses(names: list[str]) -> None:
    assert len({contact_address(name) for name in names}) == len(names)


@given(NAMES)
def test_no_address_is_too_long_or_leads_elsewhere(name: str) -> None:
    for address in (contact_address(name), intro_address(name), door_address(f"{name}--{name}")):
        assert name_fault(address) is None
        assert len(address.rpartition("/")[2].encode()) < 240


@pytest.mark.parametrize("name", ["index", "INDEX", "con", "Aux", "nul.txt", "com1", "LPT9"])
def test_a_name_that_not_every_computer_takes_is_marked(name: str) -> None:
    assert contact_address(name) == f"contacts/~{name}.html"


@pytest.mark.parametrize(
    "name", ["tara-lindqvist", "console", "com0", "indexes", "josé", "x" * 200]
)
def test_other_names_stay_as_they_are(name: str) -> None:
    assert contact_address(name) == f"contacts/{name}.html"


def test_the_address_of_a_circle_is_short_enough_too() -> None:
    one, other = (group_address(f"team/{'a' * 5000}{end}") for end in "xy")
    assert one != other
    assert name_fault(one) is None

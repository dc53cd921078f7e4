"""Long lists on several pages."""

from site_builder.pages.page import Ref
from site_builder.pages.parts import ROWS, Parts, split


def test_a_short_list_is_one_page_without_steps() -> None:
    assert list(split("abc", "contacts")) == [("contacts/index.html", Parts(1, 1), "abc")]


def test_an_empty_list_still_has_its_page() -> None:
    assert list(split("", "contacts")) == [("contacts/index.html", Parts(1, 1), "")]


def test_a_long_list_goes_on_where_no_id_can_stand() -> None:
    first, last = split(range(ROWS + 1), "intros")
    steps = (Ref("1"), Ref("2", "intros/part/2.html"))
    assert first == ("intros/index.html", Parts(1, 2, steps), range(ROWS))
    assert last[0] == "intros/part/2.html"
    assert last[1].steps == (Ref("1", "intros/index.html"), Ref("2"))
    assert list(last[2]) == [ROWS]

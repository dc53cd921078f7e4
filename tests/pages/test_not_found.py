"""The page for addresses that do not exist."""

from site_builder.pages.not_found import NotFound, not_found_page
from site_builder.pages.page import Page


def test_it_is_one_page_that_knows_nothing() -> None:
    assert not_found_page() == Page("404.html", "404.html", NotFound())

"""Rows of a long list are shown once while they stay as they are."""

import gc
import weakref
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.pages.page import Page
from site_builder.rendering.environment import Environment, make_environment
from site_builder.rendering.render import render_page
from tests.support.theme_files import FRAME, built, files

LIST = """{% macro line(row, mark) %}
<li>{{ row.text }}{{ mark }}</li>
{% endmacro %}
<ul>
{{ view.rows | each(line, view.mark) -}}
</ul>
"""


@dataclass(frozen=True)
class Row:
    """One row, which counts how often it is shown."""

    name: str
    shown: list[str]

    @property
    def text(self) -> str:
        """What the row shows."""
        self.shown.append(self.name)
        return self.name


@dataclass(frozen=True)
class View:
    """A list and what stands behind each of its rows."""

    rows: tuple[Row, ...]
    mark: str = "."


def engine(text: str = LIST, *, keep: bool = True, **more: str) -> Environment:
    """Return the engine of a theme with this page."""
    templates = {f"templates/{name}.html": content for name, content in more.items()}
    theme = {"theme.toml": "", "templates/page.html": text, **templates}
    return make_environment(built("mine", files(mine=theme)), keep=keep)


def show(environment: Environment, view: View, address: str = "a.html") -> str:
    """Return the page that shows a list."""
    html = render_page(environment, Page(address, "page.html", view), FRAME)
    assert isinstance(html, bytes), html
    return html.decode()


def test_rows_stand_one_after_the_other_as_in_a_loop() -> None:
    rows = tuple(Row(name, []) for name in ("a", "<b>"))
    assert show(engine(), View(rows)) == "<ul>\n<li>a.</li>\n<li>&lt;b&gt;.</li>\n</ul>\n"


def test_only_a_row_that_is_another_one_is_shown_anew() -> None:
    shown: list[str] = []
    a, b, c = (Row(name, shown) for name in "abc")
    environment = engine()
    show(environment, View((a, b)))
    shown.clear()
    assert show(environment, View((b, c, a))).count("<li>") == 3
    assert shown == ["c"]


@pytest.mark.parametrize("address", ["a.html", "b.html"])
def test_without_keeping_every_row_is_shown_each_time(address: str) -> None:
    shown: list[str] = []
    environment, view = engine(keep=False), View((Row("a", shown),))
    show(environment, view)
    assert show(environment, view, address) == "<ul>\n<li>a.</li>\n</ul>\n"
    assert shown == ["a", "a"]


def test_what_else_the_macro_is_given_counts() -> None:
    row, environment = Row("a", []), engine()
    show(environment, View((row,)))
    assert "a!" in show(environment, View((row,), "!"))
    assert "a." in show(environment, View((row,)))


def test_a_row_that_stands_there_twice_is_shown_twice() -> None:
    row = Row("a", [])
    assert show(engine(), View((row, row))).count("<li>") == 2


def test_macros_of_one_name_are_told_apart() -> None:
    text = """{% import "one.html" as one %}{% import "two.html" as two %}
{{ view.rows | each(one.line) }}{{ view.rows | each(two.line) }}"""
    macro = "{% macro line(row) %}WORD {{ row.text }};{% endmacro %}"
    one, two = (macro.replace("WORD", word) for word in ("one", "two"))
    environment, view = engine(text, one=one, two=two), View((Row("a", []),))
    for _ in range(2):
        assert show(environment, view).strip() == "one a;two a;"


def test_two_lists_of_a_page_keep_the_rows_of_both() -> None:
    shown: list[str] = []
    two = LIST.replace("view.rows", "view.rows[:1]") + LIST.replace("view.rows", "view.rows[1:]")
    environment, view = engine(two), View((Row("a", shown), Row("b", shown)))
    first = show(environment, view)
    assert shown == ["a", "b"]
    assert show(environment, view) == first
    assert shown == ["a", "b"]


def test_no_more_than_two_renderings_are_kept() -> None:
    environment = engine()
    rows = [weakref.ref(row) for row in shown_one_by_one(environment, 9)]
    gc.collect()
    assert [row() is not None for row in rows] == [False] * 7 + [True] * 2


def shown_one_by_one(environment: Environment, number: int) -> Iterator[Row]:
    """Show a list of one row again and again, each time with another row."""
    for _ in range(number):
        row = Row("a", [])
        show(environment, View((row,)))
        yield row


def test_a_list_that_was_away_for_a_while_is_shown_anew() -> None:
    shown: list[str] = []
    environment, row = engine(), Row("a", shown)
    for mark in "..!.":
        show(environment, View((row,), mark))
    assert shown == ["a", "a", "a"]


def test_nothing_but_a_macro_shows_rows() -> None:
    page = Page("a.html", "page.html", View((Row("a", []),)))
    found = render_page(engine("{{ view.rows | each(view.mark.join) }}"), page, FRAME)
    assert isinstance(found, Diagnostic)
    assert "each: expected a macro" in found.message

"""What a template makes is bounded: a huge value is an error at its line before it is made."""

import pytest

from site_builder.pages.page import Page
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_page
from tests.rendering.test_theme_errors import CONFIG, fault_of, place
from tests.support.theme_files import FRAME, built, files

LONG = "('x' * 99999)"
HUGE = [
    "'x' * 10 ** 9",
    "10 ** 9 * ['x']",
    "9 ** (9 ** 9)",
    "view | center(10 ** 9)",
    "'x' | center(width=10 ** 9)",
    "'x' | indent(10 ** 9)",
    f"(view * 99999) | indent({LONG})",
    f"{LONG} | replace('x', {LONG})",
    f"{LONG} | wordwrap(1, wrapstring={LONG})",
    "view | batch(10 ** 9, 'x') | list",
    "view | slice(10 ** 9) | list",
    "{'a': [1]} | tojson(indent=10 ** 9)",
    "1.5 | round(10 ** 9, 'ceil')",
    "'%1000000000d' | format(1)",
    "'%*d' % (10 ** 9, 1)",
    f"'%s%s' | format(*[{LONG} * 99] * 2)",
    "'{:>1000000000}'.format(1)",
    "'{:{w}}'.format(1, w=10 ** 9)",
    f"'{{a}}{{a}}'.format_map({{'a': {LONG} * 99}})",
    "view.center(10 ** 9)",
    "view.zfill(10 ** 9)",
    "'\t'.expandtabs(10 ** 9)",
    f"{LONG}.replace('x', {LONG})",
    f"{LONG}.translate({{120: {LONG}}})",
    f"{LONG}.join(['x'] * 99999)",
    "(1).to_bytes(10 ** 9, 'big')",
    f"([{LONG}] * 99999) | join",
    f"(['x'] * 99999) | join({LONG})",
    f"(['x'] * 99999) | join(d={LONG})",
    "[view] | map('center', 10 ** 9) | list",
]
AGAIN = "{%% set all = namespace(of='x') %%}{%% for a in range(99) %%}\n%s{%% endfor %%}"
BODY = "{% set all.of %}{{ all.of }}{{ all.of }}{% endset %}"
MACRO = "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}"
GOOD = {
    "view | join(', ')": "a, b, c",
    "view | join(d='/')": "a/b/c",
    "[{'n': 1}, {'n': 2}] | sum('n')": "3",
    "[[1], [2]] | sum(start=[])": "[1, 2]",
    "'a b' | replace('b', 'cd')": "a cd",
    "'x' | center(3)": " x ",
    "'%s-%d' | format('a', 3)": "a-3",
    "'{}:{}'.format('a', 2)": "a:2",
    "'-'.join(view)": "a-b-c",
    "7 // 2 + 3 * 2 ** 2 % 5": "5",
    "2 ** -1": "0.5",
    "'a' ~ view | length ~ 'c'": "a3c",
    "1.25 | round(1)": "1.2",
}


@pytest.mark.parametrize("made", HUGE)
def test_what_would_be_huge_is_blamed_on_its_line(made: str) -> None:
    found = fault_of(page=f"one\n{{{{ ({made}) | length }}}}", view="a\nb")
    assert place(found) == ("themes/mine/templates/page.html", 2)
    assert (
        found.message
        == "expected at most 10,000,000 signs in a value, found one that would have more"
    )


@pytest.mark.parametrize(
    "step",
    [
        *("{% set all.of = all.of ~ all.of %}", "{% set all.of = all.of + all.of %}"),
        *(BODY, MACRO + "{% set all.of = twice(all.of) %}"),
    ],
)
def test_what_doubles_again_and_again_ends(step: str) -> None:
    found = fault_of(page=AGAIN % step)
    assert place(found)[0] == "themes/mine/templates/page.html"
    assert found.message.startswith("expected at most ")


def test_what_a_recursive_loop_goes_through_is_counted() -> None:
    text = "{% for a in view recursive %}\n{{ loop(view) if loop.depth < 9 }}{% endfor %}"
    found = fault_of(page=text, view=["x"] * 500)
    assert place(found) == ("themes/mine/templates/page.html", 2)
    assert found.message.startswith("expected at most 250,000 turns")


def test_too_long_a_range_is_told_in_our_words() -> None:
    found = fault_of(page="{{ range(10 ** 9) | list }}")
    assert found.message == "expected at most 100,000 numbers in a range, found more"


@pytest.mark.parametrize(("asked", "shown"), GOOD.items())
def test_what_is_small_is_made_as_ever(asked: str, shown: str) -> None:
    config = {**CONFIG, "templates/page.html": f"{{{{ {asked} }}}}"}
    environment = make_environment(built("mine", files(mine=config)))
    page = Page("a.html", "page.html", ["a", "b", "c"])
    assert render_page(environment, page, FRAME) == shown.encode()

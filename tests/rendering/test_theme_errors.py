"""A template that cannot be rendered is a finding with its file and line."""

from typing import Any

import jinja2
import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.pages.drafts import Draft
from site_builder.pages.page import Page, Ref, SafeHtml, Sheaf
from site_builder.pages.site import SitePlan
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_draft, render_page
from site_builder.rendering.site_render import render_site
from site_builder.tables.memo import Memo
from site_builder.tables.spread import in_turn
from tests.support.theme_files import FRAME, built, files

CONFIG = {"theme.toml": "", "templates/nav.html": ""}


def fault_of(view: object = None, **templates: str) -> Diagnostic:
    texts = {f"templates/{name}.html": text for name, text in templates.items()}
    environment = make_environment(built("mine", files(mine={**CONFIG, **texts})))
    found = render_page(environment, Page("a.html", "page.html", view), FRAME)
    assert isinstance(found, Diagnostic)
    assert found.id == "theme-error"
    return found


def place(found: Diagnostic) -> tuple[str, int]:
    return found.path, found.span.line


def test_an_unknown_name_is_blamed_on_its_line() -> None:
    found = fault_of(page="<p>\n{{ view.nothing }}\n", view=Ref("Tara"))
    assert place(found) == ("themes/mine/templates/page.html", 2)
    assert "nothing" in found.message


def test_a_fault_in_the_parent_is_blamed_on_the_parent() -> None:
    found = fault_of(page='{% extends "base.html" %}', base="one\ntwo\n{{ oops }}\n")
    assert place(found) == ("themes/mine/templates/base.html", 3)


def test_a_syntax_error_is_blamed_on_its_line() -> None:
    found = fault_of(page="one\n{% if %}\n")
    assert place(found) == ("themes/mine/templates/page.html", 2)


def test_a_syntax_error_in_an_included_file_is_blamed_on_that_file() -> None:
    found = fault_of(page='{% include "part.html" %}', part="\n\n{% endfor %}")
    assert place(found) == ("themes/mine/templates/part.html", 3)


def test_a_missing_parent_is_named() -> None:
    found = fault_of(page='one\n{% extends "bse.html" %}')
    assert place(found) == ("themes/mine/templates/page.html", 2)
    assert found.message == 'there is no template "bse.html" in this theme'


def test_a_missing_page_template_is_named() -> None:
    found = fault_of(other="")
    assert found.message == 'there is no template "page.html" in this theme'


def test_whatever_a_template_raises_becomes_a_finding() -> None:
    assert "division" in fault_of(page="{{ 1 / 0 }}").message


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ view.__class__ }}",
        "{{ (view | attr('__init__')).__globals__ }}",
        "{{ [1].append(2) }}",
    ],
)
def test_a_template_cannot_reach_pythons_insides(attack: str) -> None:
    assert place(fault_of(page=attack, view=Ref("Tara"))) == ("themes/mine/templates/page.html", 1)


def test_a_fault_in_a_draft_is_blamed_on_the_draft_not_on_the_page() -> None:
    themes = files(mine={**CONFIG, "templates/page.html": "{{ (view | letter).subject }}"})
    environment = make_environment(built("mine", themes, nudge="Subject: a\n\n{{ fact.nothing }}"))
    found = render_page(
        environment, Page("a.html", "page.html", Draft(name="nudge", heading="")), FRAME
    )
    assert isinstance(found, Diagnostic)
    assert place(found) == ("templates/drafts/nudge.md", 3)


def test_a_faulty_draft_on_its_own_is_a_finding_too() -> None:
    environment = make_environment(built("mine", files(mine=CONFIG), nudge="{{ oops }}"))
    found = render_draft(environment, Draft(name="nudge", heading=""))
    assert isinstance(found, Diagnostic)
    assert place(found) == ("templates/drafts/nudge.md", 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one\n{{ view.text | safe }}", 'there is no filter "safe"'),
        ("one\n{%- autoescape false %}{{ view.text }}{% endautoescape %}", "autoescape"),
    ],
)
def test_a_theme_cannot_stop_escaping(text: str, said: str) -> None:
    found = fault_of(page=text, view=Ref("<b>"))
    assert place(found) == ("themes/mine/templates/page.html", 2)
    assert said in found.message


def test_text_of_a_file_is_escaped_by_the_html_filter_too() -> None:
    config = {"theme.toml": "", "templates/nav.html": ""}
    theme = {**config, "templates/page.html": "{{ view.text | html }}|{{ view.href | html }}"}
    environment = make_environment(built("mine", files(mine=theme)))
    shown = render_page(
        environment, Page("a.html", "page.html", Ref("<b>", SafeHtml("<i>"))), FRAME
    )
    assert shown == b"&lt;b&gt;|<i>"


def test_what_cannot_be_read_is_not_read_for_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    load = jinja2.BaseLoader.load

    def loading(
        loader: jinja2.BaseLoader, engine: jinja2.Environment, name: str, names: Any = None
    ) -> jinja2.Template:
        read.append(name)
        return load(loader, engine, name, names)

    monkeypatch.setattr(jinja2.BaseLoader, "load", loading)
    texts = {
        "templates/page.html": '\n{% extends "base.html" %}',
        "templates/base.html": "{% if %}",
    }
    environment = make_environment(built("mine", files(mine={**CONFIG, **texts})))
    found = {render_page(environment, Page(f"{at}.html", "page.html", None), FRAME) for at in "abc"}
    (fault,) = found
    assert isinstance(fault, Diagnostic)
    assert place(fault) == ("themes/mine/templates/base.html", 1)
    assert read.count("base.html") == 2, "once quickly, once exactly"


LOOP = "{% for a in range(99999) %}\n{% for b in range(99999) %}x{% endfor %}{% endfor %}"
TWICE = "{% macro m(n) %}{% if n %}\n{{ m(n - 1) ~ m(n - 1) }}{% endif %}{% endmacro %}{{ m(99) }}"
ROWS = "{% macro m(n) %}{{ n }}{% endmacro %}{% for a in range(999) %}\n{{ range(999) | each(m) }}"


@pytest.mark.parametrize(
    "text",
    [
        *(LOOP, TWICE, LOOP.replace("99999)", "99999) | map('abs')")),
        "{% for a in range(99999) %}\n{{ range(99999) | sum }}{% endfor %}",
        "{% set all = range(9999) %}{% for a in all %}\n{% for b in all %}{% endfor %}{% endfor %}",
        ROWS + "{% endfor %}",
    ],
)
def test_what_would_never_end_is_blamed_on_the_line_that_goes_on(text: str) -> None:
    found = fault_of(page=text)
    assert place(found) == ("themes/mine/templates/page.html", 2)
    assert found.message.startswith("expected at most 250,000 turns")
    assert found.help == "a loop in a loop multiplies; go through less"


def test_what_would_never_end_is_tried_once_for_all_pages_of_a_template() -> None:
    environment = make_environment(
        built("mine", files(mine={**CONFIG, "templates/page.html": LOOP}))
    )
    pages = [Page(f"{at}.html", "page.html", None) for at in range(2000)]
    found = {render_page(environment, page, FRAME) for page in pages}
    assert len(found) == 1
    assert list(environment.endless) == ["page.html"]


def test_every_page_may_take_all_turns_that_a_page_may() -> None:
    text = (
        "{% for a in range(99999) %}{% endfor %}{% for a in 'abc' %}{{ loop.length }}{% endfor %}"
    )
    environment = make_environment(
        built("mine", files(mine={**CONFIG, "templates/page.html": text}))
    )
    shown = {render_page(environment, Page(f"{at}.html", "page.html", None), FRAME) for at in "ab"}
    assert shown == {b"333"}


def test_a_page_that_was_not_tried_is_rendered_when_the_endless_one_is_mended() -> None:
    theme = built(
        "mine",
        files(
            mine={
                **CONFIG,
                "templates/page.html": LOOP.replace("99999", "view"),
            }
        ),
    )
    memo = Memo()

    def faults(**turns: int) -> int:
        views = memo.source("views", turns)
        sheaf = Sheaf(tuple(views), lambda key: Page(f"{key}.html", "page.html", views[key]))
        _, found = render_site(SitePlan({"some": sheaf}, FRAME, {}), theme, memo, spread=in_turn)
        return len(found)

    assert faults(a=99999, b=1) == 1
    assert faults(a=0, b=1) == 0

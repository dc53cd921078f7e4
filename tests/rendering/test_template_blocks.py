"""A block that no template above has is told, as it would never be shown."""

from time import perf_counter

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.pages.page import Page
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_page
from site_builder.rendering.template_blocks import blocks_of
from tests.rendering.test_theme_errors import CONFIG
from tests.support.theme_files import FRAME, built, files, packaged

FOOT = "{% block foot %}{% endblock %}"
OWN = "{% block own %}x{% endblock %}"
BODY = '{% extends "base.html" %}{% block body %}'
BASE = (
    "{# {% block old %} #}{% block head %}{% endblock %}{% block body %}" + FOOT + "{% endblock %}"
)


def shown(**templates: str) -> bytes | Diagnostic:
    """Render a page with these templates and those of a theme above."""
    above = {**CONFIG, "templates/base.html": BASE}
    texts = {f"templates/{name}.html": text for name, text in templates.items()}
    mine = {"theme.toml": 'extends = "above"', **texts}
    environment = make_environment(built("mine", files(mine=mine, above=above)))
    return render_page(environment, Page("a.html", "page.html", None), FRAME)


@pytest.mark.parametrize("block", ["fot", "old", "sidebar"])
def test_a_block_that_nobody_above_has_is_told_with_those_there_are(block: str) -> None:
    found = shown(page=f'{{% extends "base.html" %}}\n{{%- block {block} %}}x{{% endblock %}}')
    assert isinstance(found, Diagnostic)
    assert found.message == f'no template above has a block "{block}"'
    meant = 'did you mean "foot"? ' if block == "fot" else ""
    assert found.help == f"{meant}there are body, foot, head"
    assert (found.span.line, found.span.column) == (2, 11)
    assert found.span.end_column == 11 + len(block)


@pytest.mark.parametrize(
    "page",
    [
        '{% extends "base.html" %}{% block foot %}x{% endblock %}',
        BODY + OWN + "{% endblock %}",
        BODY + "x{% endblock body %}{# {% block own %} #}",
        BODY + "{% raw %}" + OWN + "{% endraw %}{% endblock %}",
        '{% extends "middle.html" %}{% block inner %}x{% endblock %}',
        OWN,
        '{% extends "base" ~ ".html" %}{% block body %}x{% endblock %}',
    ],
)
def test_a_block_that_is_shown_is_right(page: str) -> None:
    middle = (
        '{% extends "base.html" %}{% block foot %}{% block inner %}{% endblock %}{% endblock %}'
    )
    html = shown(page=page, middle=middle)
    assert isinstance(html, bytes)
    assert b"x" in html


def test_a_document_of_its_own_may_leave_out_what_its_parents_fill() -> None:
    page = '{% extends "base.html" %}' + FOOT + "{% block head %}x{% endblock %}"
    assert shown(page=page, base="{% block head %}{% endblock %}") == b"x"


def test_no_packaged_page_fills_a_block_in_vain() -> None:
    default = packaged()["default"]
    pages = {path: data for path, data in default.items() if not path.endswith("/base.html")}
    mine = {**pages, "theme.toml": b'extends = "default"'}
    for name, themes in (("mine", {"default": default, "mine": mine}), ("paper", packaged())):
        environment = make_environment(built(name, themes))
        for template in environment.theme.templates:
            if template.endswith(".html"):
                environment.exact.pages.get_template(template)


@pytest.mark.parametrize(
    "filler", ["{#", "{% ", "{%", "{% block ", "{% extends 'a", " ", "{% raw %}"]
)
def test_blocks_of_a_hostile_text_are_read_in_linear_time(filler: str) -> None:
    begun = perf_counter()
    for head in ("", "{%", "{% block", "{% extends '"):
        blocks_of(head + filler * 20_000)
    assert perf_counter() - begun < 1

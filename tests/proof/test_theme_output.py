"""Packaged themes: everything stands where escaping protects it."""

import re
from collections.abc import Iterator

import pytest

from tests.support.theme_files import packaged

pytestmark = pytest.mark.proves("themes")

TAG = re.compile(r"<[a-zA-Z!/][^<>]*(?:\{[{%].*?[%}]\}[^<>]*)*>", re.DOTALL)
RULES = {
    "an attribute without quotes": re.compile(r"=\s*\{\{"),
    "an attribute in single quotes": re.compile(r"='[^']*\{\{"),
    "an inline handler": re.compile(r"\son\w+\s*=", re.IGNORECASE),
    "an inline style": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "a name made from data": re.compile(r"\s[\w-]*\{\{[^}]*\}\}[\w-]*="),
}
WHOLE = {
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>", re.IGNORECASE),
    "an inline style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "unescaped text": re.compile(r"\|\s*safe\b|autoescape|Markup"),
    "something from elsewhere": re.compile(r"(?:src|href)=\"(?:https?:)?//", re.IGNORECASE),
}


def templates() -> Iterator[tuple[str, str]]:
    """Yield every template of every packaged theme."""
    for theme, files in packaged().items():
        for path, data in files.items():
            if path.endswith(".html"):
                yield f"{theme}/{path}", re.sub(r"\{#.*?#\}", "", data.decode(), flags=re.DOTALL)


def broken_rules(text: str) -> set[str]:
    """Return the rules that a template breaks."""
    tags = "\n".join(TAG.findall(text))
    found = {name for name, rule in RULES.items() if rule.search(tags)}
    return found | {name for name, rule in WHOLE.items() if rule.search(text)}


@pytest.mark.parametrize(("name", "text"), list(templates()), ids=[name for name, _ in templates()])
def test_a_template_puts_data_only_where_it_is_escaped(name: str, text: str) -> None:
    assert broken_rules(text) == set(), name


@pytest.mark.control
@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<a href={{ x }}>", "an attribute without quotes"),
        ("<a title='{{ x }}'>", "an attribute in single quotes"),
        ('<a onclick="{{ x }}">', "an inline handler"),
        ('<b style="width: 1px">', "an inline style"),
        ('<b data-{{ x }}="1">', "a name made from data"),
        ("<script>{{ x }}</script>", "an inline script"),
        ("<style>b{}</style>", "an inline style sheet"),
        ("{{ x | safe }}", "unescaped text"),
        ('<img src="//x.example">', "something from elsewhere"),
    ],
)
def test_a_template_that_breaks_a_rule_is_caught(text: str, rule: str) -> None:
    assert rule in broken_rules(text)


def test_there_are_templates_to_look_at() -> None:
    assert len(list(templates())) > 15

"""Templates that another process has compiled are rendered like those compiled here."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import jinja2
import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.pages.page import Page
from site_builder.rendering.codes import Codes
from site_builder.rendering.compile_ahead import codes_of
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_page
from site_builder.rendering.theme import Theme
from tests.support.theme_files import FRAME, built, files, packaged

BASE = "<p>{% block content %}{% endblock %}</p>\n"
PAGE = '{% extends "base.html" %}{% block content %}{{ view.text }}{% endblock %}'


@dataclass(frozen=True)
class View:
    """What a page shows."""

    text: str = "<b>"


def theme_of(page: str = PAGE, **drafts: str) -> Theme:
    """Return a theme of two templates, and drafts of the vault's own."""
    texts = {"theme.toml": "", "templates/base.html": BASE, "templates/page.html": page}
    return built("mine", files(mine=texts), **drafts)


def shown(theme: Theme, codes: Codes | None) -> str | Diagnostic:
    """Return the page as this theme shows it with these codes."""
    environment = make_environment(theme, codes=codes)
    html = render_page(environment, Page("a.html", "page.html", View()), FRAME)
    return html if isinstance(html, Diagnostic) else html.decode()


@contextmanager
def nothing_compiles() -> Iterator[None]:
    """Let Jinja refuse to compile."""

    def refused(*_: object, **__: object) -> None:
        raise AssertionError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", refused)
        yield


def test_what_is_known_need_not_be_compiled() -> None:
    theme = theme_of()
    codes = codes_of(theme)
    with nothing_compiles():
        assert shown(theme, codes) == "<p>&lt;b&gt;</p>\n"
        assert isinstance(shown(theme, Codes()), Diagnostic)  # unknown, it has to be


@pytest.mark.parametrize("name", sorted(packaged()))
def test_every_theme_is_compiled_whole(name: str) -> None:
    theme = built(name, packaged())
    codes = codes_of(theme)
    engines = make_environment(theme, codes=codes).quick
    with nothing_compiles():
        for template in theme.templates:
            if template.startswith("drafts/"):
                engines.drafts.get_template(template)
            elif "/" not in template:
                engines.pages.get_template(template)


def test_a_hidden_template_that_another_one_extends_is_compiled_too() -> None:
    over = '{% extends "below/page.html" %}{% block content %}!{{ super() }}{% endblock %}'
    below = {"theme.toml": "", "templates/base.html": BASE, "templates/page.html": PAGE}
    above = {"theme.toml": 'extends = "below"', "templates/page.html": over}
    theme = built("above", files(below=below, above=above))
    codes = codes_of(theme)
    with nothing_compiles():
        assert shown(theme, codes) == "<p>!&lt;b&gt;</p>\n"


def test_another_text_is_compiled_anew() -> None:
    codes = codes_of(theme_of())
    assert shown(theme_of("other {{ view.text }}"), codes) == "other &lt;b&gt;"


def test_a_page_never_takes_what_was_compiled_for_plain_text() -> None:
    theme = theme_of('{% include "drafts/nudge.md" %}', nudge="{{ view.text }}")
    codes = codes_of(theme)
    assert shown(theme, codes) == "&lt;b&gt;"
    mixed = Codes({**codes.pages, **codes.drafts}, {})
    assert shown(theme, mixed) == "<b>"  # why the two are kept apart


def test_a_template_that_is_wrong_is_left_to_be_reported() -> None:
    theme = theme_of("{% if %}")
    found = shown(theme, codes_of(theme))
    assert isinstance(found, Diagnostic)
    assert (found.path, found.span.line) == ("themes/mine/templates/page.html", 1)
    assert found == shown(theme, None)


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        ("{}x{}", "{% for a in 'b' %}", "{% endfor %}"),
        ("{}x{}", "{% if view %}", "{% endif %}"),
        ("{{{{ {} view {} }}}}", "not ", ""),
        ("{{{{ {} view {} }}}}", "[", "]"),
        ("{{{{ {} 1 {} }}}}", "1 + ", ""),
        ("{{{{ {}{} }}}}", "9", ""),
        ("{{{{ view.text {}{} }}}}", "|upper", ""),
    ],
)
def test_what_python_cannot_follow_is_a_finding(page: str, before: str, after: str) -> None:
    """A few of the same in one another are shown."""
    few, many = (theme_of(page.format(before * times, after * times)) for times in (9, 5000))
    assert isinstance(shown(few, codes_of(few)), str)
    for codes in (codes_of(many), None):
        found = shown(many, codes)
        assert isinstance(found, Diagnostic)
        assert found.path == "themes/mine/templates/page.html"
        assert found.message.startswith("expected less in one another")


def test_memory_that_is_not_there_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    theme = theme_of("{{ view.text | upper }}")
    assert shown(theme, None) == "&lt;B&gt;"

    def refuse(_: object) -> str:
        raise MemoryError

    monkeypatch.setitem(jinja2.filters.FILTERS, "upper", refuse)
    found = shown(theme, None)
    assert isinstance(found, Diagnostic)
    assert found.message == "this line asks for more memory than there is"

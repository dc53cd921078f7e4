"""Templates fetch fields and escape text exactly as Jinja's own sandbox would."""

from dataclasses import dataclass, field

import jinja2
import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from site_builder.pages.page import Page
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_page
from site_builder.rendering.template_code import DirectCode, escaped, is_harmless, show_text
from tests.support.theme_files import FRAME, built
from tests.support.theme_files import files as theme_files


class Ours(ImmutableSandboxedEnvironment):
    """A sandbox with our code."""

    code_generator_class = DirectCode
    escaped = staticmethod(escaped)
    show_text = staticmethod(show_text)


@dataclass(frozen=True, slots=True)
class Person:
    """A record as a view model has them, and more."""

    name: str
    _inner: str = "for nobody"
    friends: tuple["Person", ...] = ()
    tags: list[str] = field(default_factory=list)

    @property
    def initial(self) -> str:
        """A property is no field: the sandbox is asked."""
        return self.name[:1]


VIEW = Person("Åsa & <b>Bo</b> 'x'", friends=(Person("Kim"), Person("Lo")), tags=["a"])
TEMPLATES = [
    "{{ view.name }} {{ view.initial }} {{ view.friends[1].name }}",
    "{% for f in view.friends %}{{ loop.last }} {{ f.name }},{% endfor %}",
    "{{ view.friends | map(attribute='name') | join('<br>') }}",
    "{{ 1 }} {{ none }} {{ 1.5 }} {{ mark }} {{ view.name | upper }} {{ '<' }}",
    "{% block a %}{{ 1 }}{% block b scoped %}{{ view.name }}{% endblock %}{% endblock %}",
    "{% macro m(p) %}<i>{{ p.name }}</i>{% endmacro %}{{ m(view) }}{{ m(view.friends | first) }}",
    "{% set x %}<u>{{ view.name }}</u>{% endset %}{{ x }}{{ x.upper() }}",
    "{{ (view if view.name else none).friends[0].name }}",
    "{% autoescape false %}{{ view.name }}{% endautoescape %}",
]
REFUSED = [
    "{{ view.nobody }}",
    "{{ view._inner }}",
    "{{ view.__class__ }}",
    "{{ view.tags.append('b') }}",
    "{{ '{0.__class__}'.format(view) }}",
    "{{ view.friends.__getattribute__ }}",
    "{{ nobody.name }}",
]


def _render(kind: type[jinja2.Environment], template: str) -> str:
    environment = kind(
        autoescape=True, undefined=jinja2.StrictUndefined, extensions=["jinja2.ext.loopcontrols"]
    )
    known = {"key": "<value>"}
    return environment.from_string(template).render(view=VIEW, mark=Markup("<hr>"), known=known)


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_a_template_shows_is_what_jinja_would_show(template: str) -> None:
    assert _render(Ours, template) == _render(ImmutableSandboxedEnvironment, template)


@pytest.mark.parametrize("template", REFUSED)
def test_what_the_sandbox_refuses_is_never_shown(template: str) -> None:
    with pytest.raises(jinja2.TemplateError):
        _render(ImmutableSandboxedEnvironment, template)
    with pytest.raises((jinja2.TemplateError, AttributeError)):
        _render(Ours, template)


@pytest.mark.parametrize(
    "name", ["_x", "__class__", "mro", "format", "gi_frame", "cr_code", "append", "pop", "update"]
)
def test_names_that_are_dangerous_somewhere_go_by_the_sandbox(name: str) -> None:
    assert not is_harmless(name)
    assert is_harmless("name")


@pytest.mark.parametrize("template", ["{{ known.key }}", "{{ view.nobody is defined }}"])
def test_what_only_jinja_can_do_is_done_by_jinja(template: str) -> None:
    with pytest.raises(AttributeError):
        _render(Ours, template)
    themed = template.replace("known", '{"key": "<value>"}')
    texts = {"theme.toml": "", "templates/nav.html": "", "templates/a.html": themed}
    environment = make_environment(built("mine", theme_files(mine=texts)))
    shown = render_page(environment, Page("a.html", "a.html", VIEW), FRAME)
    assert shown == _render(ImmutableSandboxedEnvironment, template).encode()


def test_text_is_escaped_and_markup_is_not() -> None:
    assert show_text("<&'\">") == "&lt;&amp;&#39;&#34;&gt;"
    assert show_text(Markup("<br>")) == "<br>"
    assert show_text(7) == "7"

"""Templates fetch fields and escape text exactly as Jinja's own sandbox would."""

from dataclasses import dataclass, field

import jinja2
import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from site_builder.rendering.template_code import DirectCode, Fields, show_text


class Ours(ImmutableSandboxedEnvironment):
    """A sandbox with our code."""

    code_generator_class = DirectCode
    show_text = staticmethod(show_text)
    fields = Fields()


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
    "{{ 1 }} {{ none }} {{ 1.5 }} {{ mark }} {{ view.name | upper }} {{ '<' }} {{ known.key }}",
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
def test_what_the_sandbox_refuses_is_refused(template: str) -> None:
    with pytest.raises(jinja2.TemplateError):
        _render(ImmutableSandboxedEnvironment, template)
    with pytest.raises(jinja2.TemplateError):
        _render(Ours, template)


def test_text_is_escaped_and_markup_is_not() -> None:
    assert show_text("<&'\">") == "&lt;&amp;&#39;&#34;&gt;"
    assert show_text(Markup("<br>")) == "<br>"
    assert show_text(7) == "7"

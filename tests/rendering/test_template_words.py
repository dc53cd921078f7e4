"""What is said of a broken template names the place, what was found, and the cure."""

from time import perf_counter

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.pages.drafts import Draft
from site_builder.pages.long_list import Some
from site_builder.pages.page import Ref
from site_builder.pages.today import today_page
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_draft, render_page
from site_builder.rendering.template_place import Template
from tests.checks.test_pages import PAGES
from tests.checks.vault_check import text_of
from tests.rendering.test_theme_errors import CONFIG, fault_of
from tests.support.insights_sample import sample_insights
from tests.support.theme_files import FRAME, built, files, packaged

PARTS = "{% macro badge(text) %}{{ root }}{% endmacro %}"
VIEW = (Ref("Tara"), None, Some(("one",), 2), "text")


def said(text: str) -> tuple[str, str, str]:
    """Return what is marked, the message and the cure for a page with this text."""
    found = fault_of(page=text, parts=PARTS, view=VIEW)
    start, end = found.span.column - 1, found.span.end_column - 1
    assert found.excerpt == text.split("\n")[found.span.line - 1]
    return found.excerpt[start:end], found.message, found.help


REF = "it has text, href, draft"
GIVEN = "given are page, root, site, view"


@pytest.mark.parametrize(
    ("text", "marked", "message", "cure"),
    [
        ("a\n{{ veiw }}", "veiw", 'unknown name "veiw"', f'did you mean "view"? {GIVEN}'),
        ("veiw {{ veiw }}", "veiw", 'unknown name "veiw"', f'did you mean "view"? {GIVEN}'),
        ("{{ zzz }}", "zzz", 'unknown name "zzz"', GIVEN),
        ("{{ loop.index }}", "loop", 'unknown name "loop"', "between {% for %} and"),
        ("{{ view[0].txt }}", "txt", 'has no field "txt"', f'did you mean "text"? {REF}'),
        ("{{ page.adress }}", "adress", '"page" has no field "adress"', '"address"? it has'),
        ("{{\npage.\n adress }}", "adress", '"page" has no field "adress"', '"address"?'),
        ("{{ page.xx }}{{ page.xx }}", "{{ page.xx }}{{ page.xx }}", '"xx"', "it has"),
        ("{{ page.view[1].xx }}", "xx", "which is empty here", ""),
        ("{% set a = view[1] %}{{ a.xx }}", "xx", 'of "a", which is empty', "{% if a %}"),
        ("{{ site.nav.xx }}", "xx", 'of "site.nav", which is a list', "{% for one in site.nav %}"),
        ("{{ site.title.xx }}", "xx", 'of "site.title", which is a text', ""),
        ("{% for x in view[2] %}{% endfor %}", "", "a list to go through", "shown, more"),
        ("{% for x in none %}{% endfor %}", "", "a list to go through, found nothing", ""),
        ("{{ lipsum() }}", "lipsum", '"lipsum"', "given are page, root, site, view"),
        ("{{ root | uper }}", "uper", 'unknown filter "uper"', 'did you mean "upper"?'),
        ("{% if site %}{{ root | uper }}{% endif %}", "uper", "unknown filter", '"upper"?'),
        ("{{ root | safe }}", "safe", 'there is no filter "safe"', "everything is escaped"),
        ("{% if a is not defned %}{% endif %}", "defned", 'unknown test "defned"', '"defined"?'),
        ("{% include 'prts.html' %}", "'prts.html'", '"prts.html" in this theme', '"parts.html"?'),
        (
            '{% from "parts.html" import bagde %}{{ bagde(1) }}',
            "",
            '"bagde"',
            'mean "badge"? it has',
        ),
        ("{{ root | link }}", "", "the filter link shows a reference", ""),
        ("a\n{% block b %}\nc\n", "block", "{% block %} is never closed", "{% endblock %}"),
        ("{% if 1 %}{% for x in y %}\n{% endif %}", "endif", "found {% endif %}", "line 1 first"),
        ("{% endif %}", "endif", "{% endif %} closes nothing", "delete it"),
        ("{% if 1 %}{% elsif 2 %}{% endif %}", "elsif", 'unknown tag "elsif"', '"elif"?'),
        ("{% partial 1 %}", "partial", 'unknown tag "partial"', "extends, from, import, include"),
        ("{{ root }", "}", 'expected "}}" or "%}", found "}"', "ends what begins"),
        ("a\n{{ root", "{{", 'expected "}}", found the end of the file', "type }}"),
        ("{# a", "{#", "{# is never closed", "type #}"),
        ("{{ .Title }}", ".", 'expected a name or a value, found "."', ""),
        ("{{ root | truncate: 5 }}", ":", 'expected "}}", found ":"', ""),
        ("{{ f(root }}", "", 'expected ")", found "}"', ""),
        ("{{ 'abc }}", "'", "expected a name or a value, found '", "close the quotation"),
        ("a\n{% if root && 1 %}{% endif %}", "&", "found &", "type and"),
        ("{% block a %}{{ super() }}{% endblock %}", "", "super() is asked for", ""),
        ("a\n{% include 'page.html' %}", "", "leads back to itself", "PARENT/NAME.html"),
    ],
)
def test_the_place_is_marked_and_the_cure_is_told(
    text: str, marked: str, message: str, cure: str
) -> None:
    found = said(text)
    assert found[0] == marked or not marked
    assert message in found[1]
    assert cure in found[2]
    assert cure or not found[2]


def test_what_is_imported_is_said_to_see_its_arguments_only() -> None:
    found = fault_of(page='{% from "parts.html" import badge %}{{ badge(1) }}', parts=PARTS)
    assert found.path == "themes/mine/templates/parts.html"
    assert "as an argument" in found.help


def test_a_draft_names_what_a_letter_is_given() -> None:
    environment = make_environment(built("mine", files(mine=CONFIG), nudge="{{ fact.targt }}{{ a"))
    found = render_draft(environment, Draft(name="nudge", heading=""))
    assert isinstance(found, Diagnostic)
    assert (found.span.column, found.span.end_column) == (17, 19)
    environment = make_environment(built("mine", files(mine=CONFIG), nudge="{{ fact.targt }}"))
    found = render_draft(environment, Draft(name="nudge", heading=""))
    assert isinstance(found, Diagnostic)
    assert found.message == '"fact" has no field "targt"'
    assert found.help.startswith('did you mean "target"? it has me, my_first,')


def test_the_manual_shows_what_is_said() -> None:
    page = PAGES["theme-error"]
    for section, expected in ((page.example, page.example.expected), (page.mended, "")):
        (path, source), *_ = section.files.items()
        mine = {"theme.toml": b'extends = "default"', path.split("/", 2)[2]: source.data}
        environment = make_environment(built("mine", {**packaged(), "mine": mine}))
        found = render_page(environment, today_page(sample_insights()), FRAME)
        assert text_of([found] if isinstance(found, Diagnostic) else []) == expected


@pytest.mark.parametrize("head", ["", "{{ ", "{% "])
@pytest.mark.parametrize(
    "filler", ["{{ ", "{% if ", "{%", "}}", "{# ", "| ", "x.", "is not ", "is ", '"', "\n", " "]
)
def test_the_place_in_a_hostile_text_is_found_in_linear_time(head: str, filler: str) -> None:
    here = Template(head + filler * 20_000, 1)
    begun = perf_counter()
    for mark in (r"(?<![\w.])(a)(?!\w)", r"\|\s*(a)(?!\w)", r"\bis\b(?:\s+not\b)?\s*(a)(?!\w)"):
        here.only(mark)
    here.left_open("if", "endif")
    here.owner((len(here.text), len(here.text)))
    assert perf_counter() - begun < 1

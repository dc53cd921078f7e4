"""What is served: the bytes of the build, one tag more in a page, found by the whole address."""

import json
from pathlib import Path

import pytest

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.preview.edit_link import Editor, EditorUrlError
from site_builder.preview.listen import Listening
from site_builder.preview.live import Live
from site_builder.preview.lost_page import lost_page
from site_builder.preview.problems_json import problems_json
from site_builder.preview.response import type_of
from site_builder.preview.script_tag import TAG, with_script
from site_builder.preview.shown import Built, changed_addresses
from site_builder.source import Span
from tests.preview.asking import SITE, ask


def test_a_page_without_its_tag_is_the_page_of_the_build(preview: Listening) -> None:
    for target, address in {
        "/": "index.html",
        "/index.html": "index.html",
        "/contacts/": "contacts/index.html",
        "/contacts/tara%20lindqvist.html?x=1": "contacts/tara lindqvist.html",
    }.items():
        answer = ask(preview.port, target)
        assert answer.status == 200
        assert answer.body.count(TAG) == 1
        assert answer.body.replace(TAG, b"") == SITE[address]
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert int(answer.headers["content-length"]) == len(answer.body)


def test_other_files_are_served_as_they_are(preview: Listening) -> None:
    kinds = {
        "static/css/base.css": "text/css; charset=utf-8",
        "static/js/copy.js": "text/javascript; charset=utf-8",
        "calendar.ics": "text/calendar; charset=utf-8",
    }
    for address, kind in kinds.items():
        answer = ask(preview.port, f"/{address}")
        assert answer.body == SITE[address]
        assert answer.headers["content-type"] == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *(("mine.woff2", "font/woff2"), ("mine.woff", "font/woff")),
        *(("mine.TTF", "font/ttf"), ("mine.otf", "font/otf")),
        ("mine.mjs", "text/javascript; charset=utf-8"),
        ("mine.webmanifest", "application/manifest+json"),
        ("mine.csv", "text/csv; charset=utf-8"),
        ("mine.bin", "application/octet-stream"),
    ],
)
def test_what_a_theme_brings_is_told_as_what_it_is(name: str, kind: str) -> None:
    assert type_of(f"static/{name}") == kind


def test_the_tag_stands_before_the_last_end_of_the_body() -> None:
    html = b"<body><pre>&lt;/body></pre></body>\n</html>"
    assert with_script(html) == b"<body><pre>&lt;/body></pre>" + TAG + b"</body>\n</html>"
    assert with_script(b"<p>no body") == b"<p>no body" + TAG


def test_a_lost_page_wears_what_the_first_page_wears() -> None:
    first = (
        b'<head>\n<link rel="stylesheet" href="static/css/a.css">\n'
        b'<script src="static/js/a.js" data-live></script></head>\n<script src="b.js"></script>'
    )
    page = (
        b'<head><title>x</title></head><a href="index.html">1</a><a href="https://b.example">2</a>'
    )
    assert lost_page(page, first) == (
        b'<head><title>x</title><link rel="stylesheet" href="/static/css/a.css">\n'
        b'<script src="/static/js/a.js" data-live></script></head>'
        b'<a href="/index.html">1</a><a href="https://b.example">2</a>'
    )
    assert lost_page(b"<p>no head", first) == b"<p>no head"


def test_head_is_the_same_without_the_page(preview: Listening) -> None:
    got, head = ask(preview.port), ask(preview.port, method="HEAD")
    assert head.body == b""
    assert head.headers == got.headers
    assert ask(preview.port, "/__live", method="HEAD").status == 200


def test_a_folder_without_its_slash_leads_to_it(preview: Listening) -> None:
    answer = ask(preview.port, "/contacts")
    assert answer.status == 302
    assert answer.headers["location"] == "/contacts/"


def test_an_unknown_address_shows_the_sites_own_page_which_listens(preview: Listening) -> None:
    answer = ask(preview.port, "/contacts/nobody.html")
    assert answer.status == 404
    assert b"No door here" in answer.body
    assert TAG in answer.body


def test_a_page_tells_which_build_made_it(preview: Listening, live: Live) -> None:
    number = live.shown.number
    assert ask(preview.port).headers["server-timing"] == f'build;desc="abcd.{number}"'
    script = ask(preview.port, "/__live.js").body
    assert f'"abcd.{number}"'.encode() in script
    assert b"@BUILD@" not in script
    assert b"innerHTML" not in script
    assert len(script) < 20_000


def test_while_nothing_is_built_a_page_says_so_and_listens(
    preview: Listening, unbuilt: Live
) -> None:
    unbuilt.show(Built(files=None, problems=b'{"errors": 1}', errors=1))
    answer = ask(preview.port, "/contacts/tara.html")
    assert answer.status == 503
    assert TAG in answer.body
    assert ask(preview.port, "/__problems.json").body == b'{"errors": 1}'


def test_the_last_good_site_stays(preview: Listening, fresh: Live) -> None:
    fresh.show(Built(files=None, problems=b"{}", errors=1))
    assert ask(preview.port).body.replace(TAG, b"") == SITE["index.html"]


def test_changed_addresses_are_those_whose_bytes_differ() -> None:
    old = {"a": b"1", "b": b"1", "c": b"1"}
    assert changed_addresses(old, {"a": b"1", "b": b"2", "d": b"1"}) == ("b", "c", "d")
    assert changed_addresses(old, dict(old)) == ()
    assert changed_addresses({}, old) == ("a", "b", "c")
    assert changed_addresses(old, {}) == ("a", "b", "c")


def found(severity: Severity, line: int = 3, message: str = 'no "x"') -> Diagnostic:
    """Return a finding."""
    span = Span(line, 8, line, 10)
    return Diagnostic(
        "unknown-tie", severity, message, "contacts/a.md", span, "type y", "knows: xx"
    )


def test_the_overlay_is_told_every_error_in_full() -> None:
    editor = Editor(Path("/v v"), "vscode://file/{path}:{line}:{column}")
    diagnostics = (found(Severity.ERROR, 9), found(Severity.WARNING), found(Severity.ERROR))
    document = json.loads(problems_json(diagnostics, editor.link))
    assert (document["errors"], document["warnings"], document["unshown"]) == (2, 1, 0)
    first, second = document["problems"]
    assert (first["line"], second["line"]) == (3, 9)
    assert first == {
        "id": "unknown-tie",
        "message": 'No "x"',
        "place": "contacts/a.md:3:8",
        "line": 3,
        "before": "knows: ",
        "marked": "xx",
        "after": "",
        "cure": "Type y",
        "edit": "vscode://file/v%20v/contacts/a.md:3:8",
    }


def test_what_cannot_be_seen_is_made_visible_in_the_overlay() -> None:
    hidden = found(Severity.ERROR, message="a\u202eb\x1b[31m")
    (problem,) = json.loads(problems_json((hidden,), lambda *_: ""))["problems"]
    assert problem["message"] == "A\\u202eb\\x1b[31m"


def test_hundreds_of_errors_are_counted_not_shown() -> None:
    many = tuple(found(Severity.ERROR, line) for line in range(1, 251))
    document = json.loads(problems_json(many, lambda *_: ""))
    assert (document["errors"], document["unshown"], len(document["problems"])) == (250, 150, 100)


@pytest.mark.parametrize(
    ("pattern", "link"),
    [
        ("vscode://file/{path}:{line}:{column}", "vscode://file/v/a%26b.md:2:5"),
        ("idea://open?file={path}&line={line}", "idea://open?file=/v/a%26b.md&line=2"),
        ("subl://open?url=file:///{path}", "subl://open?url=file:///v/a%26b.md"),
        ("", ""),
    ],
)
def test_an_editor_is_opened_by_a_link(pattern: str, link: str) -> None:
    assert Editor(Path("/v"), pattern).link("a&b.md", Span(2, 5, 2, 6)) == link


@pytest.mark.parametrize(
    "pattern",
    ["javascript:alert('{path}')", "data:{path}", "{path}", "vscode://x", "JavaScript:{path}"],
)
def test_a_pattern_that_is_no_link_is_refused(pattern: str) -> None:
    with pytest.raises(EditorUrlError, match="DOORSTEP_EDITOR_URL must be like"):
        Editor(Path("/v"), pattern)

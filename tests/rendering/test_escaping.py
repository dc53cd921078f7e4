"""Hostile texts in every field of a file are shown as they are typed, and do nothing."""

import pytest

from site_builder.pages.connectors import connectors_page
from site_builder.pages.contact_index import contact_index
from site_builder.pages.door import door_pages
from site_builder.pages.doors import doors_pages
from site_builder.pages.page import Page
from site_builder.pages.today import today_page
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import insights_in
from tests.support.theme_files import html_of

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "</title></desc></svg><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;",
    "x" * 400,
    "\u202eevil\u0301 \U0001f6aa 漢字漢字漢字漢字漢字漢字",
)

VAULT = """
== contacts/me.md
name: Me {0}
me: true
role: Role {0}
org: Org {0}
groups: [team/a {0}]
== contacts/t.md
name: T{0} Target
role: Role {0}
org: Org {0}
location: Place {0}
email: {0}@x.example
groups: [team/a {0}]
== contacts/s.md
name: S{0} Sam
email: "{0}"
== contacts/b.md
name: B{0} Ben
closeness: 4
knows: [t 4 {0}]
== contacts/c.md
name: C{0} Chloe
groups: [team/a]
== contacts/h.md
name: H{0} Hana
cadence: 1m
== contacts/n.md
name: N{0} Mina
ask: no
knows: [t 3 {0}]
== intros/t.md
target: t
introducer: s
goal: Goal {0}
why: Why {0}
- 2026-09-28 introduced: {0}
- 2026-09-28 wrote: {0}
- 2026-10-14 nudged: {0}
- 2026-10-28 nudged: {0}
- 2026-11-01 thanked: {0}
"""


def pages_with(payload: str) -> list[Page]:
    quoted = payload.replace("\\", "\\\\").replace('"', '\\"')
    text = VAULT.replace("[team/a {0}]", f'["team/a {quoted}"]')
    text = text.replace("4 {0}]", f'4 {quoted}"]').replace("3 {0}]", f'3 {quoted}"]')
    text = text.replace("knows: [t", 'knows: ["t').replace('"{0}"', "'x'")
    lines = [_quoted(line, quoted, payload) for line in text.splitlines()]
    insights = insights_in("\n".join(lines))
    assert len(insights.doors) == 1
    return [
        today_page(insights),
        *doors_pages(contact_index(insights)),
        *door_pages(insights),
        connectors_page(insights),
    ]


def _quoted(line: str, quoted: str, payload: str) -> str:
    if line.startswith("- "):
        return line.replace("{0}", payload)
    key, _, value = line.partition(": ")
    return f'{key}: "{value.replace("{0}", quoted)}"' if "{0}" in value else line


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_only_text(payload: str) -> None:
    for page in pages_with(payload):
        for theme in ("default", "plain"):
            read = HtmlReader(html_of(page, theme))
            assert read.faults == []
            assert all(script["src"].endswith(".js") for script in read.all("script"))
            assert not read.all("img")
            for _, attributes in read.tags:
                assert not {name for name in attributes if name.startswith("on") or name == "style"}
                assert not attributes.get("href", "").startswith("javascript:")


def test_template_syntax_in_a_file_is_not_run() -> None:
    door = next(page for page in pages_with("{{ 7 * 7 }}") if page.template == "door.html")
    text = HtmlReader(html_of(door)).text
    assert "{{ 7 * 7 }}" in text
    assert "49" not in text

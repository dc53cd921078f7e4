"""Hostile texts in every field of a file are shown as they are typed, and do nothing."""

import json
from collections.abc import Iterator

import pytest

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.insights.insight import Insights
from site_builder.pages.page import Page
from site_builder.pages.site import plan_site
from site_builder.source import Span
from tests.support.html_reader import HtmlReader
from tests.support.theme_files import html_of
from tests.support.vaults import insights_of

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "</title></pre></mark></desc></svg><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "[[sam|<b onclick=x>]]",
    "&lt;b&gt;",
    "x" * 400,
    "\u202eevil\u0301 \U0001f6aa 漢字漢字漢字漢字漢字漢字",
)


def hostile(payload: str) -> Insights:
    """Write the payload into every field there is, around a door that needs somebody else."""
    quoted = json.dumps(payload, ensure_ascii=False)
    texts = json.dumps([payload, f"https://x.example/{payload}"], ensure_ascii=False)
    keys = ("role", "org", "location", "timezone", "language", "channel", "tea")
    facts = "\n".join(f"{key}: {quoted}" for key in keys)
    lists = "\n".join(f"{key}: {texts}" for key in ("email", "phone", "url", "aliases", "tags"))
    group = json.dumps(f"team/a 2001-2003 {payload}", ensure_ascii=False)
    tie, loose = (
        json.dumps(f"{text} {payload}", ensure_ascii=False) for text in ("sam 3?", "tara 4")
    )
    asks = "\n".join(f"{key}: {quoted}" for key in ("goal", "why", "channel", "blind"))
    events = ("09-28 introduced", "09-28 wrote", "10-14 nudged", "10-28 nudged", "12-01 met")
    log = "\n".join(f"- 2026-{event}: {payload}" for event in events)
    contacts = {
        "me": f"me: true\n{facts}\ngroups: [{group}]",
        "tara": f"{facts}\n{lists}\ngroups: [{group}]\nknows: [{tie}]",
        "sam": f"groups: [{group}]",
        "ben": f"closeness: 4\nknows: [{loose}]",
        "mina": f"ask: no\nknows: [{loose}]",
        "hana": "cadence: 1m",
    }
    body = f"{payload} [[tara|{payload}]]\n\n## Log\n\n"
    files = {
        f"contacts/{who}.md": f"---\nname: {json.dumps(who + payload, ensure_ascii=False)}\n"
        f"{text}\n---\n{body}- 2026-11-01 call: {payload}\n"
        for who, text in contacts.items()
    }
    spoke = f"---\ntarget: tara\nintroducer: sam\n{asks}\ntea: {quoted}\n---\n{body}{log}\n"
    return insights_of({**files, "intros/it.md": spoke}, "2026-11-22")


def pages_with(payload: str) -> Iterator[Page]:
    """Plan every page of a site."""
    insights = hostile(payload)
    assert [door.suggestion.suggested != () for door in insights.doors] == [True]
    span = Span(1, 3, 1, 9)
    found = Diagnostic(payload, Severity.ERROR, payload, payload, span, payload, payload)
    plan = plan_site(insights, (found,))
    return (page for sheaf in plan.sheaves.values() for page in sheaf)


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
                assert not attributes.get("href", "").lower().startswith(("javascript", "data:"))


def test_the_payload_does_reach_the_page() -> None:
    """The positive control: what is harmless above is there."""
    text = " ".join(HtmlReader(html_of(page)).text for page in pages_with(PAYLOADS[0]))
    assert text.count(PAYLOADS[0]) > 200


def test_template_syntax_in_a_file_is_not_run() -> None:
    for page in pages_with("{{ 7 * 7 }}"):
        if "tara" in page.address:
            text = HtmlReader(html_of(page)).text
            assert "{{ 7 * 7 }}" in text
            assert "49" not in text

"""Two doors to one person: the later one has a number, and each leads to the other."""

from site_builder.insights.insight import Insights
from site_builder.model.contact import ContactId
from site_builder.pages.contact import contact_pages
from site_builder.pages.contact_index import contact_index
from site_builder.pages.door import door_page, door_parts
from site_builder.pages.door_line import door_line
from tests.support.insights_sample import door_in, insights_in
from tests.support.theme_files import html_of

AGAIN = """
== contacts/t.md
name: Tara
== contacts/s.md
name: Sam
== contacts/b.md
name: Ben
== intros/a.md
target: t
introducer: s
{thread}
- 2025-05-01 introduced
- 2025-06-01 closed: lost
== intros/b.md
target: t
introducer: s
{thread}
- 2026-02-01 introduced
- 2026-03-01 closed: won
== intros/c.md
target: t
introducer: b
{thread}
- 2026-11-20 asked
"""
OTHER = "== intros/d.md\ntarget: t\nintroducer: b\nthread: '2'\n- 2026-11-20 asked\n"


def parts_of(insights: Insights, name: str) -> list[tuple[str, str, str]]:
    parts = door_parts(insights, door_in(insights, name).thread)
    return [(part.label, part.door.text.replace("\u00a0", " "), part.door.href) for part in parts]


def test_each_door_leads_to_the_one_before_and_the_one_after() -> None:
    found = insights_in(AGAIN.replace("{thread}\n", ""))
    assert parts_of(found, "t") == [("Later door", "over, won", "threads/t--2.html")]
    assert parts_of(found, "t--2") == [
        ("Earlier door", "over, lost", "threads/t.html"),
        ("Later door", "asked Ben, 2 days", "threads/t--3.html"),
    ]
    assert parts_of(found, "t--3") == [("Earlier door", "over, won", "threads/t--2.html")]


def test_a_number_that_names_another_pursuit_is_passed_over() -> None:
    found = insights_in(AGAIN.replace("{thread}\n", "") + OTHER)
    assert [label for label, _, _ in parts_of(found, "t--2")] == ["Another open door to Tara"]
    assert next(href for _, _, href in parts_of(found, "t")) == "threads/t--3.html"
    assert [href for _, _, href in parts_of(found, "t--3")][:2] == [
        *("threads/t.html", "threads/t--4.html"),
    ]


def test_a_door_of_another_pursuit_is_named_while_it_is_open() -> None:
    found = insights_in(AGAIN.replace("{thread}", "thread: Pilot").replace("\n\n", "\n") + OTHER)
    told = ("Another open door to Tara", "Tara · 2, asked Ben, 2 days", "threads/t--2.html")
    assert parts_of(found, "t--pilot--3")[1:] == [told]
    assert parts_of(found, "t--2") == [
        (
            "Another open door to Tara",
            "Tara · Pilot (3), asked Ben, 2 days",
            told[2][:-6] + "pilot--3.html",
        )
    ]


def test_the_later_door_has_its_number_in_title_and_heading() -> None:
    for thread, name in (("", "Tara"), ("thread: Pilot", "Tara · Pilot")):
        found = insights_in(AGAIN.replace("{thread}", thread).replace("\n\n", "\n"))
        key = "--pilot" if thread else ""
        html = html_of(door_page(found, door_in(found, f"t{key}--2")))
        assert f"<title>{name} (2) · " in html
        assert f">{name} (2)</a></h1>" in html
        assert f'Earlier door: <a href="../threads/t{key}.html">over, lost</a> · Later' in html
        assert door_line(found.vault, door_in(found, f"t{key}--2")).door.text == f"{name} (2)"
        first = html_of(door_page(found, door_in(found, f"t{key}")))
        assert f"<title>{name} · " in first


def test_a_key_that_folds_twice_still_has_its_parts() -> None:
    found = insights_in(AGAIN.replace("{thread}", "thread: \u0390 \u01f0").replace("\n\n", "\n"))
    names = [door_line(found.vault, door).door.text[-4:] for door in found.by_thread.values()]
    assert sorted(names)[:2] == [" (2)", " (3)"]


def test_who_could_open_a_later_door_sees_its_number() -> None:
    again = AGAIN.replace("{thread}\n", "").replace("2026-11-20", "2026-06-20")
    found = insights_in(again + "== contacts/c.md\nname: Cleo\ncloseness: 4\nknows: [t 4]\n")
    cleo = contact_pages(contact_index(found)).plan(ContactId("c"))
    assert '<a href="../threads/t--3.html">Tara (3)</a>' in html_of(cleo)

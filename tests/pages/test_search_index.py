"""The search index: what is in it, in which order, and that no text can leave its place."""

import re
from collections.abc import Mapping

from site_builder.insights.insight import Insights
from site_builder.model.settings import GroupInfo, Settings
from site_builder.pages.contact_index import contact_index
from site_builder.pages.search_index import (
    SearchEntry,
    SearchNotes,
    circle_entry,
    index_line,
    kinds_of,
    search_files,
)
from site_builder.pages.tag_uses import tag_uses
from tests.support.insights_sample import sample_insights
from tests.support.vaults import Files, insights_of, intro, people, settings_of

TODAY = "2026-11-22"
TARA = """---
name: Tara Lindqvist
called: Titti
aliases: [Mira Berg, "T; L"]
email: [tara@northwind.example, t@home.example]
phone: "+46 555"
org: Northwind
role: VP Platform
location: Stockholm
groups: [team/oslo-rowing 2009-2012 stroke, team/oslo-rowing 2015, school/kth]
knows: [sam 4 shared a lab]
tags: [platform]
hobby: [sailing, chess]
---

Likes short mails. #pilot #platform

## Log

- 2026-06-03: met at the harbour
"""
FILES: Files = {
    **people("ana sam"),
    "contacts/tara.md": TARA,
    "contacts/me.md": "---\nname: Robin\nme: true\n---\n",
    "intros/b.md": intro(
        "2026-09-20 asked: over lunch\n2026-09-28 introduced", goal="Coffee", why="We measured"
    ),
    "intros/c.md": intro("", requester="sam", goal="Advice", tags="[gift]"),
}
OSLO = settings_of('[groups."team/oslo-rowing"]\nname = "Oslo Rowing"\n')


def insights(files: Files = FILES) -> Insights:
    return insights_of(dict(sorted(files.items())), TODAY, OSLO)


def entries(files: Files = FILES) -> dict[str, SearchEntry]:
    found = insights(files)
    kinds = kinds_of(contact_index(found), tag_uses(found.vault))
    made = (kind.entry(row) for kind in kinds for row in kind.rows.values())
    return {entry.href: entry for entry in made}


def told(files: Files = FILES) -> dict[str, SearchNotes]:
    found = insights(files)
    kinds = kinds_of(contact_index(found), tag_uses(found.vault))
    made = (kind.notes(row) for kind in kinds if kind.notes for row in kind.rows.values())
    return {notes.href: notes for notes in made}


def searched(found: Insights) -> Mapping[str, bytes]:
    return search_files(contact_index(found), tag_uses(found.vault))


def rows(script: bytes) -> list[list[str]]:
    """Return the fields that a browser reads."""
    text = re.fullmatch(
        r"doorstepSearch\.take\('\w+', `((?:[^\\`$]|\\.)*)`\);\n", script.decode(), re.DOTALL
    )
    assert text, script
    plain = text[1].replace(r"\x3c", "<")
    return [re.sub(r"\\(.)", r"\1", line).split("\t") for line in plain.split("\n")]


def test_a_person_is_found_by_all_that_their_page_says() -> None:
    assert entries()["contacts/tara.html"] == SearchEntry(
        href="contacts/tara.html",
        name="Tara Lindqvist",
        line="VP Platform, Northwind · Stockholm",
        circles="Oslo Rowing; KTH",
        tags="platform pilot",
        aliases="Titti; Mira Berg; T; L",
    )
    assert told()["contacts/tara.html"] == SearchNotes(
        href="contacts/tara.html",
        reach="tara@northwind.example; t@home.example; +46 555",
        notes="Likes short mails. #pilot #platform · met at the harbour · shared a lab · stroke"
        " · hobby: sailing, chess",
    )


def test_a_door_says_how_it_stands_and_what_for() -> None:
    door = entries()["threads/tara.html"]
    assert (door.name, door.goal) == ("Tara Lindqvist", "Coffee")
    assert door.line == "Northwind · introduced, your turn, 55\xa0days"


def test_an_introduction_leaves_the_goal_to_its_door() -> None:
    made = entries()["intros/b.html"]
    assert (made.name, made.line) == ("Tara Lindqvist through Ana", "20\xa0Sep\xa02026")
    assert made.goal == ""
    assert told()["intros/b.html"].notes == "We measured · over lunch"


def test_a_favour_has_no_door_and_tells_its_goal_itself() -> None:
    favour = entries()["intros/c.html"]
    assert (favour.line, favour.tags, favour.goal) == ("a favour", "gift", "Advice")


def test_a_circle_says_its_kind_and_how_many_are_in_it() -> None:
    circle = entries()["groups/team-oslo-rowing.html"]
    assert (circle.name, circle.line) == ("Oslo Rowing", "team, 1 member")


def test_a_circle_has_the_size_of_its_own_page() -> None:
    settings = Settings(groups={"team/x": GroupInfo("Eight", 8)})
    files = {"contacts/ana.md": "---\nname: Ana\ngroups: [team/x]\n---\n"}
    circle = insights_of(files, "2026-11-22", settings).vault.circles["team/x"]
    assert circle_entry(circle).line == "team, 8 members, 1 of them here"


def test_a_tag_says_what_carries_it() -> None:
    tag = entries()["tags/pilot.html"]
    assert (tag.name, tag.line, tag.tags) == ("#pilot", "1 person", "")


def test_people_come_before_doors_introductions_circles_and_tags() -> None:
    keys = [row[0] for row in rows(searched(insights())["search-index.js"])]
    assert keys == [
        *("c/ana", "c/me", "c/sam", "c/tara", "t/tara", "i/b", "i/c"),
        *("g/school-kth", "g/team-oslo-rowing", "a/gift", "a/pilot", "a/platform"),
    ]


def test_notes_and_addresses_stand_apart_for_those_who_have_any() -> None:
    files = searched(insights())
    assert [row[0] for row in rows(files["search-notes.js"])] == ["c/tara", "i/b"]
    assert b"harbour" not in files["search-index.js"]
    assert b"home.example" not in files["search-index.js"]
    assert rows(files["search-notes.js"])[0][2].startswith("tara@northwind.example")


def test_no_text_leaves_its_field_its_line_or_its_script() -> None:
    text = "a\tb\nc `d` ${e} \\n </script> \u2028 f"
    line = index_line(SearchEntry(href="contacts/x.html", name=text, goal="g")).decode()
    assert line.isprintable() or "\t" in line
    assert "\n" not in line
    assert "\u2028" not in line
    assert not re.search(r"<|(?<!\\)[`$]", line)
    shown = "a b c `d` ${e} \\n </script> f"
    assert rows(f"doorstepSearch.take('x', `{line}`);\n".encode()) == [
        ["c/x", shown, "", "", "", "", "g"]
    ]


def test_who_has_nothing_to_tell_has_no_line_of_notes() -> None:
    assert index_line(SearchNotes(href="contacts/x.html", notes="")) == b""
    assert index_line(SearchNotes(href="contacts/x.html", notes="`")) == b"c/x\t\\`"


def test_the_files_hold_what_was_typed() -> None:
    name = r"O\u0041 `Neill` ${x}</script>"
    files = {"contacts/x.md": f"---\nname: '{name}'\n---\n"}
    assert rows(searched(insights(files))["search-index.js"]) == [["c/x", name]]


def test_an_empty_vault_has_an_empty_index() -> None:
    files = searched(insights({}))
    assert files == {
        "search-index.js": b"doorstepSearch.take('index', ``);\n",
        "search-notes.js": b"doorstepSearch.take('notes', ``);\n",
    }


def test_one_edit_changes_one_line() -> None:
    changed = {**FILES, "contacts/sam.md": "---\nname: Sam\n---\n\nPlays the violin.\n"}
    before, after = (
        searched(insights()),
        searched(insights(changed)),
    )
    assert before["search-index.js"] == after["search-index.js"]
    old, new = (rows(files["search-notes.js"]) for files in (before, after))
    assert [row for row in new if row not in old] == [["c/sam", "Plays the violin."]]


def test_the_same_vault_gives_the_same_bytes() -> None:
    assert searched(sample_insights()) == searched(sample_insights())

"""The first page: a headline that answers, my debts first, nothing shown twice."""

from typing import cast

import pytest

from site_builder.pages.today import TodayView, today_page
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import DOOR, insights_in, sample_insights
from tests.support.theme_files import html_of


def view_of(text: str | None = None, *, today: str = "2026-11-22") -> TodayView:
    insights = sample_insights() if text is None else insights_in(text, today=today)
    return cast("TodayView", today_page(insights).view)


def names(view: TodayView, section: str) -> list[str]:
    found = [one for one in view.sections if one.id == section]
    return [row.name.text for one in found for row in one.rows.shown]


def test_the_headline_counts_the_doors_that_need_a_move() -> None:
    view = view_of()
    assert (view.day, view.headline) == ("Sunday, 22 November 2026", "Eight doors need a move")
    assert view.sentence == (
        "Three are yours to answer. Five have gone quiet; somebody else could open two of them."
    )


@pytest.mark.parametrize(("doors", "which"), [(1, "it"), (2, "both"), (3, "all of them")])
def test_the_headline_calls_all_of_them_all(doors: int, which: str) -> None:
    text = "== contacts/s.md\nname: Sam\n"
    for at in range(doors):
        text += f"== contacts/t{at}.md\nname: Tara\n== contacts/b{at}.md\nname: Ben\n"
        text += f"knows: [t{at} 4]\n== intros/{at}.md\ntarget: t{at}\nintroducer: s\n"
        text += "- 2026-10-01 asked\n"
    assert view_of(text).sentence.endswith(f" gone quiet; somebody else could open {which}.")


def test_my_own_debts_come_first() -> None:
    view = view_of()
    assert [section.id for section in view.sections] == ["mine", "quiet", "coming", "losing"]
    assert names(view, "mine") == ["Noor Haddad", "Jonas Keller", "Ines Costa"]


def test_a_quiet_door_names_who_could_help_and_leads_to_the_words() -> None:
    view = view_of()
    tara = next(r for s in view.sections for r in s.rows.shown if r.name.text == "Tara Lindqvist")
    assert tara.person
    assert (tara.person.text, tara.person_note) == (
        "Ben Ito",
        "knows Tara: good contact, platform group",
    )
    assert (tara.badge.kind, tara.badge.words) == ("stalled", "16\u00a0days")
    assert tara.act
    assert (tara.act.text, tara.act.href) == ("Words for Ben", "threads/tara-lindqvist.html#words")


def test_somebody_whose_tie_is_a_guess_is_to_be_asked_about_it_first() -> None:
    view = view_of("""
== contacts/t.md
name: Tara
groups: [team/crew 2009-2012]
== contacts/c.md
name: Chloe
closeness: 4
groups: [team/crew 2009-2012]
== contacts/s.md
name: Sam
== intros/t.md
target: t
introducer: s
- 2026-09-01 introduced
- 2026-09-01 wrote
- 2026-09-10 nudged
- 2026-09-20 nudged
- 2026-09-21 thanked
""")
    row = view.sections[0].rows.shown[0]
    assert row.person
    assert (row.person.text, row.person_note) == (
        "Chloe",
        "first: ask how well they know each other",
    )
    assert view.sentence == "One has gone quiet; somebody else could open it."
    assert view.headline == "One door needs a move"


@pytest.mark.parametrize(
    ("log", "note"),
    [
        (
            "- 2026-11-02 scheduled 2026-11-24",
            "You meet Ben on 24 Nov 2026: ask then, or after that",
        ),
        (
            "- 2026-11-02 replied",
            "Ben has waited for your answer since 2 Nov 2026: answer before you ask",
        ),
        ("- 2026-11-02 closed: won", ""),
    ],
)
def test_whoever_is_named_comes_with_what_comes_first(log: str, note: str) -> None:
    view = view_of(f"""
== contacts/t.md
name: Tara
== contacts/b.md
name: Ben
knows: [t 3]
== contacts/s.md
name: Sam
== intros/t.md
target: t
introducer: s
- 2026-11-10 asked
- 2026-11-20 passed
== intros/b.md
target: b
introducer: s
- 2026-11-01 introduced
{log}
""")
    rows = {row.name.text: row for section in view.sections for row in section.rows.shown}
    note = f"knows Tara: good contact. {note}".removesuffix(". ")
    assert rows["Tara"].person_note.replace("\u00a0", " ") == note


def test_meetings_and_near_stalls_are_listed_by_day() -> None:
    view = view_of(
        """
== contacts/v.md
name: Vic
== contacts/e.md
name: Esra
== contacts/o.md
name: Omar
== contacts/g.md
name: Gus
== intros/v.md
target: v
introducer: g
- 2026-11-17 replied
- 2026-11-23 wrote
== intros/e.md
target: e
introducer: g
- 2026-11-10 scheduled 2026-11-24
== intros/o.md
target: o
introducer: g
- 2026-11-06 introduced
- 2026-11-07 wrote
- 2026-11-10 nudged
- 2026-11-16 interrupted
""",
        today="2026-11-24",
    )
    coming = next(section for section in view.sections if section.id == "coming")
    assert coming.plain
    days = [(row.name.text, row.badge.words.replace("\u00a0", " ")) for row in coming.rows.shown]
    assert days == [("Esra", "Tue 24 Nov"), ("Omar", "Mon 30 Nov")]
    assert "Stalls if nothing happens" in coming.rows.shown[1].text
    assert [(figure.count, figure.words) for figure in view.figures][2:] == [
        (1, "more will stall this week"),
        (1, "meeting ahead"),
    ]


def test_an_introducer_who_never_heard_how_it_went_is_a_loop_to_close() -> None:
    view = view_of(f"""{DOOR}- 2026-09-01 introduced
- 2026-09-01 wrote
- 2026-09-10 closed: lost
""")
    assert view.headline == "Nothing needs a move today"
    assert view.sentence == ""
    assert names(view, "loops") == ["Sam"]
    (section,) = view.sections
    assert section.rows.shown[0].text == "Does not know yet how it went with Tara."


def test_who_passed_is_not_said_to_have_done_a_favour() -> None:
    view = view_of(f"""{DOOR}- 2026-09-01 asked
- 2026-09-02 passed
- 2026-09-10 closed: lost
""")
    (section,) = view.sections
    assert section.note == "they have not heard from you since"
    said = "Did not introduce you to Tara: tell them that this is all right."
    assert [row.text for row in section.rows.shown] == [said]


def test_people_past_their_cadence_are_listed_the_longest_first() -> None:
    view = view_of("""
== contacts/a.md
name: Ana
cadence: 1m
last_contact: 2026-10-01
== contacts/b.md
name: Ben
cadence: 2w
last_contact: 2026-01-01
== contacts/c.md
name: Chloe
cadence: 1y
== contacts/d.md
name: Dev
cadence: 1y
last_contact: 2026-11-01
== intros/a.md
target: a
introducer: b
""")
    losing = next(section for section in view.sections if section.id == "losing")
    assert [row.name.text for row in losing.rows.shown] == ["Ben", "Ana", "Chloe"]
    assert losing.rows.shown[1].text == "You wanted to be in touch every month."
    assert losing.rows.shown[2].badge.words == "never yet"


def test_a_long_section_is_counted_not_shown_in_full() -> None:
    people = [f"== contacts/p{n}.md\nname: P{n}\ncadence: 1m\n" for n in range(30)]
    page = today_page(insights_in("".join(people) + "== intros/x.md\ntarget: p1\nintroducer: p2\n"))
    view = cast("TodayView", page.view)
    losing = next(section for section in view.sections if section.id == "losing")
    assert (len(losing.rows.shown), losing.rows.more) == (25, 5)
    assert "5 more are in the list of contacts ." in HtmlReader(html_of(page)).text


def test_the_page_shows_every_row_with_its_sentence() -> None:
    insights = sample_insights()
    text = HtmlReader(html_of(today_page(insights))).text
    for door in insights.doors:
        assert (door.move.because in text) == (door.move.name not in ("none", "wait"))
    assert (
        "Hana Novak You wanted to be in touch every 3\u00a0months." in text or "Hana Novak" in text
    )

"""The button of a row: a mail where one mail does it, else the words, else the door."""

from typing import cast
from urllib.parse import unquote

import pytest

from site_builder.insights.insight import Insights
from site_builder.pages.today import TodayView, today_page
from site_builder.pages.today_rows import Row
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import DOOR, insights_in, sample_insights
from tests.support.theme_files import html_of


def rows(insights: Insights) -> dict[str, Row]:
    view = cast("TodayView", today_page(insights).view)
    return {row.name.text: row for section in view.sections for row in section.rows.shown}


def links(insights: Insights) -> dict[str, str]:
    """Return where each button leads, by its words."""
    page = HtmlReader(html_of(today_page(insights)))
    acts = [a["href"] for a in page.all("a") if "row-act" in a.get("class", "")]
    named = [row for row in rows(insights).values() if row.act]
    return {row.name.text: link for row, link in zip(named, acts, strict=True)}


@pytest.mark.parametrize(
    ("name", "text", "link"),
    [
        ("Noor Haddad", "Mail Noor", "mailto:noor@havn.example?bcc=priya%40example.org&"),
        ("Jonas Keller", "Mail Lena", "mailto:lena@example.org?subject="),
        ("Ines Costa", "Words for Sam", "threads/ines-costa.html#words"),
        ("Tara Lindqvist", "Words for Ben", "threads/tara-lindqvist.html#words"),
        ("Vic Weber", "Words for Vic", "threads/vic-weber.html#words"),
        ("Omar Ali", "Words for Dev", "threads/omar-ali.html#words"),
        ("Pavel Sorokin", "Ask another", "threads/pavel-sorokin.html"),
        ("Hana Novak", "Open page", "contacts/hana-novak.html"),
    ],
)
def test_a_row_has_one_action(name: str, text: str, link: str) -> None:
    act = rows(sample_insights())[name].act
    assert act
    assert act.text == text
    assert links(sample_insights())[name].startswith(link)


def test_a_mail_carries_the_words() -> None:
    mail = unquote(links(sample_insights())["Noor Haddad"])
    assert "What I would like to ask: What Havn learned from its data contracts." in mail


@pytest.mark.parametrize(
    ("address", "act"), [("", "Words for Tara"), ("email: tara@example.org\n", "Mail Tara")]
)
def test_an_answer_is_a_mail_where_the_address_is_known(address: str, act: str) -> None:
    found = insights_in(f"""
== contacts/t.md
name: Tara
{address}== contacts/s.md
name: Sam
== intros/t.md
target: t
introducer: s
- 2026-11-01 introduced
- 2026-11-20 replied
""")
    shown = rows(found)["Tara"].act
    assert shown
    assert shown.text == act


def test_the_other_way_is_not_a_mail_even_where_the_address_is_known() -> None:
    found = insights_in("""
== contacts/t.md
name: Tara
email: tara@example.org
== contacts/s.md
name: Sam
== intros/t.md
target: t
introducer: s
- 2026-11-01 introduced
- 2026-11-02 wrote
- 2026-11-12 nudged
""")
    assert links(found) == {"Tara": "threads/t.html#words"}
    control = insights_in("""
== contacts/t.md
name: Tara
email: tara@example.org
== contacts/s.md
name: Sam
== intros/t.md
target: t
introducer: s
- 2026-11-01 introduced
- 2026-11-12 wrote
""")
    assert links(control)["Tara"].startswith("mailto:tara@example.org?")


LOOP = """
== contacts/t.md
name: Tara
== contacts/s.md
name: Sam
{email}
== intros/t.md
target: t
introducer: s
- 2026-09-01 introduced
- 2026-09-01 wrote
{events}
"""


@pytest.mark.parametrize(
    ("email", "events", "text", "begin", "words"),
    [
        (
            "email: sam@example.org",
            "- 2026-09-10 closed: lost",
            "Mail Sam",
            "mailto:sam@example.org?subject=How it went with Tara",
            "I will leave it at that",
        ),
        (
            "",
            "- 2026-09-05 met: good talk\n- 2026-09-10 closed: won",
            "Write to Sam",
            "mailto:?subject=Thank you for introducing me to Tara",
            "[what came of it, in one sentence]",
        ),
    ],
)
def test_a_loop_is_closed_by_a_mail_with_the_words(
    email: str, events: str, *, text: str, begin: str, words: str
) -> None:
    found = insights_in(LOOP.format(email=email, events=events))
    act = rows(found)["Sam"].act
    assert act
    assert act.text == text
    link = unquote(links(found)["Sam"])
    assert link.startswith(begin)
    assert words in link
    assert "somebody else" not in link


def test_two_of_one_first_name_have_buttons_of_their_own() -> None:
    found = insights_in(
        "".join(
            f"""
== contacts/s{n}.md
name: Sam {name}
email: sam{n}@example.org
cadence: 1m
last_contact: 2026-09-01
== contacts/t{n}.md
name: Tara{n}
== intros/t{n}.md
target: t{n}
introducer: s{n}
- 2026-09-01 introduced
- 2026-09-01 wrote
- 2026-09-10 closed: lost
"""
            for n, name in enumerate(("Okafor", "Ito"))
        )
    )
    view = cast("TodayView", today_page(found).view)
    acts = [row.act.text for one in view.sections for row in one.rows.shown if row.act]
    assert sorted(acts) == sorted(["Mail Sam Ito", "Mail Sam Okafor"] * 2)


def test_somebody_past_their_cadence_is_mailed_at_the_first_address_that_is_one() -> None:
    found = insights_in("""
== contacts/a.md
name: Ana Lopes
email: ['"ana"@example.org', ana@example.org]
cadence: 1m
last_contact: 2026-10-01
== contacts/b.md
name: Ben
cadence: 1m
== contacts/t.md
name: Tara
== intros/t.md
target: t
introducer: b
""")
    assert links(found)["Ana Lopes"] == "mailto:ana@example.org"
    assert links(found)["Ben"] == "contacts/b.html"


def test_the_week_ahead_holds_deadlines_pauses_and_planned_steps_with_what_was_noted() -> None:
    people = "".join(f"== contacts/{who}.md\nname: {who.title()}\n" for who in "abcds")
    found = insights_in(f"""{people}
== intros/a.md
target: a
introducer: s
goal: A look at the draft
deadline: 2026-11-25
next: 2026-12-20 call
- 2026-11-20 introduced
== intros/b.md
target: b
introducer: s
- 2026-11-10 paused 2026-11-26: after the fair
== intros/c.md
target: c
introducer: s
next: 2026-11-24 send the paper
- 2026-11-20 wrote
== intros/d.md
target: d
introducer: s
deadline: 2026-11-30
next: 2026-12-20
- 2026-11-20 wrote
""")
    view = cast("TodayView", today_page(found).view)
    (coming,) = [section for section in view.sections if section.id == "coming"]
    assert [(row.name.text, row.text) for row in coming.rows.shown] == [
        ("C", "Planned: send the paper."),
        ("A", "Deadline: A look at the draft."),
        ("B", "The pause ends: after the fair."),
    ]


def test_what_happened_today_is_not_counted_as_no_days() -> None:
    found = insights_in(f"""{DOOR}- 2026-11-22 introduced
""")
    assert rows(found)["Tara"].badge.words == "today"

"""An introduction's page."""

from site_builder.pages.contact_index import contact_index
from site_builder.pages.intro import EVENTS_SHOWN, IntroView, LogEvent, intro_page, intro_pages
from site_builder.pages.page import Ref, SafeHtml
from tests.support.insights_sample import sample_insights
from tests.support.vaults import insights_of, intro, people


def view_of(log: str, body: str = "", **keys: str) -> IntroView:
    files = {**people("tara ana lena"), "intros/it.md": intro(log, **keys) + body}
    index = contact_index(insights_of(files, "2026-11-22"))
    view = intro_page(index.insights.vault.spokes[0], index).view
    assert isinstance(view, IntroView)
    return view


def facts(log: str = "", **keys: str) -> dict[str, tuple[str, str]]:
    found = view_of(log, **keys).facts
    return {one.label: (one.values[0].ref.text, one.values[0].note) for one in found}


def test_every_introduction_has_a_page() -> None:
    insights = sample_insights()
    pages = list(intro_pages(contact_index(insights)))
    assert len(pages) == len(insights.vault.spokes)
    assert {page.template for page in pages} == {"intro.html"}
    assert {"intros/tara.html", "intros/esra.html"} <= {page.address for page in pages}


def test_it_says_what_the_door_it_leads_to_needs() -> None:
    view = view_of("2026-11-01 introduced")
    assert view.title == "Tara through Ana"
    assert view.move.endswith("write to Tara")
    assert view.because
    assert view.door == Ref("Go to the door", "threads/tara.html")


def test_a_favour_is_no_door_of_mine() -> None:
    view = view_of("2026-11-01 introduced", requester="lena")
    assert (view.move, view.because, view.door) == ("Not your own door: for Lena", "", None)
    assert facts(requester="lena")["For"] == ("Lena", "")


def test_facts_have_a_line_only_where_there_is_something() -> None:
    assert facts() == {"Towards": ("Tara", ""), "Introducer": ("Ana", "")}
    found = facts(
        channel="email",
        deadline="2026-12-15",
        next="2026-12-01 ask again",
        thread="hiring",
        blind="he insisted",
        visibility="team",
    )
    assert found["Deadline"] == ("15\xa0Dec\xa02026", "")
    assert found["Next"] == ("ask again", "1\xa0Dec\xa02026")
    assert found["Without opt-in"] == ("he insisted", "")
    assert list(found)[-3:] == ["Pursuit", "Without opt-in", "Shown to"]


def test_a_planned_step_without_words_is_to_come_back() -> None:
    assert facts(next="2026-12-01")["Next"][0] == "come back"


def test_events_are_sentences_and_what_lies_ahead_is_told_apart() -> None:
    events = view_of("2026-11-01 asked: over lunch\n2026-12-01 met").events
    assert events.shown == (
        LogEvent(
            "1\xa0Nov", "2026-11-01", "me", "You asked Ana", SafeHtml("over lunch"), ahead=False
        ),
        LogEvent("1\xa0Dec", "2026-12-01", "both", "You met", SafeHtml(), ahead=True),
    )


def test_a_long_story_is_cut_at_its_beginning() -> None:
    log = "\n".join(f"2025-{m:02}-{d:02} wrote" for m in range(1, 6) for d in range(1, 25))
    events = view_of(log).events
    assert (len(events.shown), events.more) == (EVENTS_SHOWN, 20)
    assert events.shown[-1].iso == "2025-05-24"


def test_notes_mention_and_are_mentioned() -> None:
    files = {
        **people("tara ana"),
        "intros/it.md": "---\ntarget: tara\nintroducer: ana\n---\nSee [[tara]].\n",
        "contacts/tara.md": "---\nname: Tara\n---\nSee [[it]].\n",
    }
    index = contact_index(insights_of(files, "2026-11-22"))
    view = intro_page(index.insights.vault.spokes[0], index).view
    assert isinstance(view, IntroView)
    assert '<a href="../contacts/tara.html">Tara</a>' in view.notes
    assert [one.source.text for one in view.mentions.shown] == ["Tara"]

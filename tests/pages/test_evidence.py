"""The evidence page: what can be said, what cannot, and what to paste."""

from typing import cast

import pytest

from site_builder.insights.evidence import BaseRate, Evidence, collect
from site_builder.insights.evidence_rate import Rate
from site_builder.pages.evidence import (
    EvidencePageView,
    base_view,
    evidence_page,
    evidence_view,
    verdict,
    waits_words,
)
from tests.support.html_reader import HtmlReader, plain
from tests.support.insights_sample import PAIR, insights_in, sample_insights
from tests.support.theme_files import html_of
from tests.support.vaults import insights_of, intro, people

TODAY = "2026-11-22"
SCORE = sample_insights().vault.settings.score


def view_of(text: str | None = None) -> EvidencePageView:
    insights = sample_insights() if text is None else insights_in(text)
    return cast("EvidencePageView", evidence_page(insights).view)


def doors(number: int, first: str, second: str = "") -> Evidence:
    """Return the evidence of so many doors with the same story."""
    names = [f"t{at}" for at in range(number)]
    files = people(f"me ana ben {' '.join(names)}", me="me: true")
    for name in names:
        files[f"intros/{name}.md"] = intro(first, target=name)
        if second:
            files[f"intros/{name}-b.md"] = intro(second, target=name, introducer="ben")
    insights = insights_of(files, TODAY)
    return collect({d.thread.id: d.thread for d in insights.doors}, insights.network.ledger, SCORE)


NUDGED = "2026-01-01 introduced\n2026-02-10 nudged"


def test_each_move_stands_in_a_line_with_its_words() -> None:
    lines = {line.name: line for line in view_of().evidence.tactics}
    first = lines["First introduction"]
    assert plain(first.interval.words) == "5 of 6 answered (83 %, could be 44 to 97 %; early)"
    assert (plain(first.wait), first.pending) == ("3 days", 1)
    assert "too few to say" in lines["First nudge"].interval.words
    assert lines["Same person again"].interval.words == "nothing to count yet"


def test_half_of_the_answers_came_within_the_days_shown() -> None:
    evidence = doors(5, "2026-01-01 introduced\n2026-01-04 replied")
    view = evidence_view(sample_insights().vault, evidence, connectors=0)
    assert plain(view.tactics[0].wait) == "3 days"


def test_the_verdict_refuses_where_too_little_was_tried() -> None:
    assert verdict(doors(4, NUDGED)) == (
        "Too early to say what works once it is quiet: no move was tried 5 times."
    )


def test_one_move_alone_cannot_be_compared() -> None:
    assert verdict(doors(5, NUDGED)) == (
        "Nothing to compare yet: only a first nudge was tried 5 times."
    )


def test_ranges_that_overlap_prove_nothing() -> None:
    assert verdict(doors(5, NUDGED, "2026-03-20 introduced")) == (
        "No move is clearly better than another so far: their ranges overlap."
    )


def test_a_difference_in_few_attempts_is_an_early_sign() -> None:
    found = doors(19, NUDGED, "2026-03-20 introduced\n2026-03-22 replied")
    assert plain(verdict(found)) == (
        "An early sign: another person's introduction brought an answer more often than "
        "a first nudge: 100 % against 0 %."
    )


def test_a_clear_difference_is_said() -> None:
    found = doors(20, NUDGED, "2026-03-20 introduced\n2026-03-22 replied")
    assert plain(verdict(found)) == (
        "Another person's introduction brought an answer clearly more often than a first nudge: "
        "100 % against 0 %."
    )


def test_days_to_an_answer_need_five_on_each_side() -> None:
    second = "2026-03-20 introduced\n2026-03-22 replied"
    assert waits_words(doors(1, NUDGED, second)) == (
        "Too few to say: 0 answers before, 1 after; from 5 on each side a median is shown."
    )
    answered = "2026-01-01 introduced\n2026-01-08 replied"
    assert plain(waits_words(doors(5, answered, second))) == (
        "Before a second introduction half of the answers came within 7 days (n = 5), "
        "after it within 2 days (n = 5). Early."
    )
    assert waits_words(doors(20, answered, second)).endswith("(n = 20).")


def test_the_line_to_paste_is_shown_once_it_says_something() -> None:
    few = base_view(BaseRate(0.25, Rate(1, 4), 0.25))
    assert (few.posterior, few.line) == ("25\u00a0%", "")
    own = base_view(BaseRate(0.25, Rate(7, 12), 0.25))
    assert own.line == "[score]\nbase_reopen = 0.45\n"
    assert own.advice == "To rank with it, write into doorstep.toml:"
    used = base_view(BaseRate(0.25, Rate(7, 12), 0.45))
    assert (used.advice, used.line) == ("The ranking reckons with it.", "")


def test_connectors_are_counted_and_rated_from_five_on() -> None:
    found = doors(5, "2026-01-01 asked\n2026-01-02 introduced\n2026-01-03 replied")
    view = evidence_view(sample_insights().vault, found, connectors=3)
    assert plain(view.everybody.agreed) == "5 of 5 (100 %, could be 57 to 100 %; early)"
    rows = {row.person.text: row for row in view_of().evidence.connectors.shown}
    assert rows["Sam Okafor"].agreed == "1 of 1"
    assert rows["Gus Moreno"].answered == ""


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (0, "2 more people were asked, none of them more often."),
        (1, "1 more person was asked, not more often than these."),
        (2, ""),
    ],
)
def test_those_not_shown_may_have_been_asked_as_often(shown: int, words: str) -> None:
    found = doors(1, "2026-01-01 asked\n2026-01-02 passed", "2026-02-01 asked\n2026-02-02 passed")
    assert [one.asked for one in found.connectors] == [1, 1]
    assert evidence_view(sample_insights().vault, found, connectors=shown).others == words


def test_the_ranking_is_asked_again_with_its_limits_said() -> None:
    view = view_of(f"""{PAIR}== contacts/b.md
name: Ben
knows: [t 3]
== intros/s.md
target: t
introducer: s
- 2026-01-02 introduced
== intros/t.md
target: t
introducer: b
- 2026-03-01 asked
- 2026-03-02 introduced
- 2026-03-05 replied
""")
    (case,) = view.replay.cases.shown
    assert (case.intro.text, case.intro.href) == ("Tara through Ben", "intros/t.html")
    assert (plain(case.asked), case.answer, case.outcome) == (
        *("1 Mar 2026", "rank 1 of 1", "answered"),
    )
    assert view.replay.verdict == "Too few to say: 1 introduction; from 5 on a rate is shown."
    assert "flatters the ranking" in view.replay.notes[0]
    assert view.latest == 0


def test_nothing_tried_shows_what_to_write() -> None:
    html = html_of(evidence_page(insights_in("")))
    assert "Nothing has been tried yet." in html
    assert "Nobody has been asked for an introduction yet." in html
    assert "- 2026-10-16 replied: would love to" in html
    assert "Nothing has been tried yet." not in html_of(evidence_page(sample_insights()))


def test_a_range_is_drawn_beside_its_words_and_never_instead_of_them() -> None:
    page = HtmlReader(html_of(evidence_page(sample_insights())))
    drawn = [tag for tag in page.all("path") if tag.get("class") == "way way-suggested"]
    assert [tag["d"] for tag in drawn] == ["M44 6H97"]
    assert all("aria-hidden" in svg for svg in page.all("svg"))


@pytest.mark.parametrize(("number", "latest"), [(9, 0), (10, 10), (11, 10)])
def test_the_page_asks_the_latest_ten_again_and_says_so(number: int, latest: int) -> None:
    names = [f"t{at}" for at in range(number)]
    files = people(f"me ana ben {' '.join(names)}", me="me: true")
    for name in names:
        files[f"intros/{name}.md"] = intro(NUDGED, target=name)
        files[f"intros/{name}-b.md"] = intro("2026-03-20 introduced", target=name, introducer="ben")
    view = cast("EvidencePageView", evidence_page(insights_of(files, TODAY)).view)
    assert view.latest == latest
    assert len(view.replay.cases.shown) == min(number, 10)

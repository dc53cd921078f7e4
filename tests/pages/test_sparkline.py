"""A connector's year in marks: each ask in its month, each answer with a shape of its own."""

import re

from site_builder.model.contact import ContactId
from site_builder.pages.connectors import Sparkline, sparkline_of
from tests.support.insights_sample import insights_in

PEOPLE = "== contacts/s.md\nname: Sam\n"


def year(*logs: str) -> Sparkline:
    """Draw what Sam was asked; each log is an introduction of its own, events after commas."""
    text = PEOPLE
    for number, log in enumerate(logs):
        lines = "".join(f"- {line.strip()}\n" for line in log.split(","))
        text += f"== contacts/t{number}.md\nname: T{number}\n"
        text += f"== intros/{number}.md\ntarget: t{number}\nintroducer: s\n{lines}"
    insights = insights_in(text)
    return sparkline_of(insights.network.ledger.of(ContactId("s")), insights.today)


def places(path: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)", path)]


def test_every_answer_has_a_shape_of_its_own() -> None:
    one = year(
        "2025-12-01 asked, 2025-12-02 agreed, 2025-12-03 introduced",
        "2026-03-01 asked, 2026-03-02 passed",
        "2026-05-01 asked",
        "2026-11-20 asked",
    )
    assert places(one.yes) == [(1, 18)]
    assert places(one.passed) == [(25, 15)]
    assert places(one.unanswered) == [(41, 18), (89, 18)]
    assert one.words == (
        "Asked in December 2025 (yes), March 2026 (passed), May 2026 (no answer) "
        "and November 2026 (open)."
    )


def test_asks_of_one_month_stand_above_each_other_up_to_three() -> None:
    one = year(*(f"2026-11-{day:02} asked" for day in range(10, 18)))
    assert places(one.unanswered) == [(89, 18), (89, 11), (89, 4)]
    assert one.words.startswith("Asked 8 times, lately in November 2026 (open), ")


def test_what_is_more_than_a_year_ago_is_not_shown() -> None:
    assert year("2025-11-30 asked") == Sparkline("Not asked in the last 12 months.", "", "", "")
    assert year("2025-12-01 asked").unanswered

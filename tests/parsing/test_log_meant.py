"""List items that were meant as lines of the log, and the lines they were meant as."""

import pytest

from tests.parsing.stray_lines import CONTACT, INTRO, strays
from tests.support.vaults import document_of, intro_of


@pytest.mark.parametrize(
    ("item", "meant"),
    [
        ("Nov 5 wrote", "2026-11-05 wrote"),
        ("6 Nov 2026: wrote", "2026-11-06 wrote"),
        ("wrote 2026-11-07", "2026-11-07 wrote"),
        ("November 5th, 2025 - replied: gladly", "2025-11-05 replied: gladly"),
        ("Mon 2026-11-02 nudged", "2026-11-02 nudged"),
        ("Asked on 6 Nov over lunch", "2026-11-06 asked: over lunch"),
        ("5.11. opted-in", "YYYY-MM-DD opted-in"),
        ("2026年11月5日 replied：はい", "2026-11-05 replied: はい"),
        ("2026년 11월 5일 nudged", "2026-11-05 nudged"),
        ("２０２６-１１-０５ asked", "2026-11-05 asked"),
        ("２０２６／１１／５　met", "2026-11-05 met"),
        ("٢٠٢٦-١١-٠٥ wrote", "2026-11-05 wrote"),
        ("Nov 5: she replied at once", "2026-11-05 replied: she replied at once"),
        (
            "6 Nov scheduled for 2026-12-01, her office",
            "2026-11-06 scheduled 2026-12-01: her office",
        ),
    ],
)
def test_an_item_with_a_day_and_an_event_is_told_as_a_line(item: str, meant: str) -> None:
    assert strays(f"{INTRO}- {item}\n", "intros/a.md") == [("stray-log-line", meant)]


def test_a_day_without_any_line_above_has_no_year() -> None:
    text = INTRO.replace("- 2026-09-20 asked\n", "- Nov 5 wrote\n")
    assert strays(text, "intros/a.md") == [("stray-log-line", "YYYY-11-05 wrote")]


@pytest.mark.parametrize(
    "item",
    [
        "no date here",
        "she replied that it went well",
        "met Ben at the fair of 2019",
        "Nov 5 is her birthday",
        "the deadline is 2026-11-07",
        "may 5 people come along",
        "5 Novels she wrote about",
        "3 people have replied",
    ],
)
def test_prose_stays_prose(item: str) -> None:
    assert strays(f"{INTRO}- {item}\n", "intros/a.md") == []
    assert strays(f"{CONTACT}- {item}\n", "contacts/a.md") == []


def test_a_contact_s_line_needs_no_event() -> None:
    found = strays(f"{CONTACT}- 6 Nov 2026: lunch\n", "contacts/a.md")
    assert found == [("stray-log-line", "2026-11-06: lunch")]
    for text in ("lunch", "she has not replied", "Sam will introduce us after he met her"):
        assert strays(f"{INTRO}- 6 Nov 2026: {text}\n", "intros/a.md") == []


def test_items_elsewhere_are_left_alone() -> None:
    before = INTRO.replace("## Log", "- Nov 5 wrote\n\n## Log")
    assert strays(before, "intros/a.md") == []
    assert strays(f"{INTRO}\n```\n- Nov 5 wrote\n```\n", "intros/a.md") == []


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("-2026-11-06 agreed", "2026-11-06 agreed"),
        ("-\u00a02026-11-06 agreed: gladly", "2026-11-06 agreed: gladly"),
        ("2. 2026-11-06 agreed", "2026-11-06 agreed"),
        ("2) 20261106 agreed", "2026-11-06 agreed"),
        ("• 2026-11-06 agreed", "2026-11-06 agreed"),
        ("– 2026–11–06 agreed", "2026-11-06 agreed"),
        ("-2026/11/6 agreed", "2026-11-06 agreed"),
        ("-6.11.2026 agreed", "2026-11-06 agreed"),
        ("- [x] 2026-11-06 agreed: gladly", "2026-11-06 agreed: gladly"),
        ("- **2026-11-06** *agreed*", "2026-11-06 agreed"),
        ("2026-11-06 agreed: Yes", "2026-11-06 agreed: Yes"),
        ("-2026-11-06 paused 2027-01-02", "2026-11-06 paused 2027-01-02"),
        ("-2026-11-06: lunch", "2026-11-06 wrote: lunch"),
        ("2. 2026-11-06 said yes", "2026-11-06 wrote: said yes"),
        ("- [x] 2026-11-06 said yes", "2026-11-06 wrote: said yes"),
        ("- [ ] 2026-11-06 agreed: gladly", "2026-11-06 agreed: gladly"),
        ("-2026-11-06 closed 10:30 won", "2026-11-06 closed: won, 10:30"),
        ("-2026-02-31 met Ben", "YYYY-MM-DD met: Ben"),
        ("• 2026-11-06 she has not replied", "2026-11-06 wrote: she has not replied"),
        ("  2026-11-06 nudged: b", "2026-11-06 nudged: b"),
        ("- (2026-11-06) met: Ben", "2026-11-06 met: Ben"),
        ("-2026-11-06T10:30:00Z met", "2026-11-06 met"),
        ("• 6/11/2026 met", "YYYY-MM-DD met"),
        ("• Nov 6 paused until spring", "2026-11-06 paused YYYY-MM-DD: until spring"),
        ("• 31 Feb met", "YYYY-MM-DD met"),
        (f"-2026-11-06 met: {'so long ' * 9}", f"2026-11-06 met: {'so long ' * 7}so …"),
    ],
)
def test_a_dated_line_with_another_sign_in_front_is_told_with_the_right_one(
    line: str, meant: str
) -> None:
    assert strays(f"{INTRO}{line}\n", "intros/a.md") == [("stray-log-line", meant)]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("-2026-11-12: lunch", "2026-11-12: lunch"),
        ("2026-11-12: lunch", "2026-11-12: lunch"),
        ("• 2026-11-12 lunch", "2026-11-12: lunch"),
        ("- [x] 2026-11-12 Call: lunch", "2026-11-12 Call: lunch"),
        ("• 2026-11-12 met", "2026-11-12: met"),
        ("-2026-11-12 scheduled 2026-12-01", "2026-11-12 scheduled: 2026-12-01"),
        ("• Nov 12: she replied at once", "2026-11-12: she replied at once"),
        ("-31.02.2026: lunch", "YYYY-MM-DD: lunch"),
        ("    - 2026-11-12: lunch", "2026-11-12: lunch"),
    ],
)
def test_a_contact_s_dated_line_is_told_too(line: str, meant: str) -> None:
    text = f"{CONTACT}\nA note.\n\n{line}\n"
    assert strays(text, "contacts/a.md") == [("stray-log-line", meant)]


@pytest.mark.parametrize(
    "day", ["2026–11–06", "2026—11—06", "2026‑11‑06", "2026−11−06", "20261106"]
)
def test_an_item_with_other_dashes_in_its_date_is_a_row_with_a_fault(day: str) -> None:
    (fault,) = document_of(f"{INTRO}- {day} agreed\n", "intros/a.md").faults
    assert (fault.check, fault.wanted, fault.found) == ("invalid-log-line", "date", day)


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-06 was the day she replied.",
        "20269999 is her number",
        "- 20269999 is her number",
        "- 12345678 is her number",
        "-5 degrees when we met",
        "---",
        "3. the third of her wishes",
        "• no date here",
        "**Bold** words, and we met",
    ],
)
def test_other_lines_of_the_log_stay_prose(line: str) -> None:
    assert strays(f"{INTRO}\n{line}\n", "intros/a.md") == []
    assert strays(f"{CONTACT}\n{line}\n", "contacts/a.md") == []


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] 2026-12-10 write to her again",
        "- [ ] 2026-12-10 call: ask about lunch",
        "    - 2026-01-06 was a good day, too",
        "  - a plain item",
    ],
)
def test_plans_and_items_below_a_line_are_left_alone(line: str) -> None:
    assert strays(f"{INTRO}{line}\n", "intros/a.md") == []
    assert strays(f"{CONTACT}{line}\n", "contacts/a.md") == []


@pytest.mark.parametrize(
    "line", ["chased", "T09:30 nudged: b", " nudgd her", " declined politely", "", " was nice, too"]
)
def test_a_dated_item_below_a_line_is_never_lost(line: str) -> None:
    assert strays(f"{INTRO}  - 2026-09-21{line}\n", "intros/a.md")
    assert intro_of(f"{INTRO}  - 2026-09-21 agreed\n- 2026-09-22 met\n").events[1].word == "agreed"


def test_outside_the_log_such_lines_are_left_alone() -> None:
    for line in ("-2026-11-06: lunch", "• 2026-11-06: lunch", "2026-11-06: lunch"):
        assert strays(CONTACT.replace("## Log", f"{line}\n\n## Log"), "contacts/a.md") == []

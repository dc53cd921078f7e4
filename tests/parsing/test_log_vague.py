"""Items of the log whose day is told in words: told where one is meant, prose where not."""

import pytest

from tests.parsing.stray_lines import CONTACT, INTRO, strays


@pytest.mark.parametrize(
    ("item", "meant"),
    [
        ("April 2026: asked", "2026-04-DD asked"),
        ("Apr 2026 asked", "2026-04-DD asked"),
        ("in April 2026 replied: gladly", "2026-04-DD replied: gladly"),
        ("mid-October 2026: she replied", "2026-10-DD replied: she replied"),
        ("2026-04 asked", "2026-04-DD asked"),
        ("2026-04: asked over lunch", "2026-04-DD asked: over lunch"),
        ("04/2026 asked", "2026-04-DD asked"),
        ("Q2 2026: introduced", "YYYY-MM-DD introduced"),
        ("spring 2026 - met", "YYYY-MM-DD met"),
        ("2026: asked", "YYYY-MM-DD asked"),
        ("yesterday replied", "YYYY-MM-DD replied"),
        ("Yesterday: replied, swamped", "YYYY-MM-DD replied: swamped"),
        ("yesterday evening she replied", "YYYY-MM-DD replied: she replied"),
        ("**Yesterday** replied", "YYYY-MM-DD replied"),
        ("today: wrote", "YYYY-MM-DD wrote"),
        ("last week: she replied", "YYYY-MM-DD replied: she replied"),
        ("last week: Sam introduced us", "YYYY-MM-DD introduced: Sam introduced us"),
        ("last Friday nudged", "YYYY-MM-DD nudged"),
        ("this week: nudged", "YYYY-MM-DD nudged"),
        ("2 weeks ago: asked", "YYYY-MM-DD asked"),
        ("a few days later: replied", "YYYY-MM-DD replied"),
        ("the other day I asked", "YYYY-MM-DD asked: I asked"),
        ("same day: replied", "YYYY-MM-DD replied"),
        ("Monday: replied", "YYYY-MM-DD replied"),
        ("on Friday wrote", "YYYY-MM-DD wrote"),
        ("April: asked", "2026-04-DD asked"),
        ("20th: asked", "YYYY-MM-DD asked"),
        ("10:30 asked", "YYYY-MM-DD asked"),
        ("YYYY-MM-DD asked: over lunch", "YYYY-MM-DD asked: over lunch"),
        ("YYYY-11-05 wrote", "YYYY-11-05 wrote"),
        ("2026-04-DD asked", "2026-04-DD asked"),
        ("2026-04-?? asked", "2026-04-DD asked"),
        ("replied yesterday", "YYYY-MM-DD replied"),
        ("Asked last week, over lunch", "YYYY-MM-DD asked: over lunch"),
        ("introduced in April 2026", "2026-04-DD introduced"),
        ("asked: over lunch", "YYYY-MM-DD asked: over lunch"),
        ("agreed", "YYYY-MM-DD agreed"),
        ("[x] asked: over lunch", "YYYY-MM-DD asked: over lunch"),
        ("gestern: replied", "YYYY-MM-DD replied"),
        ("letzte Woche asked", "YYYY-MM-DD asked"),
        ("März 2026: asked", "2026-03-DD asked"),
        ("août 2026 asked", "2026-08-DD asked"),
        ("la semaine dernière: replied", "YYYY-MM-DD replied"),
        ("5. Oktober 2026 asked", "2026-10-05 asked"),
        ("Mo, 5. Dez. asked", "2026-12-05 asked"),
        ("le 1er juillet 2026: asked", "2026-07-01 asked"),
        ("3 juin: asked", "2026-06-03 asked"),
    ],
)
def test_an_event_with_a_day_in_words_is_told_with_the_line_to_type(item: str, meant: str) -> None:
    assert strays(f"{INTRO}- {item}\n", "intros/a.md") == [("stray-log-line", meant)]
    dated = meant.replace("YYYY", "2026").replace("MM", "10").replace("DD", "20")
    assert strays(f"{INTRO}- {dated}\n", "intros/a.md") == []


@pytest.mark.parametrize(
    ("item", "meant"),
    [
        ("last week: lunch", "YYYY-MM-DD: lunch"),
        ("April 2026: lunch with Sam", "2026-04-DD: lunch with Sam"),
        ("2026-04: lunch", "2026-04-DD: lunch"),
        ("2019: met at a fair", "YYYY-MM-DD met: at a fair"),
        ("yesterday replied: gladly", "YYYY-MM-DD replied: gladly"),
        ("gestern: Mittagessen", "YYYY-MM-DD: Mittagessen"),
        ("YYYY-MM-DD: lunch", "YYYY-MM-DD: lunch"),
    ],
)
def test_a_contact_s_item_needs_a_colon_alone(item: str, meant: str) -> None:
    assert strays(f"{CONTACT}- {item}\n", "contacts/a.md") == [("stray-log-line", meant)]


PROSE = """\
Yesterday's news reached her late
April is her sister
April introduced herself as a pilot
May I ask her about the budget
June replied that Sam is away
March on, whatever they say
last week was hectic for all of them
Last week's offer still stands
today is her birthday
Today I learned that she moved
Mondays are best
Monday mornings are best for calls
Monday: the best day for calls
Friday at noon she replied to nobody
2026-04 is the month of her budget
2026 was a good year
2019 edition of the fair
20 people met in Oslo
3 weeks of holidays in May
10:30 is her usual time
10:30: the call with her team
the 20th floor
one day she will agree
a week later nothing had happened
same day as Ben's talk
The other day job she has
asked for nothing in return
asked twice about the budget
met Ben at the fair
met last year's winner
closed on Sundays
closed doors, open windows
proposed budget of ten thousand
agreed terms are in the contract
replied-to address is the new one
wrote a book on rowing
introduced species in Norway
scheduled maintenance in April
Hier in Oslo ist sie selten
heute ist ihr Geburtstag
Mai ist ihr Lieblingsmonat
spring 2026 is when she moves
Q2 2026 budget
next week: ask her again
thanked by nobody
passed the exam in April
"""


@pytest.mark.parametrize("item", PROSE.splitlines())
def test_prose_stays_prose(item: str) -> None:
    assert strays(f"{INTRO}- {item}\n", "intros/a.md") == []
    assert strays(f"{CONTACT}- {item}\n", "contacts/a.md") == []


@pytest.mark.parametrize("item", ["yesterday: she has not replied", "last week: lunch", "met: Ben"])
def test_what_counts_in_the_log_of_one_kind_alone(item: str) -> None:
    path, text = ("contacts/a.md", CONTACT) if item == "met: Ben" else ("intros/a.md", INTRO)
    assert strays(f"{text}- {item}\n", path) == []


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] yesterday: replied",
        "yesterday replied",
        "  a - yesterday replied",
        "> - April: asked",
    ],
)
def test_plans_paragraphs_and_quotes_are_left_alone(line: str) -> None:
    assert strays(f"{INTRO}\nText.\n\n{line}\n", "intros/a.md") == []


def test_outside_the_log_all_of_it_is_prose() -> None:
    before = INTRO.replace("## Log", "- yesterday replied\n- asked: over lunch\n\n## Log")
    assert strays(before, "intros/a.md") == []

"""Who could bring a door back: three questions in plain words, every number with its source."""

import re

from site_builder.insights.introducers import explained
from site_builder.pages.door_candidates import Candidates, candidates_of
from tests.support.insights_sample import door_in, insights_in, sample_insights


def tara() -> Candidates:
    insights = sample_insights()
    found = candidates_of(insights, door_in(insights, "tara-lindqvist"))
    assert found
    return found


def test_each_person_answers_three_questions() -> None:
    ben = tara().shown[0]
    assert (ben.rank, ben.person.text, ben.badge.words, ben.ask_first) == (
        1,
        "Ben Ito",
        "strong",
        False,
    )
    assert [(answer.question, answer.width) for answer in ben.answers] == [
        ("Will Ben do it?", 76),
        ("Does Ben know Tara?", 95),
        ("Will Tara move?", 38),
    ]


def test_every_number_is_explained_and_names_the_line_it_rests_on() -> None:
    for person in tara().shown:
        for term in (*(t for answer in person.answers for t in answer.terms), *person.load):
            assert term.because.endswith(".")
            assert re.fullmatch(r"((contacts|intros)/[a-z-]+\.md:\d+)?", term.source)
    sources = [answer.terms[0].source for answer in tara().shown[0].answers]
    assert sources == ["contacts/ben-ito.md:4", "contacts/ben-ito.md:7", "contacts/ben-ito.md:7"]


def test_a_guess_is_marked_and_asked_about_first() -> None:
    chloe = tara().shown[2]
    assert (chloe.person.text, chloe.ask_first) == ("Chloe Dubois", True)
    assert [answer.guessed for answer in chloe.answers] == [False, True, False]
    assert chloe.would_change


def test_the_reason_rests_on_the_first_two_questions() -> None:
    insights = sample_insights()
    door = door_in(insights, "tara-lindqvist")
    candidate = explained(insights.network, door.suggestion, door.thread).suggested[0]
    said = {term.name: term.because for term in candidate.terms}
    assert tara().shown[0].reason == " ".join(
        said[name] for name in ("stated-tie", "past-answers", "my-tie")
    )


def test_who_should_not_be_asked_is_listed_with_the_reason() -> None:
    assert [one.person.text for one in tara().left] == ["Mina Park", "Sam Okafor"]
    assert all(one.because.endswith(".") for one in tara().left)


def test_how_sure_the_first_place_is_is_said_where_there_is_a_second() -> None:
    assert tara().sureness == "Ben stays first whichever weight is halved or doubled"
    insights = sample_insights()
    alone = candidates_of(insights, door_in(insights, "omar-ali"))
    assert alone
    assert alone.sureness == ""


def test_where_nobody_is_needed_people_are_only_named() -> None:
    insights = sample_insights()
    found = candidates_of(insights, door_in(insights, "jonas-keller"))
    assert found
    assert found.title == "Who else could help, should it go quiet"
    assert [ref.text for ref in found.named] == ["Esra Yilmaz"]
    assert (found.shown, found.left) == ((), ())
    assert candidates_of(insights, door_in(insights, "noor-haddad")) is None


def test_nobody_is_an_answer_too_and_says_what_is_missing() -> None:
    insights = sample_insights()
    found = candidates_of(insights, door_in(insights, "pavel-sorokin"))
    assert found
    assert found.shown == ()
    assert "`groups:`" in found.nobody


def test_a_crowd_is_named_and_then_counted() -> None:
    crowd = "".join(f"== contacts/p{n}.md\nname: P{n}\nknows: [t 4]\n" for n in range(30))
    insights = insights_in(f"""{crowd}
== contacts/t.md
name: Tara
== contacts/s.md
name: Sam
== intros/t.md
target: t
introducer: s
- 2026-09-01 asked
""")
    found = candidates_of(insights, door_in(insights, "t"))
    assert found
    assert (len(found.shown), len(found.named), found.unnamed) == (4, 16, 10)

"""From a draft's text to a letter: subject, parts, words, mail link."""

from urllib.parse import parse_qs, urlsplit

import pytest

from site_builder.pages.draft_facts import Facts
from site_builder.pages.drafts import FORWARDED, Draft
from site_builder.rendering.draft_compose import CUT, MOST_FORWARDED, Letter
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_draft
from tests.support.theme_files import built, environment, files

BARE = files(mine={"theme.toml": ""})


def letter_of(text: str, draft: Draft | None = None) -> Letter:
    environment = make_environment(built("mine", BARE, nudge=text))
    letter = render_draft(environment, draft or Draft(name="nudge", heading="Nudge"))
    assert isinstance(letter, Letter), letter
    return letter


def test_the_first_line_is_the_subject_and_a_line_of_dashes_parts_the_text() -> None:
    draft = Draft(name="nudge", heading="", titles=("Private", "To forward"))
    letter = letter_of("Subject: Hello\nHi Ben,\n\nwords.\n---\nForward me.\n", draft)
    assert letter.subject == "Hello"
    assert [(part.title, part.text, part.words) for part in letter.parts] == [
        ("Private", "Hi Ben,\n\nwords.", 3),
        ("To forward", "Forward me.", 2),
    ]


def test_without_a_subject_everything_is_text() -> None:
    letter = letter_of("Hi Ben")
    assert (letter.subject, letter.parts[0].text) == ("", "Hi Ben")


def test_blank_lines_left_by_conditions_are_closed() -> None:
    text = "Subject: a\nOne.\n\n{% if fact.goal %}\nGoal.\n{% endif %}\n\nTwo. \n"
    assert letter_of(text).parts[0].text == "One.\n\nTwo."


def test_plain_text_is_not_escaped() -> None:
    draft = Draft(name="nudge", heading="", facts=Facts(goal="R&D <fast>"))
    assert letter_of("Subject: a\n{{ fact.goal }}", draft).parts[0].text == "R&D <fast>"


def test_the_mail_link_carries_all_of_it_quoted() -> None:
    draft = Draft(name="nudge", heading="", to="o'hara+x@example.org", bcc="sam@example.org")
    mailto = letter_of("Subject: A & B?\nOne\nTwö #1", draft).parts[0].mailto
    link = urlsplit(mailto)
    assert (link.scheme, link.path) == ("mailto", "o%27hara%2Bx@example.org")
    assert parse_qs(link.query) == {
        "subject": ["A & B?"],
        "body": ["One\r\nTwö #1"],
        "bcc": ["sam@example.org"],
    }


def test_a_hostile_address_cannot_add_a_recipient() -> None:
    draft = Draft(name="nudge", heading="", to="a@b.example?bcc=evil@c.example,d@e.example")
    assert "bcc" not in parse_qs(urlsplit(letter_of("Hi", draft).parts[0].mailto).query)


def test_an_unknown_address_is_left_to_the_user() -> None:
    assert letter_of("Subject: a\nHi").parts[0].mailto == "mailto:?subject=a&body=Hi"


@pytest.mark.parametrize("name", sorted(FORWARDED))
@pytest.mark.parametrize(("goal", "why"), [(5, 20), (5, 90), (90, 5), (90, 90), (900, 900)])
def test_what_is_forwarded_has_no_more_than_120_words(name: str, goal: int, why: int) -> None:
    facts = Facts(me="Me Tao", target="Tara Lind", goal=goal * "ask ", why=why * "since ")
    letter = render_draft(environment(), Draft(name=name, heading="", facts=facts))
    assert isinstance(letter, Letter), letter
    private, blurb = letter.parts
    assert blurb.words <= MOST_FORWARDED
    assert (CUT in blurb.text) == (goal + why > 30)
    assert CUT not in private.text
    assert blurb.text.count("ask ") >= min(goal, 10)
    assert blurb.text.count("since") >= min(why, 10)


def test_reasons_are_cut_before_the_ask_and_no_more_than_needed() -> None:
    facts = Facts(me="Me Tao", target="Tara Lind", goal="One thing", why=f"{90 * 'so '}it is")
    letter = render_draft(environment(), Draft(name="ask-second", heading="", facts=facts))
    assert isinstance(letter, Letter), letter
    assert letter.parts[1].words == MOST_FORWARDED
    assert letter.parts[1].text.count(CUT) == 1
    assert "The ask: One thing." in letter.parts[1].text
    assert f"so {CUT}." in letter.parts[1].text

"""Letters read aloud: what a considerate person would not send."""

import pytest

from site_builder.pages.drafts import door_drafts, loop_draft
from tests.support.insights_sample import door_in, insights_in
from tests.support.letters import ASKED, MADE, SILENT, read


def told(log: str) -> tuple[str, str]:
    """Return the name and the text of what Sam gets to read about how it went."""
    insights = insights_in(ASKED + log)
    door = door_in(insights, "t")
    (spoke,) = (one for one in door.thread.spokes if one.introducer == "s")
    draft = loop_draft(insights, door, spoke)
    return draft.name, read(draft)


def test_letters_greet_and_are_signed_by_what_people_are_called() -> None:
    named = ASKED.replace("name: Sam\n", "name: Nguyen Thi Thao\ncalled: Thao\n")
    me = "== contacts/me.md\nname: Robert Hale\ncalled: Bob\nme: true\n"
    insights = insights_in(me + named + "- 2026-11-10 asked\n")
    text = read(door_drafts(insights, door_in(insights, "t"))[0])
    assert text.startswith("Hi Thao,"), text
    assert text.rstrip().endswith("Bob"), text


@pytest.mark.parametrize(
    ("log", "asked"),
    [("- 2026-09-02 agreed\n- 2026-09-20 opted-in\n", True), ("- 2026-09-20 agreed\n", False)],
)
def test_a_yes_of_the_target_is_told_to_whoever_is_asked_next(log: str, *, asked: bool) -> None:
    named = ASKED.replace("name: Ben", "name: Ben\nknows: [t 4]\ncloseness: 4")
    insights = insights_in(f"{named}- 2026-09-01 asked\n{log}")
    letters = door_drafts(insights, door_in(insights, "t"))
    assert [draft.name for draft in letters] == ["ask-first-intro", "let-go"]
    text = read(letters[0])
    yes = "Sam has asked Tara, who would welcome an introduction; it has not come about so far."
    assert (yes in text, "Please ask Tara first" in text) == (asked, not asked), text


def test_a_yes_to_a_second_introduction_is_told_to_the_third_introducer() -> None:
    second = "== intros/2.md\ntarget: t\nintroducer: b\n- 2026-09-01 asked\n- 2026-09-20 opted-in\n"
    cleo = "== contacts/c.md\nname: Cleo\nknows: [t 4]\ncloseness: 4\n"
    insights = insights_in(f"{ASKED}{MADE}- 2026-08-20 thanked\n{second}{cleo}")
    text = read(door_drafts(insights, door_in(insights, "t"))[0])
    assert "Since then Ben has asked Tara, who would welcome an introduction; it has not" in text


def test_a_yes_that_was_written_down_below_its_introduction_waits_for_none() -> None:
    made = "- 2026-09-02 introduced\n- 2026-09-02 wrote\n"
    late = f"- 2026-09-01 asked\n{made}- 2026-09-02 opted-in\n- 2026-09-20 thanked\n"
    quiet = "- 2026-09-09 nudged\n- 2026-09-16 interrupted\n- 2026-09-20 thanked\n"
    insights = insights_in(f"{SILENT}{late}{quiet}")
    text = read(door_drafts(insights, door_in(insights, "t"))[0])
    assert "Sam kindly introduced us" in text
    assert "welcome" not in text


BEN = "== intros/2.md\ntarget: t\nintroducer: b\n- 2026-09-01 asked\n- 2026-09-02 introduced\n"


@pytest.mark.parametrize(
    ("log", "name", "words"),
    [
        (
            f"{MADE}- 2026-10-01 closed: won",
            "thank-you",
            "Tara and I have been in touch. That was your",
        ),
        (f"{MADE}- 2026-10-01 closed: lost", "close-loop", "I will leave it at that"),
        (f"{MADE}{BEN}- 2026-10-01 met", "thank-you", "met on 1 October. You had a part in that"),
        (MADE + BEN, "close-loop", "I have asked somebody else to put in a word"),
    ],
)
def test_no_introducer_hears_that_it_is_quiet_where_it_went_well(
    log: str, name: str, words: str
) -> None:
    found, text = told(log)
    assert (found, words in text) == (name, True), text


SET = "- 2026-08-09 scheduled 2026-08-20\n"
THANKED = "- 2026-09-20 thanked\n"
CHASED = "- 2026-08-25 wrote\n- 2026-09-03 nudged\n- 2026-09-12 interrupted\n"


@pytest.mark.parametrize(
    ("log", "words"),
    [
        (f"{SET}{CHASED}", "Tara answered on 9 August, and since then it has gone quiet."),
        (f"{SET}{BEN}- 2026-09-02 passed\n- 2026-11-21 replied", "answered on 21 November, and we"),
        (f"- 2026-08-09 replied\n{BEN}- 2026-09-03 opted-out", "Tara would rather leave it"),
    ],
)
def test_a_day_that_was_set_and_a_meeting_are_no_silence(log: str, words: str) -> None:
    _, text = told(MADE + log)
    assert words in text, text
    assert ("No harm done" in text) is ("gone quiet" in words)
    assert "not heard back" not in text


def test_both_introducers_hear_of_the_meeting_before_it_went_quiet() -> None:
    log = f"{MADE}{SET}- 2026-08-20 met\n{CHASED}"
    to_sam, to_ben = (letters[0] for letters in (second_door(log), second_door(log + THANKED)))
    assert "We met on 20 August, and since then it has gone quiet." in to_sam
    assert "Sam kindly introduced us in August. We met, and then it went quiet" in to_ben


def second_door(log: str) -> list[str]:
    """Return the letters of a door for which Ben could be asked."""
    insights = insights_in(SILENT + log)
    return [read(draft) for draft in door_drafts(insights, door_in(insights, "t"))]


def test_the_same_two_lines_are_not_sent_twice() -> None:
    chased = "- 2026-08-09 nudged\n- 2026-08-16 interrupted\n- 2026-09-01 thanked\n"
    again = BEN.replace("09", "10") + "- 2026-10-02 wrote\n- 2026-10-09 nudged\n"
    insights = insights_in(f"{SILENT}{MADE}{chased}{again}")
    (draft,) = door_drafts(insights, door_in(insights, "t"))
    assert draft.name == "interrupt"
    assert read(draft) == (
        "Tara, once more in two lines: One coffee on builds. A no, or not now, is a good answer, "
        "too: one word, and I will leave it there.\n[your name] (Ben introduced us in October)"
    )


def test_whoever_passed_is_not_thanked_for_the_meeting() -> None:
    name, text = told(f"- 2026-08-01 asked\n- 2026-08-03 passed\n{BEN}- 2026-10-01 met")
    assert name == "close-loop"
    assert "I take it that this is not the moment, and that is quite all right." in text


@pytest.mark.parametrize(("answered", "named"), [("", True), ("- 2026-08-05 replied\n", False)])
def test_two_lines_quote_nothing_and_name_nobody_who_did_their_part(
    answered: str, *, named: bool
) -> None:
    insights = insights_in(f"{ASKED}{MADE}{answered}- 2026-11-01 wrote\n- 2026-11-09 nudged\n")
    (draft,) = door_drafts(insights, door_in(insights, "t"))
    assert draft.name == "interrupt"
    text = read(draft)
    assert text.startswith("Tara, a word on what I asked: One coffee on builds. Still of interest")
    assert ("Sam introduced us in August" in text) is named
    assert '"' not in text


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ("- 2026-11-10 opt-in-asked", "Thank you for asking Tara whether an introduction is"),
        ("- 2026-11-10 opted-in", "Thank you for asking Tara; I was glad to hear that an"),
    ],
)
def test_who_asked_the_target_for_me_is_not_reminded_of_the_ask(log: str, words: str) -> None:
    insights = insights_in(f"{ASKED}- 2026-11-08 asked\n- 2026-11-09 agreed\n{log}\n")
    (draft,) = door_drafts(insights, door_in(insights, "t"))
    assert (draft.name, words in read(draft)) == ("remind-introducer", True), read(draft)


def test_who_brought_a_no_is_thanked_for_asking() -> None:
    name, text = told("- 2026-11-08 asked\n- 2026-11-09 opt-in-asked\n- 2026-11-12 opted-out\n")
    assert (name, "Thank you for asking Tara for me. A no is quite all right" in text) == (
        "close-loop",
        True,
    )


FORGIVE = "forgive me that my answer took a while"


@pytest.mark.parametrize(
    ("log", "late"),
    [
        ("- 2026-08-01 introduced", True),
        ("- 2026-11-18 introduced", False),
        ("- 2026-08-01 replied", True),
        ("- 2026-11-20 replied", False),
        ("- 2026-08-01 replied: after the fair\n- 2026-08-01 paused 2026-11-20", False),
    ],
)
def test_a_late_word_says_that_it_is_late(log: str, *, late: bool) -> None:
    insights = insights_in(ASKED + log)
    (draft,) = door_drafts(insights, door_in(insights, "t"))
    assert draft.name in ("pick-up", "reply")
    assert (FORGIVE in read(draft)) is late


def test_nobody_i_know_is_met_for_the_first_time() -> None:
    known = ASKED.replace("name: Tara\n", "name: Tara\ncloseness: 3\n", 1)
    for files, said in ((known, "good to be in touch"), (ASKED, "good to meet you")):
        insights = insights_in(f"{files}- 2026-11-21 introduced\n")
        (draft,) = door_drafts(insights, door_in(insights, "t"))
        assert f"Tara, {said}. What I would like" in read(draft), read(draft)


def test_whom_i_wrote_to_before_i_do_not_meet_for_the_first_time() -> None:
    for before, said in ((MADE, "you have had a note from me before"), ("", "good to meet you")):
        second = "== intros/2.md\ntarget: t\nintroducer: b\n- 2026-11-20 introduced\n"
        insights = insights_in(ASKED + before + second)
        draft = door_drafts(insights, door_in(insights, "t"))[0]
        assert (draft.name, f"Tara, {said}" in read(draft)) == ("pick-up", True)

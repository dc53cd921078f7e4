"""The words to send: the right ones for the move, and nothing in them that is not on record."""

import pytest

from site_builder.insights.stall import SECOND_DOOR_MOVES, TO_TARGET
from site_builder.model.contact import ContactId
from site_builder.pages.door_verdict import verdict_of
from site_builder.pages.draft_facts import facts_of
from site_builder.pages.drafts import HEADINGS, TO_INTRODUCER, Draft, door_drafts
from site_builder.rendering.draft_compose import Letter
from site_builder.rendering.render import render_draft
from tests.support.insights_sample import SAMPLE, door_in, insights_in, sample_insights
from tests.support.theme_files import environment

PAIR = """
== contacts/t.md
name: Tara Lindqvist
== contacts/s.md
name: Sam Okafor
== intros/t.md
target: t
introducer: s
"""
SILENT = f"{PAIR}- 2026-10-01 asked\n== contacts/b.md\nname: Ben\nknows: [t 3]\n"
LOGS = {
    "ask-first-intro": [],
    "remind-introducer": ["2026-11-10 asked"],
    "pick-up": ["2026-11-20 introduced"],
    "reply": ["2026-11-10 introduced", "2026-11-11 wrote", "2026-11-20 replied"],
    "nudge": ["2026-11-01 introduced", "2026-11-02 wrote"],
    "interrupt": ["2026-11-01 introduced", "2026-11-02 wrote", "2026-11-10 nudged"],
    "close-loop": [
        "2026-10-01 introduced",
        "2026-10-01 wrote",
        "2026-10-10 nudged",
        "2026-10-20 nudged",
    ],
    "thank-you": ["2026-11-10 introduced", "2026-11-20 met"],
}


def drafts_of(thread: str, text: str = SAMPLE) -> tuple[Draft, ...]:
    insights = sample_insights() if text == SAMPLE else insights_in(text)
    return door_drafts(insights, door_in(insights, thread))


def letter_of(draft: Draft) -> Letter:
    letter = render_draft(environment(), draft)
    assert isinstance(letter, Letter), letter
    return letter


def text_of(draft: Draft) -> str:
    return "\n---\n".join(part.text for part in letter_of(draft).parts)


def logged(name: str) -> str:
    return PAIR + "".join(f"- {line}\n" for line in LOGS[name])


def all_drafts() -> list[Draft]:
    drafts = [draft for door in sample_insights().doors for draft in drafts_of(door.thread.id)]
    drafts += drafts_of("t", SILENT)
    return drafts + [draft for name in LOGS for draft in drafts_of("t", logged(name))]


def test_there_are_words_for_every_move_that_needs_them() -> None:
    others = {"pick-up", "reply", "probe", "ask-second", "let-go"}
    named = others | {*TO_TARGET, *TO_INTRODUCER.values()}
    assert named == set(HEADINGS) == {draft.name for draft in all_drafts()}
    assert set(TO_INTRODUCER) & SECOND_DOOR_MOVES == {"close-loop"}


@pytest.mark.parametrize("name", LOGS)
def test_the_state_of_a_door_decides_which_words_come_first(name: str) -> None:
    assert drafts_of("t", logged(name))[0].name == name


def test_an_answer_is_answered_with_what_was_asked_at_hand() -> None:
    (draft,) = drafts_of("t", logged("reply").replace("target: t", "target: t\ngoal: One coffee"))
    letter = letter_of(draft)
    assert (letter.subject, draft.called) == ("Your answer of 20 November", "Tara")
    assert "[What you would like to say to it, in a sentence or two.]" in letter.parts[0].text
    assert "here is what I would like to ask: One coffee. Would [one day]" in letter.parts[0].text


def test_a_second_introducer_is_asked_honestly_and_may_say_no() -> None:
    draft = drafts_of("tara-lindqvist")[0]
    assert (draft.name, draft.to) == ("ask-second", "ben@example.org")
    private, blurb = letter_of(draft).parts
    assert (private.title, blurb.title) == ("Private note to Ben", "For Ben to forward")
    assert (
        "Sam kindly introduced us in September. Tara wrote back, and then it went quiet"
        in private.text
    )
    assert "just say no" in private.text
    assert "Thirty minutes on how Northwind migrated its build platform." in blurb.text


def test_the_note_to_forward_stands_on_its_own_and_is_short() -> None:
    for draft in all_drafts():
        for part in letter_of(draft).parts:
            if part.title.endswith("to forward"):
                assert part.words <= 120
                assert "Sam" not in part.text


def test_a_tie_that_is_only_guessed_is_asked_about_not_asserted() -> None:
    probe = drafts_of("tara-lindqvist")[2]
    assert (probe.name, probe.facts.to) == ("probe", "Chloe Dubois")
    assert "You know Tara" not in text_of(probe)
    assert "might have met through Oslo Rowing Club, first eight" in text_of(probe)


def test_hearsay_is_not_asserted_either() -> None:
    text = SAMPLE.replace("tara-lindqvist 3 platform group", "tara-lindqvist 3? platform group")
    assert "I believe you may know Tara" in text_of(drafts_of("tara-lindqvist", text)[0])


def test_private_notes_on_ties_stay_private() -> None:
    text = SAMPLE.replace("platform group", "owes Tara money")
    assert "money" not in text_of(drafts_of("tara-lindqvist", text)[0])


def test_a_sensitive_circle_is_never_named() -> None:
    text = SAMPLE.replace("team/oslo-rowing", "faith/st-olav").replace(
        "knows: [sam-okafor 3]", "knows: [sam-okafor 3, tara-lindqvist 1?]"
    )
    facts = [
        draft.facts
        for draft in drafts_of("tara-lindqvist", text)
        if draft.facts.to_first == "Chloe"
    ]
    assert facts
    assert all(fact.circle == "" for fact in facts)


@pytest.mark.parametrize("name", LOGS)
def test_an_unknown_fact_stays_a_visible_blank(name: str) -> None:
    text = text_of(drafts_of("t", logged(name))[0])
    assert "[your name]" in text
    assert "None" not in text
    assert "  " not in text


def test_two_of_one_first_name_are_told_apart_in_headings_and_greeted_by_it() -> None:
    other = "== contacts/s2.md\nname: Sam Ito\n"
    (draft,) = drafts_of("t", logged("ask-first-intro") + other)
    assert draft.heading == "Ask Sam Okafor for an introduction"
    assert draft.titles == ("Private note to Sam Okafor", "For Sam Okafor to forward")
    assert "Hi Sam,\n" in text_of(draft)
    found = insights_in(logged("ask-first-intro") + other)
    button = verdict_of(found, door_in(found, "t"), (draft,)).button
    assert button == "Words for Sam Okafor"


def test_the_goal_is_a_blank_where_there_is_none() -> None:
    assert "The ask: [what you would like to ask, small and concrete]." in text_of(
        drafts_of("t", logged("ask-first-intro"))[0]
    )


def test_the_loop_is_closed_with_what_is_on_record() -> None:
    assert "I last wrote on 20 October" not in text_of(drafts_of("omar-ali")[0])
    assert "Omar answered on 10 October, and since then it has gone quiet." in text_of(
        drafts_of("omar-ali")[0]
    )
    assert "I last wrote on 20 October and have not heard back so far." in text_of(
        drafts_of("t", logged("close-loop"))[0]
    )


def test_picking_up_moves_the_introducer_to_bcc() -> None:
    draft = drafts_of("noor-haddad")[0]
    assert (draft.to, draft.bcc) == ("noor@havn.example", "priya@example.org")
    assert "I am moving you to BCC" in text_of(draft)


def test_an_outcome_is_a_blank_to_fill_not_the_note_of_it() -> None:
    text = text_of(drafts_of("jonas-keller")[0])
    assert "[what came of it, in one sentence]" in text
    assert "one team" not in text


def test_a_reminder_speaks_of_the_introduction_that_is_waited_for() -> None:
    text = """
== contacts/t.md
name: Tara
== contacts/s.md
name: Sam
== contacts/b.md
name: Ben
== intros/a.md
target: t
introducer: s
- 2026-09-01 introduced
- 2026-09-01 wrote
== intros/b.md
target: t
introducer: b
- 2026-11-08 asked
- 2026-11-10 agreed
"""
    draft = drafts_of("t", text)[0]
    assert (draft.name, draft.facts.to) == ("remind-introducer", "Ben")
    assert "Thank you for agreeing to introduce me to Tara." in text_of(draft)


def test_the_year_is_named_where_it_is_not_this_one() -> None:
    text = PAIR + "- 2025-11-01 introduced\n- 2025-11-02 wrote\n- 2026-11-12 nudged\n"
    facts = drafts_of("t", text)[0].facts
    assert (facts.introduced_on, facts.introduced_in) == ("1 November 2025", "November 2025")


def test_a_goal_in_another_script_ends_in_one_stop() -> None:
    for stop in ("。", "।", "۔", "።", "."):
        text = PAIR.replace("target:", f"goal: x{stop}\ntarget:") + "- 2026-11-02 wrote\n"
        assert drafts_of("t", text)[0].facts.goal == "x"


def test_no_letter_guesses_a_gender() -> None:
    for draft in all_drafts():
        letter = letter_of(draft)
        said = " ".join((letter.subject, *(part.text for part in letter.parts)))
        for quoted in (draft.facts.why, draft.facts.outcome):
            said = said.replace(quoted, "") if quoted else said
        assert not {"he", "she", "his", "her", "him"} & set(said.lower().split())


def test_every_letter_has_a_subject_and_is_short() -> None:
    for draft in all_drafts():
        letter = letter_of(draft)
        assert letter.subject
        assert sum(part.words for part in letter.parts) <= 200


@pytest.mark.parametrize(("day", "others"), [("2026-11-08", True), ("2026-08-30", False)])
def test_an_introducer_hears_whether_others_were_asked_since(day: str, *, others: bool) -> None:
    found = insights_in(f"""{PAIR}
- 2026-09-01 introduced
== contacts/b.md
name: Ben
== intros/b.md
target: t
introducer: b
- {day} asked
""")
    door = door_in(found, "t")
    spoke = next(one for one in door.thread.spokes if one.introducer == "s")
    assert facts_of(found, door, ContactId("s"), spoke=spoke).asked_others is others

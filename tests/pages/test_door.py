"""A door's page: the verdict first, then the picture, the people, the words, the story."""

from typing import cast

import pytest

from site_builder.pages.door import DoorView, door_page, door_pages
from site_builder.pages.paste_lines import PasteLine
from tests.support.html_reader import HtmlReader, plain
from tests.support.insights_sample import DOOR, PAIR, SAMPLE, door_in, insights_in, sample_insights
from tests.support.theme_files import html_of
from tests.support.vaults import insights_of, people


def view_of(thread: str, text: str = SAMPLE, *, today: str = "2026-11-22") -> DoorView:
    insights = sample_insights() if text == SAMPLE else insights_in(text, today=today)
    return cast("DoorView", door_page(insights, door_in(insights, thread)).view)


@pytest.mark.parametrize(
    ("thread", "title", "button"),
    [
        ("tara-lindqvist", "Ask Ben Ito for a second introduction", "Words for Ben"),
        ("omar-ali", "First tell Dev how it went", "Words for Dev"),
        ("noor-haddad", "Pick up the introduction: write to Noor", "Words for Noor"),
        ("jonas-keller", "Thank Lena and say how it went", "Words for Lena"),
        ("ines-costa", "Ask Sam for the introduction", "Words for Sam"),
        ("wen-park", "Remind Gus, once and gently", "Words for Gus"),
        ("vic-weber", "Try another way: two lines to Vic", "Words for Vic"),
        ("pavel-sorokin", "Find out who knows Pavel", ""),
        ("esra-yilmaz", "Nothing to do", ""),
        ("leo-brandt", "Nothing to do", ""),
    ],
)
def test_a_door_answers_with_one_move_and_its_words(thread: str, title: str, button: str) -> None:
    verdict = view_of(thread).verdict
    assert (verdict.title, verdict.button) == (title, button)


def test_a_door_that_nobody_on_record_could_open_promises_nobody() -> None:
    log = "- 2026-09-01 introduced\n- 2026-09-01 wrote\n- 2026-09-15 nudged\n- 2026-10-01 nudged\n"
    view = view_of("t", f"{DOOR}{log}- 2026-10-20 thanked\n")
    assert view.verdict.title == "Find out who knows Tara"
    assert "a second introduction could bring you back to Tara" in view.verdict.because
    assert view.candidates
    assert not view.candidates.shown


def test_the_verdict_says_by_which_rule() -> None:
    assert [plain(rule) for rule in view_of("tara-lindqvist").verdict.rules] == [
        "Limit 10 days (times proposed, no answer).",
        "Tara last answered 51 days ago.",
        "Deadline 15 Dec 2026, in 23 days.",
    ]


def test_a_near_stall_says_when_it_stalls() -> None:
    rules = view_of("vic-weber").verdict.rules
    assert plain(rules[0]).startswith("Stalls on 26 Nov 2026 if nothing happens. Limit 14 days (")
    log = "- 2026-10-10 replied\n- 2026-10-25 nudged\n- 2026-11-02 interrupted\n"
    verdict = view_of("t", DOOR + log).verdict  # it rests until the same day
    assert plain(verdict.rules[0]).startswith("Stalls then if nothing happens. Limit 21 days (")


def test_a_deadline_today_is_said_so() -> None:
    text = f"{DOOR}deadline: 2026-11-22\n"
    verdict = view_of("t", text).verdict
    assert verdict.because.endswith("The deadline is today.")
    assert verdict.rules == ()
    meeting = view_of("t", f"{text}- 2026-11-20 scheduled 2026-11-24\n")
    assert meeting.verdict.rules == ("Deadline today.",)
    assert view_of("t", f"{text}- 2026-11-20 closed: won").verdict.rules == (
        "Closed on 20\u00a0Nov\u00a02026: won.",
    )


def test_waiting_says_until_when() -> None:
    text = f"{DOOR}- 2026-11-20 asked\n"
    assert plain(view_of("t", text).verdict.title) == "Let it rest until 27 Nov 2026"


def test_a_guessed_tie_is_asked_about_first() -> None:
    text = """
== contacts/t.md
name: Tara
groups: [team/crew 2009-2012]
== contacts/s.md
name: Sam
== contacts/c.md
name: Chloe
groups: [team/crew 2009-2012]
== intros/t.md
target: t
introducer: s
- 2026-09-01 asked
"""
    view = view_of("t", text)
    assert view.verdict.title == "Ask Chloe how well they know Tara"
    assert [draft.name for draft in view.drafts] == ["probe"]


def test_somebody_else_is_asked_for_a_first_introduction_where_none_was_made() -> None:
    text = f"""{PAIR}
== contacts/b.md
name: Ben
knows: [t 4]
== intros/t.md
target: t
introducer: s
- 2026-09-01 asked
"""
    view = view_of("t", text)
    assert view.verdict.title == "Ask Ben for an introduction"
    assert [draft.name for draft in view.drafts] == ["ask-first-intro", "let-go"]
    assert view.candidates
    assert view.candidates.title == "Who else could introduce you"


def test_what_is_under_a_door_says_who_was_tried_and_told() -> None:
    tried = view_of("tara-lindqvist").tried[0]
    assert tried.introducer.text == "Sam Okafor"
    assert plain(tried.story.text) == "introduced 28 Sep, quiet since 6 Nov"
    assert plain(tried.loop) == "thanked 6 Nov"
    assert view_of("omar-ali").tried[0].loop == "not thanked yet"
    assert view_of("pavel-sorokin").tried[0].loop == ""


def test_a_door_that_is_over_suggests_nobody() -> None:
    view = view_of("leo-brandt")
    assert view.candidates is None
    assert view.drafts == ()
    assert view.timeline.since is None


def test_a_door_that_was_closed_says_how() -> None:
    text = f"{DOOR}- 2026-11-01 closed: lost, wrong year\n"
    verdict = view_of("t", text).verdict
    assert [plain(rule) for rule in verdict.rules] == ["Closed on 1 Nov 2026: lost, wrong year."]


@pytest.mark.parametrize(
    ("thread", "line"),
    [
        ("wen-park", ("- 2026-11-22 reminded", "intros/wen.md", "under ## Log")),
        ("omar-ali", ("- 2026-11-22 thanked", "intros/omar.md", "under ## Log")),
    ],
)
def test_the_line_to_log_afterwards_is_there_to_copy(
    thread: str, line: tuple[str, str, str]
) -> None:
    assert view_of(thread).done == PasteLine(*line)


@pytest.mark.parametrize("thread", ["pavel-sorokin", "leo-brandt"])
def test_where_nothing_is_to_be_done_nothing_is_to_be_logged(thread: str) -> None:
    assert view_of(thread).done is None


def test_a_parked_door_is_given_a_day_to_come_back() -> None:
    text = f"""{PAIR}== contacts/b.md
name: Ben
== intros/a.md
target: t
introducer: s
- 2026-09-01 introduced
- 2026-09-01 wrote
== intros/b.md
target: t
introducer: b
- 2026-10-01 introduced
- 2026-10-01 wrote
- 2026-10-10 nudged
- 2026-10-20 nudged
"""
    line = PasteLine("- 2026-11-22 paused 2027-01-21", "intros/b.md", "under ## Log")
    assert view_of("t", text).done == line


def test_two_pursuits_of_one_person_are_told_apart() -> None:
    text = f"""{PAIR}== intros/a.md
target: t
introducer: s
thread: meetup
"""
    assert view_of("t--meetup", text).target.text == "Tara · meetup"


def test_a_new_file_for_a_named_pursuit_names_it() -> None:
    text = f"""{PAIR}== contacts/b.md
name: Ben
knows: [t 4]
== intros/a.md
target: t
introducer: s
thread: meetup
- 2026-11-01 asked
- 2026-11-02 passed
"""
    line = PasteLine(
        "---\ntarget: t\nintroducer: b\nthread: meetup\n---\n\n## Log\n\n- 2026-11-22 asked",
        "intros/2026-11-22-t-via-b.md",
        "a new file",
    )
    assert view_of("t--meetup", text).done == line


@pytest.mark.parametrize("goal", ["Coffee", 'A: "frank" view # \\ in 20 minutes', "- a list?"])
def test_the_new_file_is_one_that_the_program_reads(goal: str) -> None:
    quoted = goal.replace("\\", "\\\\").replace('"', '\\"')
    files = people("me t s b", me="me: true", b="knows: [t 4]") | {
        "intros/a.md": f'---\ntarget: t\nintroducer: s\ngoal: "{quoted}"\n---\n\n## Log\n\n'
        "- 2026-11-01 asked\n- 2026-11-02 passed\n"
    }
    insights = insights_of(files, "2026-11-22")
    done = cast("DoorView", door_page(insights, door_in(insights, "t")).view).done
    assert done is not None
    after = insights_of(files | {done.path: done.text}, "2026-11-22")
    spokes = door_in(after, "t").thread.spokes
    assert [(one.introducer, one.intro.goal) for one in spokes] == [("s", goal), ("b", goal)]


def test_a_paused_door_says_until_when() -> None:
    text = f"{DOOR}- 2026-11-01 paused 2026-12-01\n"
    assert plain(view_of("t", text).timeline.today) == "Paused until 1 Dec 2026"


def test_the_same_files_give_an_equal_page_and_only_what_is_shown_counts() -> None:
    one, same = insights_in(SAMPLE), insights_in(SAMPLE)
    assert list(door_pages(one)) == list(door_pages(same))
    assert hash(tuple(door_pages(one))) == hash(tuple(door_pages(same)))
    elsewhere = SAMPLE.replace("name: Hana Novak", "name: Hana Nowak")
    changed = insights_in(elsewhere)
    assert list(door_pages(changed)) == list(door_pages(one))


def test_a_renamed_introducer_changes_the_page() -> None:
    renamed = SAMPLE.replace("name: Ben Ito", "name: Ben Itō")
    assert view_of("tara-lindqvist", renamed) != view_of("tara-lindqvist")


def test_the_page_shows_the_words_ready_to_copy() -> None:
    insights = sample_insights()
    page = HtmlReader(html_of(door_page(insights, door_in(insights, "tara-lindqvist"))))
    links = [a["href"] for a in page.all("a") if a["href"].startswith("mailto:")]
    assert links[0].startswith("mailto:ben@example.org?subject=A%20small%20favour")
    copies = [b["data-copy"] for b in page.all("button") if "data-copy" in b]
    assert len([one for one in copies if one.startswith("draft-")]) == len(links)
    assert copies[-1] == "done-text"
    assert "Sam kindly introduced us in September" in page.text

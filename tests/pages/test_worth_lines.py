"""Questions in words: what is asked, what it changes, at most three a door and five on Today."""

from typing import cast

from site_builder.insights.insight import Insights
from site_builder.pages.door import DoorView, door_page
from site_builder.pages.today import TodayView, today_page
from site_builder.pages.worth_lines import WorthLine, all_worth, door_worth
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import door_in
from tests.support.theme_files import html_of
from tests.support.vaults import insights_of, intro, people

TODAY = "2026-11-20"
QUIET = "2026-10-06 introduced\n2026-10-06 wrote\n2026-10-13 nudged\n2026-10-21 nudged"
CREW = "groups: [team/crew 2009-2012]"


def insights(**facts: str) -> Insights:
    cast_ = people("me tara omar ana ben chloe", me="me: true", **facts)
    quiet = {"intros/tara.md": intro(QUIET), "intros/omar.md": intro(QUIET, target="omar")}
    return insights_of(cast_ | quiet, TODAY)


def lines(found: Insights, door: str = "tara") -> list[WorthLine]:
    return list(door_worth(found, door_in(found, door)).lines)


def test_a_question_says_from_which_answer_on_the_order_changes() -> None:
    found = insights(ben="closeness: 4\nknows: [tara 3]", chloe="knows: [tara 4]")
    (line,) = lines(found)
    assert line.question == "How well do you know Chloe?"
    assert line.why == "From 4 (friend or close colleague) on, Chloe comes before Ben for Tara."
    assert line.write.text == "closeness: 3"
    assert not door_worth(found, door_in(found, "tara")).apart


def test_a_guessed_tie_of_the_first_says_who_is_next() -> None:
    found = insights(tara=CREW, ben="closeness: 1\nknows: [tara 1]", chloe=f"closeness: 5\n{CREW}")
    (line,) = lines(found)
    assert line.question == "How well does Chloe know Tara?"
    assert line.why == "Chloe is the first to ask for Tara; if they are strangers, it is Ben."
    assert line.write.text == "knows: [tara 3]"
    assert door_worth(found, door_in(found, "tara")).apart == "strangers: [tara]"


def test_with_a_rival_behind_the_question_is_how_far_with_none_how_good() -> None:
    found = insights(ben="closeness: 1\nknows: [tara 1]", chloe="knows: [tara 3]")
    assert lines(found)[0].why == "Chloe is ahead of Ben for Tara; this tells how far."
    alone = insights(chloe="knows: [tara 3]")
    assert lines(alone)[0].why == (
        "Only Chloe could be asked for Tara; this tells how good the chances are."
    )


def test_a_question_that_matters_for_several_doors_says_so_once() -> None:
    found = insights(tara="ask: no", omar="ask: no", chloe="knows: [tara 3, omar 3]")
    (line,) = all_worth(found)().lines
    assert line.why.endswith("It matters for 1 other door too.")


def test_a_door_has_at_most_three_questions_and_today_five() -> None:
    names = [f"c{n}" for n in range(9)]
    facts = dict.fromkeys(names, "knows: [tara 3]")
    cast_ = people(" ".join(["me", "tara", "ana", *names]), me="me: true", **facts)
    found = insights_of(cast_ | {"intros/tara.md": intro(QUIET)}, TODAY)
    assert len(lines(found)) == 3
    assert len(all_worth(found)().lines) == 5


def test_pages_show_the_question_with_its_line_file_and_scale() -> None:
    found = insights(ben="closeness: 4\nknows: [tara 3]", chloe="knows: [tara 4]")
    for page in (today_page(found), door_page(found, door_in(found, "tara"))):
        text = HtmlReader(html_of(page)).text
        assert "How well do you know Chloe?" in text
        assert "closeness: 3 Copy contacts/chloe.md, after line 2" in text
        assert "Put the true number: 1 met once · 2 acquaintance" in text


def test_where_nothing_is_worth_asking_there_is_no_panel() -> None:
    found = insights(ben="closeness: 4\nknows: [tara 3]")
    today = cast("TodayView", today_page(found).view)
    door = cast("DoorView", door_page(found, door_in(found, "tara")).view)
    assert not today.worth
    assert not door.worth
    assert "Worth finding out" not in html_of(today_page(found))

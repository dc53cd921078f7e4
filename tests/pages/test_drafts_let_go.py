"""Whoever may still be at work on an introduction hears that there is no need any more."""

import pytest

from site_builder.pages.drafts import door_drafts
from tests.support.insights_sample import door_in, insights_in
from tests.support.letters import ASKED, MADE, SILENT, read


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ("- 2026-09-01 asked", "On 1 September I asked whether you might introduce me to Tara."),
        (
            "- 2026-09-01 asked\n- 2026-09-02 agreed",
            "Thank you for being willing to introduce me to Tara.",
        ),
        ("- 2026-09-01 reminded", "A while ago I asked whether you might"),
        ("- 2026-09-01 opt-in-asked", "Thank you for asking Tara whether an introduction is"),
    ],
)
def test_who_never_came_to_it_hears_that_there_is_no_need_any_more(log: str, words: str) -> None:
    insights = insights_in(SILENT + log)
    door = door_in(insights, "t")
    to_ben, to_sam = door_drafts(insights, door)
    assert (to_ben.called, to_sam.name, to_sam.called) == ("Ben", "let-go", "Sam")
    assert read(to_sam).startswith(f"Hi Sam,\n\n{words}")
    assert "There is no need any more" in read(to_sam)
    told = "before you ask them, tell Sam that there is no need any more."
    assert door.move.because.endswith(told)


def test_nobody_is_let_go_while_there_is_nobody_else_nor_after_a_no() -> None:
    for vault in (ASKED + "- 2026-09-01 asked", SILENT + "- 2026-09-01 passed"):
        insights = insights_in(vault)
        door = door_in(insights, "t")
        assert door.move.name == "next-introducer"
        assert "let-go" not in {draft.name for draft in door_drafts(insights, door)}
    told = "- 2026-09-01 asked\n- 2026-09-20 thanked: told her that there is no need"
    for log in ("- 2026-09-01 passed", told):
        door = door_in(insights := insights_in(SILENT + log), "t")
        assert "no need" not in door.move.because
        assert [draft.called for draft in door_drafts(insights, door)] == ["Ben"]


PARALLEL = f"{MADE}- 2026-11-10 replied\n{{}}== intros/2.md\ntarget: t\nintroducer: b\n{{}}"
IN_TOUCH = "There is no need any more: Tara and I are in touch, and I wanted you to hear that from"


@pytest.mark.parametrize(
    ("log", "names", "reason"),
    [
        ("", ["reply", "let-go"], IN_TOUCH),
        ("- 2026-11-20 met\n", ["thank-you", "let-go"], IN_TOUCH),
        ("- 2026-11-20 scheduled 2026-11-28\n", ["let-go"], IN_TOUCH),
        ("- 2026-11-20 closed: lost\n", ["let-go"], "There is no need any more: the matter is"),
    ],
)
def test_who_was_asked_side_by_side_hears_that_the_target_is_there(
    log: str, names: list[str], reason: str
) -> None:
    second = "- 2026-11-05 asked\n- 2026-11-06 agreed\n"
    insights = insights_in(ASKED + PARALLEL.format(log, second))
    drafts = door_drafts(insights, door_in(insights, "t"))
    assert [draft.name for draft in drafts] == names
    assert drafts[-1].called == "Ben"
    assert reason in read(drafts[-1])
    assert "another way" not in read(drafts[-1])

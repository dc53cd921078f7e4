"""Settings and single files may excuse findings; excuses that are idle are findings themselves."""

import pytest

from site_builder.diagnostics import Severity

from .builders import GOAL, contact, findings, found, intro, only

NO_GOAL = intro(keys=())


def _settings(*lines: str) -> dict[str, str]:
    return {"doorstep.toml": "\n".join(("[checks]", *lines, ""))}


def test_a_waiver_excuses_one_check_in_one_file() -> None:
    files = {"intros/a.md": intro(keys=("ignore: [no-goal by phone]",)), "intros/b.md": NO_GOAL}
    assert found(files) == ["no-goal intros/b.md:1:1"]


def test_an_error_may_be_waived_too() -> None:
    keys = ("ignore: [unknown-contact she has no file yet]", "introduced_by: zoe-ruiz")
    assert found({"contacts/pat.md": contact(*keys)}) == []


def test_a_file_that_cannot_be_read_waives_nothing() -> None:
    text = "---\nname: [x\nignore: [invalid-yaml it is late]\n---\n"
    assert only({"contacts/pat.md": text}).id == "invalid-yaml"


@pytest.mark.parametrize("level", ["error", "warning", "hint"])
def test_settings_change_the_level_of_a_check(level: str) -> None:
    files = {"intros/a.md": NO_GOAL, **_settings(f'no-goal = "{level}"')}
    assert only(files).severity is Severity(level)


def test_settings_switch_a_check_off_and_its_waivers_are_not_called_idle() -> None:
    waived = intro(keys=("ignore: [no-goal by phone]",))
    files = {"intros/a.md": NO_GOAL, "intros/b.md": waived, **_settings('no-goal = "off"')}
    assert found(files) == []


def test_a_waiver_with_nothing_to_waive_is_reported_unless_settings_say_no() -> None:
    files = {"intros/a.md": intro(keys=(GOAL, "ignore: [no-goal by phone]"))}
    assert found(files) == ["unused-waiver intros/a.md:5:10"]
    assert found({**files, **_settings('unused-waiver = "off"')}) == []


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("no-gaol by phone", 'did you mean "no-goal"?'),
        ("quite-another by phone", 'delete "quite-another" from ignore, or type a check\'s id'),
    ],
)
def test_a_waiver_of_no_check_at_all_gets_the_nearest_id(typed: str, cure: str) -> None:
    assert only({"contacts/pat.md": contact(f"ignore: [{typed}]")}).help == cure


@pytest.mark.parametrize(
    "files",
    [
        {"contacts/pat.md": contact("draft: true", "ignore: [broken-link soon]")},
        {"contacts/pat.md": contact("ignore: [broken-link soon, unused-waiver soon]")},
    ],
)
def test_drafts_and_files_that_say_so_keep_idle_waivers(files: dict[str, str]) -> None:
    assert found(files) == []


def test_a_mistake_elsewhere_does_not_make_a_waiver_idle() -> None:
    keys = (GOAL, "ignore: [unknown-tie they met last week]")
    files = {
        "contacts/zed.md": "---\nname: [Zed\n---\n",
        "intros/a.md": intro(target="zed", keys=keys),
        "intros/b.md": intro("2026-09-20 opted", keys=keys),
    }
    assert found(files) == ["invalid-yaml contacts/zed.md:2:7", "unknown-event intros/b.md:10:14"]


def test_findings_carry_their_line_and_stand_in_order() -> None:
    files = {
        "contacts/b.md": contact("ask: never", "closeness: 9"),
        "contacts/a.md": contact("met_on: soon"),
    }
    assert [each.excerpt for each in findings(files)] == [
        "met_on: soon",
        "ask: never",
        "closeness: 9",
    ]


def test_a_waiver_without_a_reason_cannot_excuse_that_it_has_none() -> None:
    text = intro(keys=("ignore: [waiver-without-reason, no-goal]",))
    both = [f"waiver-without-reason intros/a.md:4:{column}" for column in (10, 33)]
    assert found({"intros/a.md": text}) == both


def test_a_reason_excuses_the_waivers_that_have_none() -> None:
    text = intro(keys=("ignore: [waiver-without-reason written before 2026, no-goal]",))
    assert found({"intros/a.md": text}) == []

"""One line, one event: of a line with several, all lines to type are said."""

import pytest

from tests.support.vaults import document_of, intro_of

HEAD = "---\ntarget: a\nintroducer: b\n---\n\n## Log\n\n- "


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("asked, agreed: over lunch", ["asked", "agreed: over lunch"]),
        ("asked and agreed", ["asked", "agreed"]),
        ("introduced/wrote", ["introduced", "wrote"]),
        ("introduced + wrote: both", ["introduced", "wrote: both"]),
        ("asked → agreed → opted-in", ["asked", "agreed", "opted-in"]),
        ("asked agreed", ["asked", "agreed"]),
        ("proposed, scheduled 2026-12-01: noon", ["proposed", "scheduled 2026-12-01: noon"]),
        ("met, closed: won", ["met", "closed: won"]),
    ],
)
def test_all_lines_to_type_are_said_and_read(line: str, lines: list[str]) -> None:
    (fault,) = document_of(f"{HEAD}2026-10-01 {line}\n", "intros/a.md").faults
    assert (fault.check, fault.wanted) == ("invalid-log-line", "one event")
    assert fault.cure.split("\n") == [f"2026-10-01 {one}" for one in lines]
    healed = intro_of(f"{HEAD}{fault.cure.replace(chr(10), chr(10) + '- ')}\n")
    assert len(healed.events) == len(lines)


def test_a_later_event_keeps_its_own_date() -> None:
    (fault,) = document_of(f"{HEAD}2026-10-01 wrote; 2026-10-03 replied\n", "intros/a.md").faults
    assert fault.cure.split("\n") == ["2026-10-01 wrote", "2026-10-03 replied"]


@pytest.mark.parametrize(
    "line", ["asked over lunch", "wrote, and then some", "scheduled 2026-12-01 10:00", "asked him"]
)
def test_a_text_without_its_colon_is_no_second_event(line: str) -> None:
    (fault,) = document_of(f"{HEAD}2026-10-01 {line}\n", "intros/a.md").faults
    assert fault.wanted != "one event"


@pytest.mark.parametrize("line", ["scheduled 2026-12-01", "asked: agreed", "wrote: asked, met"])
def test_one_event_stays_one(line: str) -> None:
    assert len(intro_of(f"{HEAD}2026-10-01 {line}\n").events) == 1

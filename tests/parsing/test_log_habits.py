"""Logs as other programs and habits have them: told with the heading or the line to type."""

import pytest

from tests.support.vaults import document_of

INTRO = "---\ntarget: a\nintroducer: b\n---\n\n"
CONTACT = "---\nname: T\n---\n\n"


def strays(text: str, path: str = "contacts/a.md") -> list[tuple[str, str, str]]:
    """Return what strays in a file: its key, what stands there, and the line to type."""
    return [(fault.key, fault.found, fault.cure) for fault in document_of(text, path).faults]


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        ("| Date | Event |\n|---|---|\n| 2026-10-01 | asked | lunch |", "2026-10-01 asked: lunch"),
        ("| 2026-10-01 | asked |", "2026-10-01 asked"),
        ("- ✅ 2026-10-01 asked", "2026-10-01 asked"),
        ("- 📧 2026-10-01: wrote, two dates", "2026-10-01 wrote: two dates"),
        ("- ➡️ yesterday replied", "YYYY-MM-DD replied"),
        ("### 2026-10-01\n\nasked over lunch", "2026-10-01 wrote: …"),
        ("### 2026-10-01 asked", "2026-10-01 asked"),
    ],
)
def test_another_shape_of_an_event_is_told_with_the_line_to_type(lines: str, meant: str) -> None:
    ((_, found, cure),) = strays(f"{INTRO}## Log\n\n{lines}\n", "intros/a.md")
    assert cure == meant
    assert found in lines


@pytest.mark.parametrize(
    "lines",
    [
        "| Name | Seats |\n|---|---|\n| Oslo | 8 |",
        "| asked | 3 times |",
        "### The plan for 2027",
        "- 😀 what a day",
        "- 👍 10 people agreed",
    ],
)
def test_other_tables_headings_and_pictures_are_prose(lines: str) -> None:
    assert strays(f"{INTRO}## Log\n\n{lines}\n", "intros/a.md") == []
    assert strays(f"{CONTACT}## Log\n\n{lines}\n") == []


@pytest.mark.parametrize(
    "heading",
    [
        *("# Log", "### Log", "## Log:", "## 📓 Log", "## **Log**", "## Logbuch", "## Timeline"),
        *(
            "## Contact log",
            "## Log 2026",
            "## Verlauf",
            "**Log**",
            "Log:",
            "Log\n---",
            "## HISTORY",
        ),
    ],
)
def test_a_heading_that_means_the_log_is_told(heading: str) -> None:
    first = heading.partition("\n")[0]
    text = f"{heading}\n\n- 2026-10-01: lunch\n"
    assert strays(CONTACT + text) == [("heading", first, "")]
    assert strays(f"{INTRO}{text}", "intros/a.md")[0][:2] == ("heading", first)


@pytest.mark.parametrize(
    "text",
    [
        "## Timeline\n\nHe came in 2019.\n",
        "## Log cabin\n\n- logs of oak\n",
        "Log:\n\nprose\n\n- 2026-10-01: lunch\n",
        "## Blog\n\n- 2026-10-01: wrote on it\n",
        "## Contact log\n\n## Log\n\n- 2026-10-01: lunch\n",
        "## History\n\n## Career\n\n- 2026-10-01: new firm\n",
    ],
)
def test_other_headings_are_left_alone(text: str) -> None:
    assert strays(CONTACT + text) == []


def test_an_indented_item_is_told_to_begin_in_column_one() -> None:
    ((key, found, cure),) = strays(f"{INTRO}## Log\n\n\t- 2026-10-01 asked\n", "intros/a.md")
    assert (key, found) == ("event", f"- {cure}")


@pytest.mark.parametrize(
    ("quoted", "meant"),
    [
        ("> - 2026-10-01 asked: over lunch", "2026-10-01 asked: over lunch"),
        ("> 2026-10-01 asked", "2026-10-01 asked"),
        (">> * 2026-10-01 asked", "2026-10-01 asked"),
    ],
)
def test_a_quoted_event_of_the_log_is_told_whole(quoted: str, meant: str) -> None:
    told = strays(f"{INTRO}## Log\n\n{quoted}\n", "intros/a.md")
    assert [(found, cure) for _, found, cure in told] == [(quoted, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "## Log\n\n> [!note] asked twice\n> so far",
        "## Log\n\n> - yesterday: asked",
        "## A\n\n> 2026-10-01 asked",
    ],
)
def test_other_quotations_are_left_alone(text: str) -> None:
    assert strays(f"{INTRO}{text}\n", "intros/a.md") == []


def test_a_quoted_line_of_a_contact_is_told() -> None:
    text = f"{CONTACT}## Log\n\n> - 2026-10-01: in Oslo\n"
    assert strays(text) == [("dated", "> - 2026-10-01: in Oslo", "2026-10-01: in Oslo")]


AGAIN = "- 2026-09-26 wrote: hello; 2026-09-28 replied: thanks"


@pytest.mark.parametrize(
    ("log", "told"),
    [
        (AGAIN, ["2026-09-28 replied"]),
        (f"{AGAIN}\n- 2026-09-28 replied", []),
        (f"{AGAIN}\n- 2026-09-27 replied", ["2026-09-28 replied"]),
        ("- 2026-09-26 wrote: before 2026-09-28 replied nobody", []),
        ("- 2026-09-26 wrote: hello, 2026-09-28 replied", ["2026-09-28 replied"]),
        ("- 2026-09-26 wrote: hello, 2026-09-28 replied to all", []),
    ],
)
def test_an_event_in_the_text_of_another_is_told_once(log: str, told: list[str]) -> None:
    found = strays(f"{INTRO}## Log\n\n{log}\n", "intros/a.md")
    assert [(key, text) for key, text, _ in found] == [("text", one) for one in told]


def test_a_contact_has_no_events_to_tell_of() -> None:
    assert strays(f"{CONTACT}## Log\n\n{AGAIN.replace(' wrote:', ':')}\n") == []

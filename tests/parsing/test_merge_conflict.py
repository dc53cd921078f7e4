"""Conflicts that git left in a file: found once, at the first mark, and nothing else is read."""

import pytest

from tests.support.vaults import document_of

FRONT = "---\nname: T\n---\n"
OURS, THEIRS = "<<<<<<< HEAD", ">>>>>>> laptop"


def conflict(text: str) -> tuple[int, str, str] | None:
    """Return line, marks and number of further conflicts of a file's only fault."""
    document = document_of(text)
    if not document.faults:
        return None
    (fault,) = document.faults
    assert fault.check == "merge-conflict"
    assert document.record is None
    return fault.span.line, fault.cure, fault.wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{FRONT}\n{OURS}\na\n=======\nb\n{THEIRS}\n", (5, "5 7 9", "0")),
        (f"{FRONT}\n{OURS}\na\n||||||| base\n=======\nb\n{THEIRS}", (5, "5 7 8 10", "0")),
        (f"---\nname: T\n{OURS}\norg: A\n=======\norg: B\n{THEIRS}\n---\n", (3, "3 5 7", "0")),
        (f"{OURS}\n{FRONT}=======\n{FRONT}{THEIRS}\n", (1, "1 5 9", "0")),
        (f"{FRONT}%%\n{OURS}\na\n=======\nb\n{THEIRS}\n%%\n", (5, "5 7 9", "0")),
        (f"{FRONT}<!--\n{OURS}\n=======\n{THEIRS}\n-->\n", (5, "5 6 7", "0")),
        (f"{FRONT}```\nx\n```\n{OURS}\n=======\n{THEIRS}\n", (7, "7 8 9", "0")),
        (f"{FRONT}{OURS}\r\na\r\n=======\r\n{THEIRS}\r\n", (4, "4 6 7", "0")),
        (f"{FRONT}{OURS}\n```\n=======\n{THEIRS}\n{OURS}\n=======\n{THEIRS}\n", (4, "4 6 7", "1")),
    ],
)
def test_a_conflict_is_told_with_the_lines_of_its_marks(
    text: str, found: tuple[int, str, str]
) -> None:
    assert conflict(text) == found


@pytest.mark.parametrize(
    "body",
    [
        "Heading\n=======\n",
        f"{OURS}\na\n{THEIRS}\n",
        f"```\n{OURS}\na\n=======\nb\n{THEIRS}\n```\n",
        f"~~~ diff\n{OURS}\n```\n{THEIRS}\n~~~\n",
        f"{OURS}\na\n=======\nb\n",
        f"a\n=======\nb\n{THEIRS}\n",
        f"{THEIRS}\n=======\n{OURS}\n",
        f" {OURS}\n=======\n {THEIRS}\n",
        "<<<<<<<\n=======\n>>>>>>>\n",
    ],
)
def test_what_is_no_conflict_is_read(body: str) -> None:
    assert conflict(f"{FRONT}\n{body}") is None

"""Notes as search reads them, words in one line, and as exports have them, a line a block."""

from collections.abc import Callable

import pytest

from site_builder.model.prose import Prose
from site_builder.pages.prose import LinkIndex, link_index, prose_lines, prose_text
from tests.support.vaults import vault_of


def told(note: str, tell: Callable[[Prose, LinkIndex], str] = prose_text) -> str:
    vault = vault_of(
        {
            "contacts/tara.md": "---\nname: Tara <T> Lindqvist\n---\n",
            "contacts/me.md": f"---\nname: Robin\nme: true\n---\n{note}\n",
        }
    )
    assert vault.me is not None
    return tell(vault.records[vault.me].notes, link_index(vault))


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("", ""),
        ("One.\n\nTwo\nlines.", "One. Two lines."),
        ("un**believ**able and `code`", "unbelievable and code"),
        ("- first\n- second", "first second"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ("5 < 6 & <b>bold</b> > 4", "5 < 6 & <b>bold</b> > 4"),
        ("&amp;lt; &lt;i&gt;", "&lt; <i>"),
        ('[mail](mailto:x@y.example "a > b") her', "mail her"),
        ("[[tara]] and [[tara|her]]", "Tara <T> Lindqvist and her"),
        ("[[nobody]], [her](tara.md)", "nobody, her"),
        ("kept %%never%% #tag", "kept #tag"),
    ],
)
def test_a_note_becomes_its_words(note: str, words: str) -> None:
    assert told(note) == words


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        ("", []),
        ("One.\n\nTwo\nlines.", ["One.", "Two lines."]),
        (
            "# Head\n\n- first\n- [[tara]], and\n  more",
            ["Head", "first", "Tara <T> Lindqvist, and more"],
        ),
        ("a\\\nb\n\n---\n\n> said", ["a", "b", "said"]),
        ("| a | b |\n|---|---|\n| c | d |", ["a b", "c d"]),
        ("<p> is text", ["<p> is text"]),
    ],
)
def test_a_note_becomes_its_lines(note: str, lines: list[str]) -> None:
    assert told(note, prose_lines).split("\n") == (lines or [""])

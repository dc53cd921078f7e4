"""Notes as search reads them: words in one line."""

import pytest

from site_builder.pages.prose import link_index
from site_builder.pages.prose_text import prose_text
from tests.support.vaults import vault_of


def told(note: str) -> str:
    vault = vault_of(
        {
            "contacts/tara.md": "---\nname: Tara <T> Lindqvist\n---\n",
            "contacts/me.md": f"---\nname: Robin\nme: true\n---\n{note}\n",
        }
    )
    assert vault.me is not None
    return prose_text(vault.records[vault.me].notes, link_index(vault))


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

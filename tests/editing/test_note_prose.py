"""Plain words from elsewhere in a note: shown as they are, and nothing else."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.editing.note_prose import only_shows, prose_of, with_prose
from site_builder.model.contact import Contact
from site_builder.pages.prose import link_index, prose_lines
from site_builder.parsing.document_read import read_document
from site_builder.parsing.text_decode import CONTROL
from site_builder.source import Source
from tests.proof.long_form import LONG
from tests.support.vaults import vault_of

BARE = "---\nname: Ada\n---\n"
LOGGED = "---\nname: Ada\n---\n\nMine [[ada]].\n\n## Log\n\n- 2026-06-03: met\n"
PATH = "contacts/ada.md"
LINKS = link_index(vault_of({PATH: BARE}))
LIVELY = [
    *("# A heading", "## Log", "- 2026-01-02: met", "2026-01-02 asked: him", "[[ada]]", "#tag"),
    *("%% hidden %%", "<!-- hidden -->", "https://x.example/a", "www.x.example", "a@b.example"),
    *("1. one", "2) two", "---", "***", "===", "a | b", "---|---", "![[x.png]]", "[a](b)"),
    *("> [!note] x", "&amp;", "$x$", "[^1]", "~~x~~", "```", "- [ ] 2026-01-02 asked", "Log"),
    *("\\", "<<<<<<< x", ">>>>>>> y", "mailto:a@b.example", "**2026-01-02** met", "    code"),
    *("HTTPS://X.example", "_a_ __b__", "x_y_z", "<b>", "<https://x.example>", "+ x", "=", "~"),
    *("| 2026-01-02 | asked |", "![a](https://x.example/a.png)", "[a]: https://x.example", "\t- x"),
]


def told(words: str) -> str:
    return "\n".join(plain for line in words.split("\n") if (plain := " ".join(line.split())))


def shown(text: str) -> str:
    record = read_document(Source(PATH, text.encode())).record
    assert isinstance(record, Contact)
    return prose_lines(record.notes, LINKS)


@settings(max_examples=5_000 if LONG else 300, deadline=None)
@given(
    st.lists(
        st.sampled_from(LIVELY) | st.text(st.characters(codec="utf-8"), max_size=20), min_size=1
    ).map("\n".join)
)
@example("\n".join(LIVELY))
@example("a\\\nb")
def test_any_words_are_shown_as_they_are_and_mean_nothing(typed: str) -> None:
    words = CONTROL.sub("", typed)
    made = with_prose(BARE, words)
    assert only_shows(PATH, made, BARE)
    assert shown(made) == told(words)
    assert only_shows(PATH, with_prose(LOGGED, words), LOGGED)


@pytest.mark.parametrize(
    "raw", ["[[ada]]", "#tag", "## Log\n\n- 2026-01-02: met", "# Logbook", "x: https://x.example"]
)
def test_words_that_mean_something_are_seen(raw: str) -> None:
    assert not only_shows(PATH, f"{BARE}\n{raw}\n", BARE)


def test_ordinary_words_stay_as_readable_as_they_were() -> None:
    words = "Met at the fair (hall 3), well-known there.\nLikes short mails; 3.5 km away!"
    assert prose_of(words) == words.replace("\n", "\n\n") + "\n"


def test_words_stand_above_what_a_template_has_and_no_words_change_nothing() -> None:
    assert with_prose(LOGGED, "Tall.") == LOGGED.replace("---\n\nMine", "---\n\nTall.\n\nMine")
    assert with_prose(BARE, " \n") == BARE

"""Markdown made to be slow: the time grows with the size of the file, and no faster."""

from collections.abc import Callable
from html import escape

import pytest

from site_builder.markup import spare
from site_builder.markup.prose_render import render
from site_builder.reading.vault_read import LARGEST_FILE
from tests.proof.cost import read, with_body
from tests.proof.long_form import LONG

pytestmark = pytest.mark.proves("hostile")

PIECES = [
    *("[", "![", "]", "[]", "[a](", "[a][", "[[a", "![[", "[[a|b]]", "[^1]", "[a]: b\n"),
    *("*a **b ", "*", "_a_b", "**a*b_c__", "~~a", "`", "<", "<!--", "<http:", "<a b=", "</a>"),
    *("&", "&#x", "> ", "- ", "1. ", "%%", "\\", ":", "http://", "http://a ", "www.a ", "a@b "),
    *("|", "|a|b\n", "#a ", "# ", "> [!note] a\n", "- [ ] a\n", "a\n-\n", "```\n", "\t", "\n"),
    *("a\n", "(", '[a](b "', "<!-- a ", "\r", "$$", "- 2026-01-01\n", "## Log\n", "é", "👩‍👧"),
]
ATTEMPTS = 5
"""Measurements, until one is good: a busy machine has its slow moments."""
SIZE, TIMES = (10_000, 8) if LONG else (4_000, 4)


def repeated(piece: str, size: int) -> str:
    return piece * (size // len(piece))


def in_paragraphs(piece: str, size: int) -> str:
    return "\n\n".join([repeated(piece, 200)] * (size // 200))


def longer_ticks(_: str, size: int) -> str:
    return " ".join("`" * n for n in range(1, int((2 * size) ** 0.5)))


def deeper_lists(_: str, size: int) -> str:
    return "\n".join("  " * n + "- a" for n in range(int(size**0.5)))


def wide_table(_: str, size: int) -> str:
    return "|a" * (size // 8) + "\n" + "|-" * (size // 8) + "\n|b" * 9


SHAPES: list[tuple[Callable[[str, int], str], str]] = [
    *((repeated, piece) for piece in PIECES),
    *((in_paragraphs, piece) for piece in ("[", "![", "[[a", ":", "<http:", "**a*b_c__")),
    *((shape, "") for shape in (longer_ticks, deeper_lists, wide_table)),
]


@pytest.mark.parametrize(
    ("shape", "piece"), SHAPES, ids=lambda one: ascii(getattr(one, "__name__", one))
)
def test_the_time_grows_no_faster_than_the_text(
    shape: Callable[[str, int], str], piece: str
) -> None:
    assert any(grows_no_faster(shape, piece) for _ in range(ATTEMPTS))


def grows_no_faster(shape: Callable[[str, int], str], piece: str) -> bool:
    """Measure a text and one that is some times as long."""
    _, small = read(with_body(shape(piece, SIZE)))
    _, large = read(with_body(shape(piece, SIZE * TIMES)))
    return large < max(0.15, 2 * TIMES * small) and large < SIZE * TIMES / 25_000


@pytest.mark.parametrize("piece", ["a\n", "#a ", "a: "])
def test_a_note_as_large_as_a_file_may_be_is_read(piece: str) -> None:
    document, spent = read(with_body(repeated(piece, LARGEST_FILE - 100)), tries=1)
    assert document.record is not None
    assert spent < 30  # and hours, if the time grew with the square


@pytest.mark.control
def test_without_the_bound_the_same_text_takes_far_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    data = with_body(":" * 8000)
    _, bounded = read(data, tries=20)
    monkeypatch.setattr(spare, "FREE", 1e12)
    _, unbounded = read(data, tries=1)
    assert unbounded > 20 * bounded


@pytest.mark.parametrize("mark", ["[", ":", "![", "<http:", "[[a|b]]"])
def test_too_many_marks_are_shown_as_they_are(mark: str) -> None:
    text = mark * 8000
    assert render(f"<b>{text}").pieces == (f"<p>{escape('<b>' + text)}</p>\n",)


def test_what_people_write_stays_markdown() -> None:
    paragraph = "**Tara** wrote to [[sam]]: *see* [this](https://a.example), `x` and ~~y~~. "
    links = [f"- [[person-{n}]]: *met* at [the fair](https://a.example/{n})" for n in range(500)]
    prose = render("\n\n".join([paragraph * 20, *[paragraph * 4] * 400, "\n".join(links)]))
    html = "".join(prose.pieces)
    assert html.count("<strong>Tara</strong>") == 20 + 1600
    assert len(prose.links) == 20 + 1600 + 500
    assert html.count("<em>met</em>") == 500


def test_a_bound_on_one_paragraph_leaves_the_others_alone() -> None:
    html = "".join(render("*a*\n\n" + "[" * 5000 + "\n\n*b*").pieces)
    assert html.startswith("<p><em>a</em></p>\n<p>[[[[")
    assert html.endswith("<p><em>b</em></p>\n")

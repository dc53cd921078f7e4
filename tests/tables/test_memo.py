"""Remembered tables are equal to fresh ones, and only what must be is made again."""

from collections.abc import Mapping
from threading import Thread

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.tables import FRESH, Tables
from site_builder.tables.memo import Memo

Words = Mapping[str, str]
"""A little vault: names, each with the names it mentions and a word of its own."""


class Book:
    """A pipeline over words as the program's is over files; it notes which rows it makes."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.made: list[tuple[str, str]] = []

    def run(self, words: Words, *, shout: bool = False) -> tuple[object, ...]:
        """Make all tables of a vault."""
        self.made.clear()
        tables = self.tables
        source = tables.source("words", words)
        tables.constant("shout", shout)

        def first(name: str) -> str:
            self.made.append(("first", name))
            return source[name][:1].upper() if shout else source[name][:1]

        def mentioned(name: str) -> tuple[tuple[str, str], ...]:
            return tuple((other, name) for other in source[name].split() if other != name)

        firsts = tables.derive("first", source, first)
        mentions = tables.invert("mentions", tables.derive("mentioned", source, mentioned))
        sizes = tables.group("sizes", tables.each("size", source, len), lambda size: [(size, "")])

        def page(name: str) -> str:
            self.made.append(("page", name))
            others = ",".join(firsts.get(other, "?") for other in mentions.get(name, ()))
            return f"{firsts[name]}{'' if 'a' in source else '!'}:{others}"

        pages = tables.derive("page", sorted(source), page)

        def last() -> str:
            self.made.append(("last", ""))
            return f"{len(pages)} {' '.join(pages.values())} {' '.join(mentions)}"

        def place(name: str) -> int:
            self.made.append(("place", name))
            return -len(source[name])

        ends = tables.single("last", last)
        longest = tables.sort("longest", source, place)
        lists = [list(rows.items()) for rows in (mentions, pages, longest, sizes)]
        return dict(firsts), lists, ends()


NAMES = st.sampled_from("abcde")
WORDS = st.dictionaries(NAMES, st.lists(NAMES, max_size=3).map(" ".join), max_size=5)


@settings(deadline=None)
@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=6))
def test_remembered_tables_equal_fresh_ones_whatever_happened_before(
    runs: list[tuple[Words, bool]],
) -> None:
    book = Book(Memo())
    for words, shout in runs:
        assert book.run(words, shout=shout) == Book(FRESH).run(words, shout=shout)


def test_nothing_is_made_again_where_nothing_changed() -> None:
    book = Book(Memo())
    book.run({"a": "b", "b": "a", "c": ""})
    assert ("page", "a") in book.made
    book.run({"a": "b", "b": "a", "c": ""})
    assert book.made == []


def test_a_row_is_made_again_where_it_or_one_that_it_read_changed() -> None:
    book = Book(Memo())
    book.run({"a": "b", "b": "c", "c": "c"})
    book.run({"a": "b", "b": "e", "c": "c"})
    assert sorted(book.made) == [
        ("first", "b"),
        ("last", ""),
        ("page", "b"),
        ("page", "c"),
        ("place", "b"),
    ]


def test_a_row_that_comes_out_equal_leaves_its_readers_in_peace() -> None:
    book = Book(Memo())
    book.run({"a": "a b", "b": ""})
    book.run({"a": "a  b", "b": ""})
    assert sorted(book.made) == [("first", "a"), ("page", "a"), ("page", "b"), ("place", "a")]


def test_another_constant_makes_all_later_rows_again_and_no_earlier_ones() -> None:
    memo = Memo()
    made: list[str] = []

    def run(early: int, late: int) -> None:
        made.clear()
        memo.constant("early", early)
        memo.derive("one", ("k",), lambda key: made.append("one") or key)  # type: ignore[func-returns-value] # for its effect
        memo.constant("late", late)
        memo.derive("two", ("k",), lambda key: made.append("two") or key)  # type: ignore[func-returns-value] # as above

    run(1, 1)
    run(1, 2)
    assert made == ["two"]
    run(2, 2)
    assert made == ["one", "two"]


def test_a_row_that_fails_is_made_again() -> None:
    book = Book(Memo())
    book.run({"a": "b", "b": ""})
    broken: Words = {"a": "b", "b": None}  # type: ignore[dict-item] # what a bug may leave
    try:
        book.run(broken)
    except TypeError:
        words = {"a": "b", "b": "c"}
        assert book.run(words) == Book(FRESH).run(words)
    else:
        raise AssertionError("the broken word went unnoticed")


def test_who_reads_a_row_again_and_again_is_noted_once() -> None:
    book = Book(Memo())
    for turn in range(500):
        book.run({"a": f"b {turn}", "b": "a"})
    memo = book.tables
    assert isinstance(memo, Memo)
    assert memo.size < 1000


def test_what_another_thread_reads_meanwhile_is_not_noted() -> None:
    memo, made = Memo(), list[str]()
    before = memo.source("before", {"a": 1})

    def make(key: str) -> int:
        made.append(key)
        reader = Thread(target=lambda: before["a"])
        reader.start()
        reader.join()
        return 0

    for value in (1, 2):
        before = memo.source("before", {"a": value})
        memo.derive("page", ("x",), make)
    assert made == ["x"]
    assert memo.derive("reader", ("x",), lambda _: before["a"])["x"] == value

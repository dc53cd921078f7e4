"""What a remembered table costs follows from what changed, not from how many rows it has."""

from collections.abc import Iterator

from site_builder.tables import changed_keys
from site_builder.tables.memo import Memo
from site_builder.tables.note import STEPS

MANY = [f"n{number:03}" for number in range(200)]


class Listed(tuple[tuple[str, str], ...]):
    """What a row lists; it counts how often that is looked at."""

    __slots__ = ()
    looks = 0

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Count one look."""
        Listed.looks += 1
        return super().__iter__()


def looks_of(memo: Memo, words: dict[str, str]) -> int:
    """Return how many lists are looked at in one run."""
    Listed.looks = 0
    source = memo.source("words", words)
    listed = memo.derive("listed", source, lambda name: Listed(((source[name], name),)))
    groups = memo.invert("groups", listed)
    assert dict(groups) == {
        word: tuple(name for name in words if words[name] == word) for word in set(words.values())
    }
    return Listed.looks


def test_groups_are_renewed_from_the_lists_that_changed() -> None:
    memo, words = Memo(), dict.fromkeys(MANY, "x")
    assert looks_of(memo, words) >= len(MANY)
    assert looks_of(memo, {**words, "n007": "y"}) <= 4
    assert looks_of(memo, {**words, "n007": "y"}) == 0
    assert looks_of(memo, {**words, "n007": "y", "new": "y"}) <= 4


def test_groups_follow_when_rows_come_in_another_order() -> None:
    memo = Memo()
    looks_of(memo, {"a": "x", "b": "x", "c": "y"})
    looks_of(memo, {"c": "y", "b": "x", "a": "x"})


def test_who_reads_keys_alone_is_made_again_when_they_are_others_only() -> None:
    memo, made = Memo(), list[str]()

    def run(words: dict[str, str]) -> int:
        source = memo.source("words", words)

        def number(_: str) -> int:
            made.append("number")
            return len([*source])

        return memo.derive("number", ("",), number)[""]

    assert run({"a": "1", "b": "2"}) == 2
    assert run({"a": "1", "b": "3"}) == 2
    assert made == ["number"]
    assert run({"a": "1"}) == 1
    assert made == ["number", "number"]


def test_what_changed_between_two_versions_is_known() -> None:
    memo, words = Memo(), dict.fromkeys(MANY, "x")
    old = memo.source("words", words)
    middle = memo.source("words", {**words, "n001": "y"})
    del words["n002"]
    new = memo.source("words", {**words, "n001": "y", "new": "z"})
    assert set(changed_keys(old, middle)) == {"n001"}
    assert set(changed_keys(middle, new)) == {"n002", "new"}
    assert set(changed_keys(old, new)) == {"n001", "n002", "new"}
    assert not changed_keys(new, new)


def test_after_too_many_versions_everything_may_have_changed() -> None:
    memo, words = Memo(), dict.fromkeys(MANY, "x")
    old = new = memo.source("words", words)
    for turn in range(STEPS + 1):
        new = memo.source("words", {**words, "n001": str(turn)})
    assert set(changed_keys(old, new)) == set(MANY)


def test_of_plain_mappings_everything_may_have_changed() -> None:
    assert set(changed_keys({"a": 1, "b": 1}, {"b": 1, "c": 1})) == {"a", "b", "c"}


def test_a_table_that_sat_out_some_runs_catches_up() -> None:
    memo = Memo()

    def run(words: dict[str, str], *, whole: bool) -> list[tuple[str, str]]:
        source = memo.source("words", words)
        if not whole:
            return []
        long = memo.derive("long", source, lambda name: source[name] * 2)
        return list(memo.sort("sorted", long, lambda name: long[name]).items())

    run({"a": "3", "b": "1"}, whole=True)
    run({"a": "0", "b": "1"}, whole=False)
    run({"a": "0", "c": "2"}, whole=False)
    assert run({"a": "0", "c": "2"}, whole=True) == [("a", "00"), ("c", "22")]


def test_many_changes_at_once_leave_rows_in_order() -> None:
    memo = Memo()

    def order(words: dict[str, str]) -> list[str]:
        source = memo.source("words", words)
        return list(memo.sort("sorted", source, lambda name: source[name]))

    words = {name: name for name in MANY}
    assert order(words) == MANY
    turned = {name: f"n{999 - number:03}" for number, name in enumerate(MANY)}
    assert order(turned) == MANY[::-1]
    assert order({**turned, "n000": "a"}) == ["n000", *MANY[:0:-1]]

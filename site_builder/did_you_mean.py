"""Near matches for a mistyped word."""

from collections.abc import Iterable

NEAR = 2
"""Edits (insert, delete, replace, swap neighbours) within which a word was probably meant."""


def did_you_mean(typed: str, known: Iterable[str], *, most: int | None = None) -> str | None:
    """Return the known word nearest to the typed one, or None if none is near.

    Without `most`, short words must be nearer than long ones: a third of their length.
    """
    from rapidfuzz import process  # noqa: PLC0415 - 50 ms to load, needed only by a mistake
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    limit = max(1, min(4, (len(typed) + 1) // 3)) if most is None else most
    found = process.extractOne(
        typed, sorted(known), scorer=OSA.distance, score_cutoff=limit, processor=str.casefold
    )
    return found[0] if found else None


def guess(typed: str, known: Iterable[str], *, most: int | None = None) -> str:
    """Return `did you mean "door"?`, or nothing where no word is near."""
    near = did_you_mean(typed, known, most=most)
    return f'did you mean "{near}"?' if near else ""


def guess_behind(sentence: str, typed: str, known: Iterable[str]) -> str:
    """Return the sentence, and behind it `Did you mean "door"?` where a word is near."""
    near = did_you_mean(typed, known)
    return f'{sentence} Did you mean "{near}"?' if near else sentence

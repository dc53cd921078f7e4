"""What looking at a hosted site came to: one verdict a question, each fault with its cure."""

from enum import StrEnum

from msgspec import Struct


class Outcome(StrEnum):
    """How a question was answered."""

    GOOD = "good"
    FAULT = "fault"
    UNSEEN = "unseen"
    """It could not be looked at from here."""


class Verdict(Struct, frozen=True):
    """The answer to one question about a site."""

    question: str
    """One word: reachable, encrypted, password, data, listing, source, headers, sharing."""
    outcome: Outcome
    found: str
    cure: str = ""


def good(question: str, found: str) -> Verdict:
    """Return that this is as it should be."""
    return Verdict(question, Outcome.GOOD, found)


def fault(question: str, found: str, cure: str) -> Verdict:
    """Return what is wrong and how to mend it."""
    return Verdict(question, Outcome.FAULT, found, cure)


def unseen(question: str, found: str, cure: str) -> Verdict:
    """Return why this could not be looked at, and what would help."""
    return Verdict(question, Outcome.UNSEEN, found, cure)

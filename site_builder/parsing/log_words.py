"""Words that people write for the events of the log."""

from collections.abc import Sequence

from site_builder.did_you_mean import did_you_mean
from site_builder.model.intro import EVENTS, OUTCOMES

OR = " or "
REFUSED = "passed or opted-out"
AGREED = "agreed or opted-in"
MEANT = {
    "accepted": AGREED,
    "answered": "replied",
    "ask": "asked",
    "bumped": "nudged or reminded",
    "chased": "nudged or reminded",
    **{f"closed-{outcome}": f"closed: {outcome}" for outcome in OUTCOMES},
    "connected": "introduced",
    "declined": REFUSED,
    "emailed": "wrote",
    "follow-up": "nudged",
    "followed-up": "nudged",
    "followup": "nudged",
    "intro": "introduced",
    "introduction": "introduced",
    "lost": "closed: lost",
    "mailed": "wrote",
    "meeting": "met",
    "messaged": "wrote",
    "no": REFUSED,
    "ok": AGREED,
    "opt-in": "opt-in-asked or opted-in",
    "opted": "opted-in or opted-out",
    "pass": "passed",
    "pinged": "nudged or reminded",
    "promised": "agreed",
    "refused": REFUSED,
    "rejected": REFUSED,
    "reply": "replied",
    "rescheduled": "scheduled",
    "responded": "replied",
    "said-no": REFUSED,
    "said-yes": AGREED,
    "sent": "wrote",
    "thank-you": "thanked",
    "thanks": "thanked",
    "texted": "wrote",
    "withdrawn": "closed: withdrawn",
    "withdrew": "closed: withdrawn",
    "won": "closed: won",
    "written": "wrote",
    "yes": AGREED,
    **dict.fromkeys(("angefragt", "gefragt", "gebeten", "demandé"), "asked"),
    **dict.fromkeys(("erinnert", "rappelé"), "reminded"),
    **dict.fromkeys(("zugesagt", "zugestimmt", "accepté", "einverstanden"), AGREED),
    **dict.fromkeys(("abgesagt", "abgelehnt", "refusé", "décliné"), REFUSED),
    **dict.fromkeys(("vorgestellt", "présenté", "présentée"), "introduced"),
    **dict.fromkeys(("geschrieben", "gemailt", "écrit", "envoyé"), "wrote"),
    **dict.fromkeys(("nachgefasst", "nachgehakt", "relancé", "relance"), "nudged"),
    **dict.fromkeys(("geantwortet", "antwort", "répondu", "réponse"), "replied"),
    **dict.fromkeys(("vorgeschlagen", "proposé"), "proposed"),
    **dict.fromkeys(("getroffen", "treffen", "rencontré", "rencontrée"), "met"),
    **dict.fromkeys(("bedankt", "remercié"), "thanked"),
}
"""Words for events that nobody mistypes and many people use, in three languages."""
ANSWERS = frozenset({"lost", "no", "ok", "won", "yes"})
"""Such a word is an answer if it stands alone: "no reply" is no refusal."""
SHORTEST = 3
"""Shorter words are near to everything, and "no" is no meeting."""
LONGEST = 3
"""Words of one event: `opt in asked`."""
STOPS = ",.;!"
LETTERS_AN_EDIT = 4
LONG = 5
"""A slip of the first letter of so long a word is told from another word."""


def meant_words(word: str) -> str:
    """Return the event that a word was meant as, or several with "or" between; empty if none.

    A wrong guess would become a record, so that only a word that is really near is offered.
    """
    if meant := MEANT.get(word.lower()):
        return meant
    if len(word) < SHORTEST:
        return ""
    near = did_you_mean(word, EVENTS, most=max(1, len(word) // LETTERS_AN_EDIT))
    if near is None or near[0] == word[0].lower():
        return near or ""
    alike = len(word) >= LONG and did_you_mean(word, (near,), most=1)
    return near if alike else ""


def meant_phrase(words: Sequence[str]) -> tuple[int, str]:
    """Return how many words were meant as one event, and which: `opted in`, `follow up`."""
    for count in range(min(LONGEST, len(words)), 1, -1):
        joined = "-".join(word.strip(STOPS).lower() for word in words[:count])
        if meant := joined if joined in EVENTS else MEANT.get(joined, ""):
            return count, meant
    return 0, ""

"""Turns a draft template and its facts into a letter: subject, parts, word counts, mail links."""

import re
from urllib.parse import quote

import jinja2
from msgspec import Struct
from msgspec.structs import replace

from site_builder.pages.draft_facts import Facts
from site_builder.pages.drafts import FORWARDED, Draft

SUBJECT = "Subject:"
MOST_FORWARDED = 120
"""Words of a note that stands on its own and is forwarded."""
LEAST = 10
"""So many words of a fact are left, however much there is of the others."""
CUT = "[…]"
BREAK = re.compile(r"^---[ \t]*$", re.MULTILINE)


class Part(Struct, frozen=True):
    """One piece of text to be sent or forwarded as it is."""

    title: str
    text: str
    words: int
    mailto: str


class Letter(Struct, frozen=True):
    """Words to send; the program never sends them."""

    subject: str
    parts: tuple[Part, ...]


def compose_letter(engine: jinja2.Environment, draft: Draft) -> Letter:
    """Render a draft; what is to be forwarded has no more than 120 words.

    Where it would have more, the reasons are cut, then the ask, and the place is marked.
    """
    letter = _rendered(engine, draft)
    if draft.name not in FORWARDED or len(letter.parts) == 1:
        return letter
    surplus = letter.parts[-1].words - MOST_FORWARDED
    if surplus <= 0:
        return letter
    return _rendered(engine, replace(draft, facts=_shortened(draft.facts, surplus)))


def _shortened(facts: Facts, surplus: int) -> Facts:
    why, left = _cut(facts.why, surplus)
    return replace(facts, why=why, goal=_cut(facts.goal, left)[0])


def _cut(text: str, surplus: int) -> tuple[str, int]:
    """Return a text with fewer words, and how many are too many still; the mark is one, too."""
    words = text.split()
    kept = max(LEAST, len(words) - surplus - 1)
    if surplus <= 0 or kept + 1 >= len(words):
        return text, surplus
    return " ".join([*words[:kept], CUT]), surplus - (len(words) - kept - 1)


def _rendered(engine: jinja2.Environment, draft: Draft) -> Letter:
    """Render a draft; its first line is `Subject: …`, a line `---` parts what follows."""
    text = engine.get_template(draft.template).render(fact=draft.facts).strip()
    first, _, rest = text.partition("\n")
    subject = first.removeprefix(SUBJECT).strip() if first.startswith(SUBJECT) else ""
    pieces = [_tidy(piece) for piece in BREAK.split(rest if subject else text)]
    titles = (*draft.titles, *("" for _ in pieces))
    return Letter(
        subject,
        tuple(
            Part(title, piece, len(piece.split()), _mailto(draft, subject, piece))
            for title, piece in zip(titles, pieces, strict=False)
        ),
    )


def _tidy(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).strip()


def _mailto(draft: Draft, subject: str, text: str) -> str:
    fields = {"bcc": draft.bcc, "subject": subject, "body": text.replace("\n", "\r\n")}
    query = "&".join(f"{key}={quote(value, safe='')}" for key, value in fields.items() if value)
    return f"mailto:{quote(draft.to, safe='@')}?{query}"

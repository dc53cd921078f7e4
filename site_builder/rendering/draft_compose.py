"""Turns a draft template and its facts into a letter: subject, parts, word counts, mail links."""

import re
from urllib.parse import quote

import jinja2
from msgspec import Struct

from site_builder.pages.drafts import Draft

SUBJECT = "Subject:"
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

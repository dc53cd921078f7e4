"""The words to send, for a terminal or a program."""

from site_builder.rendering.draft_compose import Letter
from site_builder.reporting.report import Json
from site_builder.reporting.safe_text import visible_lines


def letter_text(letter: Letter) -> str:
    """Return the letter as text to copy."""
    blocks = [f"Subject: {letter.subject}"]
    blocks += [f"--- {part.title}\n\n{part.text}" for part in letter.parts]
    return visible_lines("\n\n".join(blocks))


def letter_data(letter: Letter) -> Json:
    """Return the letter as JSON values."""
    return {
        "subject": letter.subject,
        "parts": [
            {"title": part.title, "text": part.text, "words": part.words} for part in letter.parts
        ],
    }

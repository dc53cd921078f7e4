"""The prose of a text, by the shortest way there is."""

from site_builder.markup.plain_paragraphs import render_plain
from site_builder.model.prose import Prose


def render(text: str, first_line: int = 1) -> Prose:
    """Return the prose of a Markdown text whose first line is line `first_line` of its file."""
    if not text.strip():
        return Prose()
    if (plain := render_plain(text, first_line)) is not None:
        return plain
    from site_builder.markup.markdown_render import render_markdown  # noqa: PLC0415 - 60 ms to load

    return render_markdown(text, first_line)

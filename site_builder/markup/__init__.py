"""Markdown to safe HTML, and what the text links to; the only home of markdown-it."""

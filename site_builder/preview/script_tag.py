"""The one tag that a page has in the preview and not on disk."""

TAG = b'<script src="/__live.js" defer></script>'
END = b"</body>"


def with_script(html: bytes) -> bytes:
    """Return the page with the live script before the end of its body."""
    before, end, after = html.rpartition(END)
    return before + TAG + end + after if end else html + TAG

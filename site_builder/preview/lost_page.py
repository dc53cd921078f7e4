"""The site's own page for a lost address, dressed: here the way to the root is known."""

import re

WORN = re.compile(rb"<link\b[^>]*>|<script\b[^>]*></script>")
"""What a page wears and loads in its head."""
RELATIVE = re.compile(rb'\b(href|src)="(?![a-z]+:|[/#])')


def lost_page(page: bytes, first: bytes) -> bytes:
    """Return the page in the clothes of the site's first one, its links leading from the root.

    On disk it can link to nothing, as a host shows it at any depth.
    """
    head, end, body = page.partition(b"</head>")
    if not end:
        return page
    worn = b"\n".join(WORN.findall(first.partition(b"</head>")[0]))
    return RELATIVE.sub(rb'\1="/', head + worn + end + body)

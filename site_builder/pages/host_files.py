"""Files for whoever serves the site: the policy of every page as headers, and a word to robots.

A request is not a lock: they help a private host, they do not make a public one private.
"""

from collections.abc import Mapping

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What every page also says of itself in its `meta` element."""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "private, no-cache",
}


def host_files() -> dict[str, bytes]:
    """Return `robots.txt` and `_headers`, the latter in the form that static hosts read."""
    lines = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    return {
        "robots.txt": b"User-agent: *\nDisallow: /\n",
        "_headers": f"/*\n{lines}".encode(),
    }

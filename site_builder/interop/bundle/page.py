"""The file itself: a form, the script that opens, and the encrypted blocks.

Nothing of the site is in clear, not even its title. The page's policy lets no address be asked
for anything. It names the script by its hash; scripts and styles of the site run by a nonce that
did not exist when the data was written.
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from site_builder.interop.bundle.seal import CONTEXT, ITERATIONS

FOLDER = Path(__file__).parent
BEGINS = b"<!doctype html>\n<!-- Doorstep bundle 1 -->\n"
"""How every bundle begins: only such a file is ever replaced by a new one."""
ORIGIN = "https://bundle.invalid/"
"""Where pages believe to be; a name that can never exist, and that nothing is asked of."""


def bundle_page(blocks: Sequence[bytes], *, salt: bytes) -> bytes:
    """Return the HTML file around sealed blocks."""
    frame = _asset("frame.js")
    facts = {
        "iterations": ITERATIONS,
        "salt": base64.b64encode(salt).decode(),
        "context": CONTEXT.decode(),
        "nonce": hashlib.sha256(b"nonce" + salt).hexdigest()[:32],
        "origin": ORIGIN,
        "frame": frame,
    }
    script, style = _asset("open.js"), _asset("open.css")
    html = _asset("open.html")
    for mark, text in {
        "@POLICY@": _policy(script, style, str(facts["nonce"])),
        "@STYLE@": style,
        "@SCRIPT@": script,
        "@FACTS@": json.dumps(facts).replace("<", "\\u003c"),
    }.items():
        html = html.replace(mark, text)
    before, after = html.encode().split(b"@BLOCKS@\n")
    data = (
        b'<script type="text/plain" id="block-%d">%s</script>\n' % (n, base64.b64encode(block))
        for n, block in enumerate(blocks)
    )
    return b"".join((BEGINS, before, *data, after))


def _policy(script: str, style: str, nonce: str) -> str:
    own = f"'nonce-{nonce}'"
    return (
        f"default-src 'none'; script-src {_hash(script)} {own}; style-src {_hash(style)} {own}; "
        f"img-src data:; font-src data:; base-uri {ORIGIN}; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")

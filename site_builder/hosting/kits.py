"""Ready files for hosts: plain texts in `kits/`, with our names and the headers of every page."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from shlex import quote

from msgspec import Struct

from site_builder.pages.host_files import HEADERS

FOLDER = Path(__file__).parent / "kits"
HEADERS_LINE = re.compile(r"^([ \t]*)@HEADERS@\n", re.MULTILINE)


class Kit(Struct, frozen=True):
    """What a host's file is called, and how it writes a header."""

    file: str
    header: str = ""
    """Empty where the host reads the site's own `_headers`, or none at all."""
    quote: Callable[[str], str] = quote
    """How a path is written in it."""


KITS: Mapping[str, Kit] = {
    "caddy": Kit("Caddyfile", '{name} "{value}"'),
    "nginx": Kit("doorstep.conf", 'add_header {name} "{value}" always;'),
    "cloudflare": Kit("wrangler.toml", quote=json.dumps),
    "gitlab": Kit(".gitlab-ci.yml"),
    "tailscale": Kit("serve.sh"),
}


def kit_text(name: str, *, domain: str, user: str, site: str) -> str:
    """Return the host's file; `site` is the built folder."""
    text = (FOLDER / name).read_text("utf-8")

    def headers(line: re.Match[str]) -> str:
        form = line[1] + KITS[name].header + "\n"
        return "".join(form.format(name=key, value=value) for key, value in HEADERS.items())

    text = HEADERS_LINE.sub(headers, text)
    text = text.replace("@DOMAIN@", domain).replace("@USER@", user)
    return text.replace("@SITE@", KITS[name].quote(site))

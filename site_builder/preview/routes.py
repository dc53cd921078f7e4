"""From a request to its answer; everything comes from memory, found by its whole address."""

import json
from http import HTTPStatus
from pathlib import Path

from site_builder.preview.address import INDEX, address_of, folder_of
from site_builder.preview.live import Live
from site_builder.preview.lost_page import lost_page
from site_builder.preview.request import Request
from site_builder.preview.response import HTML, TYPES, Response, plain_page, type_of
from site_builder.preview.script_tag import with_script
from site_builder.preview.shown import Shown

STREAM = "__live"
PROBLEMS = "__problems.json"
EDIT = "__edit/"
"""Before a page's address: the link that opens its file in an editor."""
NOT_FOUND = "404.html"
HERE = Path(__file__).parent
PARTS = tuple(part.read_bytes() for part in sorted((HERE / "script").glob("*.js")))
SCRIPT = b'(function () {\n"use strict";\n' + b"\n".join(PARTS) + b"})();\n"
"""The parts share one scope, of which the page sees nothing."""
STYLE = (HERE / "live.css").read_bytes()
BUILD = b"@BUILD@"
"""Where the script learns which build sent it."""
NO_PROBLEMS = b"{}"
Headers = tuple[tuple[str, str], ...]


def respond(request: Request, live: Live) -> Response:
    """Answer an admitted request for anything but the stream."""
    address = address_of(request.target)
    if address is None:
        return plain_page(HTTPStatus.BAD_REQUEST, "This is no address.")
    if address == "__live.js":
        script = SCRIPT.replace(BUILD, f"{live.session}.{live.shown.number}".encode())
        return Response(HTTPStatus.OK, script, TYPES["js"])
    if address == "__live.css":
        return Response(HTTPStatus.OK, STYLE, TYPES["css"])
    shown = live.first()
    if address == PROBLEMS:
        problems = shown.last.problems if shown.last else NO_PROBLEMS
        return Response(HTTPStatus.OK, problems, TYPES["json"])
    if address.startswith(EDIT):
        link = shown.last.edit_link(address.removeprefix(EDIT)) if shown.last else ""
        return Response(HTTPStatus.OK, json.dumps(link).encode(), TYPES["json"])
    return _served(address, shown, session=live.session)


def _served(address: str, shown: Shown, *, session: str) -> Response:
    made_by = (("Server-Timing", f'build;desc="{session}.{shown.number}"'),)
    if shown.files is None:
        return _not_yet(made_by)
    data = shown.files.get(address)
    if data is None:
        if (folder := folder_of(address, shown.files)) is not None:
            return Response(HTTPStatus.FOUND, more=(("Location", folder),))
        if not shown.good:
            return _not_yet(made_by)
        page = plain_page(HTTPStatus.NOT_FOUND, "There is no page at this address.")
        lost = lost_page(shown.files.get(NOT_FOUND, page.body), shown.files.get(INDEX, b""))
        return Response(HTTPStatus.NOT_FOUND, with_script(lost), HTML, made_by)
    kind = type_of(address)
    body = with_script(data) if kind == HTML else data
    return Response(HTTPStatus.OK, body, kind, made_by)


def _not_yet(made_by: Headers) -> Response:
    text = "Nothing could be built yet. This page appears as soon as the errors are mended."
    page = plain_page(HTTPStatus.SERVICE_UNAVAILABLE, text)
    return Response(page.status, with_script(page.body), HTML, made_by)

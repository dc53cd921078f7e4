"""The files that `build hosting` prints do what they say, in nginx and in Caddy."""

import base64
import http.client
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from site_builder.pages.host_files import HEADERS

from .hosts import DOMAIN, PASSWORD, PATIENCE, USER, Host, caddy, nginx

pytestmark = pytest.mark.proves("hosting")

Serve = Callable[..., AbstractContextManager[Host]]
OUTSIDE = (
    "/../outside.txt",
    "/%2e%2e/outside.txt",
    "/..%2foutside.txt",
    "/%2e%2e%2foutside.txt",
    "/static/../../outside.txt",
    "/static/%2e%2e/%2e%2e/outside.txt",
    "//outside.txt",
    "/.%00./outside.txt",
    "/..\\outside.txt",
    "/..;/outside.txt",
)
HIDDEN = ("/.doorstep-output", "/_headers", "/contacts/.hidden")


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def served(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, demo_site: Path
) -> Iterator[tuple[Host, Path]]:
    """Serve the demo."""
    folder = tmp_path_factory.mktemp("host")
    serve: Serve = request.param
    with serve(folder, demo_site) as host:
        yield host, folder


def get(
    served: tuple[Host, Path], target: str, password: str | None = PASSWORD, method: str = "GET"
) -> tuple[int, dict[str, str], bytes]:
    """Ask for exactly this target, with a password or without."""
    host, folder = served
    trust = ssl.create_default_context(cafile=str(folder / "fullchain.pem"))
    connection = http.client.HTTPSConnection(DOMAIN, host.port, context=trust, timeout=PATIENCE)
    connection.putrequest(method, target)
    if password is not None:
        pair = base64.b64encode(f"{USER}:{password}".encode()).decode()
        connection.putheader("Authorization", f"Basic {pair}")
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def test_every_file_needs_the_password(served: tuple[Host, Path], demo_site: Path) -> None:
    paths = [p.relative_to(demo_site).as_posix() for p in demo_site.rglob("*") if p.is_file()]
    shown = [path for path in paths if path not in {".doorstep-output", "_headers"}]
    assert len(shown) > 40
    for path in shown:
        assert get(served, f"/{path}", None)[0] == 401
        status, _, body = get(served, f"/{path}")
        assert (status, body) == (200, (demo_site / path).read_bytes())


def test_feeds_and_the_calendar_are_served_as_what_they_are(
    served: tuple[Host, Path],
) -> None:
    kinds = {
        "calendar.ics": "text/calendar; charset=utf-8",
        "feed.atom": "application/atom+xml",
        "feed.json": "application/json",
    }
    for path, kind in kinds.items():
        headers = get(served, f"/{path}")[1]
        assert headers["Content-Type"] == kind
        assert HEADERS.items() <= headers.items()


def test_a_wrong_password_opens_nothing(served: tuple[Host, Path]) -> None:
    status, _, body = get(served, "/", PASSWORD + "r")
    assert status == 401
    assert b"Tara" not in body
    assert b"Tara" in get(served, "/")[2]


@pytest.mark.parametrize("target", ["/", "/threads/tara-lindqvist.html", "/no-such-page.html"])
def test_every_answer_carries_every_header(served: tuple[Host, Path], target: str) -> None:
    for password in (PASSWORD, None):
        headers = get(served, target, password)[1]
        assert {name: headers.get(name) for name in HEADERS} == HEADERS


def test_a_page_that_is_not_there_is_the_site_s_own_404(
    served: tuple[Host, Path], demo_site: Path
) -> None:
    status, _, body = get(served, "/contacts/nobody.html")
    assert (status, body) == (404, (demo_site / "404.html").read_bytes())


@pytest.mark.parametrize("target", OUTSIDE)
def test_nothing_outside_the_folder_is_served(served: tuple[Host, Path], target: str) -> None:
    status, _, body = get(served, target)
    assert status in {301, 307, 308, 400, 404}
    assert b"OUTSIDE" not in body


@pytest.mark.parametrize("target", HIDDEN)
def test_files_for_hosts_are_no_pages(served: tuple[Host, Path], target: str) -> None:
    assert get(served, target)[0] == 404


def test_folders_are_not_listed(served: tuple[Host, Path]) -> None:
    for folder in ("/static/", "/static/css/"):
        status, _, body = get(served, folder)
        assert status in {403, 404}
        assert b"tokens.css" not in body


def test_nothing_can_be_written(served: tuple[Host, Path], demo_site: Path) -> None:
    before = (demo_site / "index.html").read_bytes()
    for method in ("POST", "PUT", "DELETE", "MOVE", "PROPFIND"):
        get(served, "/index.html", method=method)
        get(served, "/new.html", method=method)
    assert get(served, "/index.html")[2] == before
    assert get(served, "/new.html")[0] == 404

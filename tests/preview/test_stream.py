"""The stream of builds: numbers, changed addresses, and never a word of a page."""

import json
import time
from typing import NamedTuple

import pytest

from site_builder.preview import stream
from site_builder.preview.event import LONGEST_LIST
from site_builder.preview.listen import Listening
from site_builder.preview.live import REMEMBERED, Live
from site_builder.preview.shown import Built
from tests.preview.asking import CANARY, PATIENCE, SITE, connect


class Event(NamedTuple):
    """One event as a browser gives it to a page."""

    number: int
    name: str
    data: str


class Reader:
    """Reads a stream as a page does."""

    def __init__(self, port: int, query: str = "", header: str = "") -> None:
        """Open the stream."""
        self.client = connect(port)
        ask = f"GET /__live{query} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{header}\r\n"
        self.client.sendall(ask.encode())
        self.file = self.client.makefile("rb")
        self.head = b""
        while (line := self.file.readline()) != b"\r\n":
            self.head += line
        self.raw = b""

    def events(self, count: int) -> list[Event]:
        """Return the next events."""
        return [self._event() for _ in range(count)]

    def _event(self) -> Event:
        fields: dict[str, str] = {}
        while True:
            line = self.file.readline()
            self.raw += line
            if not line:
                raise ConnectionError
            if line == b"\n" and fields:
                return Event(int(fields["id"]), fields["event"], fields["data"])
            if line not in {b"\n", stream.ALIVE.splitlines(keepends=True)[0]}:
                name, _, value = line.decode().rstrip("\n").partition(": ")
                fields[name] = value


def built(warnings: int = 0, **changes: bytes) -> Built:
    """Return a build of the site with some files changed; `index__html=…` is `index.html`."""
    files = {name.replace("__", "."): data for name, data in changes.items()}
    return Built(files={**SITE, **files}, problems=b"{}", warnings=warnings)


def broken(errors: int) -> Built:
    """Return a build that an error stopped."""
    return Built(files=None, problems=b"{}", errors=errors)


def test_a_page_hears_at_once_that_all_is_well(preview: Listening, fresh: Live) -> None:
    reader = Reader(preview.port)
    assert b"Content-Type: text/event-stream" in reader.head
    assert b"Content-Length" not in reader.head
    assert reader.events(1) == [Event(1, "ok", "0")]
    assert fresh.shown.number == 1


def test_the_story_of_a_morning(preview: Listening, fresh: Live) -> None:
    reader = Reader(preview.port)
    reader.events(1)
    fresh.show(built(index__html=b"new"))
    assert reader.events(2) == [Event(2, "reload", '["index.html"]'), Event(2, "ok", "0")]
    fresh.show(built(index__html=b"new"))
    assert reader.events(1) == [Event(3, "ok", "0")]
    fresh.show(broken(2))
    assert reader.events(1) == [Event(4, "error", "2")]
    fresh.show(broken(1))
    assert reader.events(1) == [Event(5, "error", "1")]
    fresh.show(built(index__html=b"newer", warnings=3))
    assert reader.events(2) == [Event(6, "reload", '["index.html"]'), Event(6, "ok", "3")]
    styles = {**SITE, "index.html": b"newer", "static/css/base.css": b"new"}
    fresh.show(Built(files=styles, problems=b"{}"))
    assert reader.events(2) == [Event(7, "css", '["static/css/base.css"]'), Event(7, "ok", "0")]
    fresh.show(Built(files={"index.html": b"newer"}, problems=b"{}"))
    ((_, name, data), _) = reader.events(2)
    assert name == "reload"
    assert json.loads(data) == sorted(SITE.keys() - {"index.html"})
    assert CANARY not in reader.raw


def test_every_page_hears_of_a_build(preview: Listening, fresh: Live) -> None:
    readers = [Reader(preview.port) for _ in range(5)]
    for reader in readers:
        reader.events(1)
    fresh.show(built(index__html=b"new"))
    assert all(reader.events(1)[0].name == "reload" for reader in readers)


def test_a_page_that_slept_hears_what_it_missed(preview: Listening, fresh: Live) -> None:
    fresh.show(built(index__html=b"2"))
    fresh.show(broken(1))
    fresh.show(built(index__html=b"2", calendar__ics=b"4"))
    missed = '["calendar.ics", "index.html"]'
    asked = {
        "?since=abcd.1": [Event(4, "reload", missed), Event(4, "ok", "0")],
        "?since=abcd.2": [Event(4, "reload", '["calendar.ics"]'), Event(4, "ok", "0")],
        "?since=abcd.4": [Event(4, "ok", "0")],
        "?since=wxyz.4": [Event(4, "reload", '["*"]'), Event(4, "ok", "0")],
        "?since=abcd.9": [Event(4, "reload", '["*"]'), Event(4, "ok", "0")],
        "?since=": [Event(4, "ok", "0")],
        "?since=abcd.x": [Event(4, "ok", "0")],
        "?since=abcd." + "9" * 500: [Event(4, "reload", '["*"]'), Event(4, "ok", "0")],
    }
    for query, events in asked.items():
        assert Reader(preview.port, query).events(len(events)) == events, query
    again = Reader(preview.port, header="Last-Event-ID: 1\r\n")
    assert again.events(1) == [Event(4, "reload", missed)]


def test_a_page_that_slept_too_long_is_told_to_load_everything(
    preview: Listening, fresh: Live
) -> None:
    for number in range(REMEMBERED + 1):
        fresh.show(built(index__html=str(number).encode()))
    reader = Reader(preview.port, "?since=abcd.1")
    assert reader.events(1)[0].data == '["*"]'


def test_a_list_too_long_to_send_is_a_star(preview: Listening, fresh: Live) -> None:
    reader = Reader(preview.port)
    reader.events(1)
    many = {f"contacts/{n}.html": b"" for n in range(LONGEST_LIST + 1)}
    fresh.show(Built(files={**SITE, **many}, problems=b"{}"))
    assert reader.events(1)[0].data == '["*"]'


def test_before_the_first_build_a_page_hears_nothing_then_everything(
    preview: Listening, unbuilt: Live
) -> None:
    reader = Reader(preview.port, "?since=abcd.0")
    unbuilt.show(broken(1))
    assert reader.events(1) == [Event(1, "error", "1")]
    unbuilt.show(built())
    assert [event.name for event in reader.events(2)] == ["reload", "ok"]


def test_a_sign_of_life_comes_between(
    preview: Listening, fresh: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "HEARTBEAT", 0.05)
    reader = Reader(preview.port)
    reader.events(1)
    assert reader.file.readline() == b": alive\n"
    fresh.show(built(index__html=b"new"))
    assert reader.events(1)[0].name == "reload"


def test_a_page_that_left_costs_no_thread(
    preview: Listening, fresh: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "HEARTBEAT", 0.05)
    until = time.monotonic() + PATIENCE
    reader = Reader(preview.port)
    reader.events(1)
    assert preview.server.running >= 1
    reader.file.close()
    reader.client.close()
    while preview.server.running and time.monotonic() < until:
        time.sleep(0.05)
    assert preview.server.running == 0
    assert not fresh.closed


def test_the_end_of_the_preview_ends_the_stream(preview: Listening, fresh: Live) -> None:
    reader = Reader(preview.port)
    reader.events(1)
    fresh.close()
    assert reader.file.read() == b""

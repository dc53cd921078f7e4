"""The feeds: read back with other programs' readers, and equal bytes for equal records."""

import json
import re
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from site_builder.insights.insight import Insights
from site_builder.pages.today import today_page
from site_builder.rendering.feeds import feed_files
from site_builder.tables.memo import Memo
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import SAMPLE, files_of
from tests.support.theme_files import html_of
from tests.support.vaults import insights_of, intro, people, settings_of

TODAY = "2026-11-22"
ON = """
title = "Mira's doors"
[feeds]
calendar = true
changes = true
address = "https://doors.example/mine"
"""
ATOM = "{http://www.w3.org/2005/Atom}"
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


def sample(settings: str = ON, today: str = TODAY) -> Insights:
    return insights_of(files_of(SAMPLE), today, settings_of(settings))


def files(insights: Insights) -> dict[str, bytes]:
    return feed_files(insights, Memo())


def events(insights: Insights) -> dict[str, Any]:
    calendar = Calendar.from_ical(files(insights)["calendar.ics"])
    assert isinstance(calendar, Calendar)
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def atom(insights: Insights) -> ET.Element:
    return ET.fromstring(files(insights)["feed.atom"])  # noqa: S314 - our own bytes


def json_feed(insights: Insights) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files(insights)["feed.json"])
    return found


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ("", []),
        ("[feeds]\ndays = 9\n", []),
        ("[feeds]\ncalendar = true\n", ["calendar.ics"]),
        ("[feeds]\nchanges = true\n", ["feed.atom", "feed.json"]),
        (ON, ["calendar.ics", "feed.atom", "feed.json"]),
    ],
)
def test_only_feeds_that_are_asked_for_are_written_and_linked(
    settings: str, names: list[str]
) -> None:
    insights = sample(settings) if settings else insights_of(files_of(SAMPLE), TODAY)
    assert sorted(files(insights)) == names
    page = HtmlReader(html_of(today_page(insights)))
    linked = [link["href"] for link in page.all("link") if link.get("rel") == "alternate"]
    assert sorted(linked) == names
    assert [a["href"] for a in page.all("a") if "type" in a] == linked


def test_the_calendar_reads_back_with_due_moves_meetings_and_deadlines() -> None:
    found = events(sample())
    assert len(found) == 10
    meeting = found["Meeting with Esra Yilmaz"]
    assert meeting["dtstart"].dt == date(2026, 11, 24)
    assert str(meeting["description"]) == "Coffee."
    assert str(meeting["url"]) == "https://doors.example/mine/threads/esra-yilmaz.html"
    due = found["Tara Lindqvist: Ask Ben Ito for a second introduction"]
    assert due["dtstart"].dt == date(2026, 11, 22)
    assert found["Tara Lindqvist: deadline"]["dtstart"].dt == date(2026, 12, 15)


def test_an_event_fills_its_day_blocks_no_time_and_is_private() -> None:
    for event in events(sample()).values():
        assert type(event["dtstart"].dt) is date
        assert "dtend" not in event
        assert (str(event["transp"]), str(event["class"])) == ("TRANSPARENT", "PRIVATE")
        assert re.fullmatch(UUID, str(event["uid"]))


def test_an_event_is_stamped_by_its_record_not_by_the_clock() -> None:
    found = events(sample())
    assert found["Meeting with Esra Yilmaz"]["dtstamp"].dt.date() == date(2026, 11, 10)
    assert found["Tara Lindqvist: Ask Ben Ito for a second introduction"][
        "dtstamp"
    ].dt.date() == date(2026, 11, 22)


def test_lines_of_the_calendar_are_folded_at_75_octets_and_end_in_crlf() -> None:
    long = "ä" * 90 + ' 日本語, with; signs\\ and "quotes"'
    vault = people("me tara ana", me="me: true")
    vault["intros/t.md"] = intro(f"2026-11-10 scheduled 2026-12-01: {long}")
    insights = insights_of(vault, TODAY, settings_of(ON))
    data = files(insights)["calendar.ics"]
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert any(len(line) > 60 for line in lines)
    (event,) = events(insights).values()
    assert str(event["description"]) == f"{long[0].upper()}{long[1:]}."


def test_the_calendar_says_how_often_to_look_again() -> None:
    text = files(sample())["calendar.ics"].decode()
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nX-PUBLISHED-TTL:PT12H\r\n" in text
    assert "X-WR-CALNAME:Mira's doors\r\n" in text


def test_an_id_stays_when_the_day_moves_on() -> None:
    first, later = events(sample()), events(sample(today="2026-11-23"))
    for name in ("Meeting with Esra Yilmaz", "Wen Park: Remind Gus, once and gently"):
        assert first[name]["uid"] == later[name]["uid"]
    assert len({str(event["uid"]) for event in first.values()}) == len(first)


def test_both_feeds_tell_the_same_changes_the_newest_first() -> None:
    feed, other = atom(sample()), json_feed(sample())
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles == [item["title"] for item in other["items"]]
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert ids == [item["id"] for item in other["items"]]
    days = [item["date_published"] for item in other["items"]]
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0]
    assert all(re.fullmatch(f"urn:uuid:{UUID}", one or "") for one in ids)
    assert len(set(ids)) == len(ids)


def test_a_change_says_what_happened_at_which_door() -> None:
    items = {item["title"]: item for item in json_feed(sample())["items"]}
    change = items["Tara Lindqvist: You nudged"]
    assert change["content_text"] == "Sent the benchmark she asked about."
    assert change["url"] == "https://doors.example/mine/threads/tara-lindqvist.html"
    assert (change["tags"], change["date_published"]) == (["nudged"], "2026-10-28T00:00:00Z")
    stalled = items["Tara Lindqvist: stalled"]
    assert stalled["date_published"] == "2026-11-16T00:00:00Z"
    assert stalled["content_text"].startswith("Limit 10")
    assert items["Esra Yilmaz: You wrote"]["content_text"] == "Esra Yilmaz: You wrote"


def test_days_decide_how_far_back_the_feeds_go() -> None:
    week = json_feed(sample(f"{ON}days = 7\n"))
    oldest = min(item["date_published"] for item in week["items"])
    assert oldest >= (date.fromisoformat(TODAY) - timedelta(days=7)).isoformat()
    assert 0 < len(week["items"]) < len(json_feed(sample())["items"])


def test_a_corrected_text_keeps_its_id_two_events_of_a_day_have_two() -> None:
    def ids(text: str) -> list[str]:
        vault = people("me tara ana", me="me: true")
        vault["intros/t.md"] = intro(f"2026-11-19 wrote: {text}\n2026-11-19 wrote")
        feed = json_feed(insights_of(vault, TODAY, settings_of(ON)))
        return [item["id"] for item in feed["items"]]

    assert ids("hallo") == ids("hello")
    assert len(set(ids("hello"))) == 2


def test_without_an_address_entries_have_no_links() -> None:
    bare = "[feeds]\ncalendar = true\nchanges = true\n"
    assert "url" not in json_feed(sample(bare))["items"][0]
    assert "home_page_url" not in json_feed(sample(bare))
    assert not list(atom(sample(bare)).iter(f"{ATOM}link"))
    assert all("url" not in event for event in events(sample(bare)).values())
    assert list(atom(sample()).iter(f"{ATOM}link"))


def test_a_vault_without_news_and_owner_has_valid_empty_feeds() -> None:
    empty = insights_of(people("tara"), TODAY, settings_of(ON))
    assert json_feed(empty)["items"] == []
    assert atom(empty).findtext(f"{ATOM}updated") == f"{TODAY}T00:00:00Z"
    assert atom(empty).findtext(f"{ATOM}author/{ATOM}name") == "Mira's doors"
    assert events(empty) == {}


def test_signs_that_no_feed_can_carry_are_marked_and_all_others_kept() -> None:
    on = ON.replace("Mira's doors", "a\\u0008b\\uFFFE <&> \U0001f600")
    feed = files(sample(on))
    assert atom(sample(on)).findtext(f"{ATOM}title") == "a\ufffdb\ufffd <&> \U0001f600"
    assert "X-WR-CALNAME:a\ufffdb\ufffd <&> \U0001f600\r\n" in feed["calendar.ics"].decode()


def test_a_feed_tells_at_most_two_hundred_changes() -> None:
    names = [f"t{n}" for n in range(70)]
    vault = people(" ".join(["me", "ana", *names]), me="me: true")
    log = "2026-11-19 introduced\n2026-11-20 wrote\n2026-11-21 replied"
    vault |= {f"intros/{n}.md": intro(log, target=n) for n in names}
    items = json_feed(insights_of(vault, TODAY, settings_of(ON)))["items"]
    assert len(items) == 200
    assert items[-1]["date_published"].startswith("2026-11-19")


def test_what_is_remembered_gives_the_same_bytes() -> None:
    memo = Memo()
    first = feed_files(sample(), memo)
    assert feed_files(sample(), memo) == first == files(sample())

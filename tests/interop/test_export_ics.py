"""`build export ics`: the calendar of the site, with or without a site that has one."""

from typing import Any

from icalendar import Calendar

from tests.support.commands import Commands


def events(printed: str) -> list[Any]:
    return list(Calendar.from_ical(printed).walk("VEVENT"))


def test_the_days_of_the_doors_are_whole_days(keys: Commands) -> None:
    result = keys("export", "ics")
    found = {str(event["categories"].cats[0]): event for event in events(result.out)}
    assert {"deadline", "step"} <= found.keys()
    assert str(found["deadline"]["dtstart"].dt) == "2026-12-15"
    assert str(found["step"]["description"]) == "Write again."
    assert f"{len(found)} days\n" in result.err


def test_it_is_the_same_as_that_of_the_site(keys: Commands) -> None:
    printed = keys("export", "ics").out
    keys.write({"doorstep.toml": "[feeds]\ncalendar = true\n"})
    assert keys().code == 0
    assert (keys.root / "site" / "calendar.ics").read_bytes() == printed.encode()
    assert keys("export", "ics").out == printed


def test_an_audience_that_sees_no_log_gets_no_days(keys: Commands) -> None:
    for path in ("contacts/tara.md", "contacts/sam.md", "intros/t.md"):
        file = keys.root / path
        file.write_text(file.read_text("utf-8").replace("---\n", "---\nvisibility: team\n", 1))
    team = '[audiences.team]\nshow = ["contacts", "intros"{}]\nfields = ["name", "deadline"]\n'
    keys.write({"doorstep.toml": team.format("")})
    result = keys("export", "ics", "--audience", "team")
    assert (result.code, events(result.out)) == (0, [])
    keys.write({"doorstep.toml": team.format(', "log"')})
    found = events(keys("export", "ics", "--audience", "team").out)
    assert "Tara Lindqvist: deadline" in [str(event["summary"]) for event in found]


def test_the_file_is_known_again(keys: Commands) -> None:
    for _ in range(2):
        assert keys("export", "ics", "-o", "x.ics").code == 0
    assert (keys.root / "x.ics").read_bytes() == keys("export", "ics").out.encode()
    assert keys("export", "vcard", "-o", "x.ics").code == 2

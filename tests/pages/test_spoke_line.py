"""An introduction in one line."""

from datetime import date

from site_builder.model.vault import Spoke, Vault
from site_builder.pages.door_line import Badge
from site_builder.pages.door_verdict import door_summary
from site_builder.pages.page import Ref
from site_builder.pages.spoke_line import SpokeLine, event_words, spoke_line
from site_builder.pages.words import STATES
from tests.support.vaults import insights_of, intro, people

TODAY = "2026-11-22"


def lines(**logs: str) -> dict[str, SpokeLine]:
    files = people("tara ana ben lena")
    for name, log in logs.items():
        who, _, wants = name.partition("_for_")
        keys = {"introducer": who, **({"requester": wants} if wants else {})}
        files[f"intros/{name}.md"] = intro(log, **keys)
    insights = insights_of(files, TODAY)
    doors = {
        spoke.intro.id: door_summary(insights, door)
        for door in insights.doors
        for spoke in door.thread.spokes
    }
    return {
        spoke.intro.id: spoke_line(
            insights.vault, spoke, door=doors.get(spoke.intro.id), today=insights.today
        )
        for spoke in insights.vault.spokes
    }


def test_it_names_both_ends_and_what_happened_last() -> None:
    assert lines(ana="2026-11-01 introduced\n2026-11-20 wrote")["ana"] == SpokeLine(
        Ref("Tara through Ana", "intros/ana.html"),
        Badge("", STATES["waiting"][0], "waiting for Tara, 2\xa0days"),
        "You wrote",
        "20\xa0Nov",
        "2026-11-20",
        "",
    )


def test_nothing_has_happened_yet() -> None:
    line = lines(ana="2026-12-24 asked")["ana"]
    assert (line.latest, line.day, line.iso) == ("", "", "")


def test_who_passed_has_passed_while_another_is_on_the_way() -> None:
    found = lines(
        ana="2026-10-01 asked\n2026-10-05 passed", ben="2026-10-10 asked\n2026-10-20 agreed"
    )
    assert found["ana"].badge == Badge("", STATES["passed"][0], "Ana passed")
    assert found["ben"].badge.words == "stalled 33\xa0days"


def test_the_only_one_who_passed_leaves_the_turn_to_me() -> None:
    badge = lines(ana="2026-11-19 asked\n2026-11-21 passed")["ana"].badge
    assert badge == Badge("mine", STATES["passed"][0], "Ana passed, 1\xa0day")


def test_a_favour_speaks_of_the_one_it_was_for() -> None:
    line = lines(ana_for_lena="2026-11-01 asked\n2026-11-03 introduced")["ana_for_lena"]
    assert line.favour == "for Lena"
    assert line.latest == "Ana introduced Lena"
    assert line.badge == Badge("", "⇄", "a favour")


def test_a_favour_says_who_met_whom() -> None:
    met = lines(ana="2026-11-03 met", ben_for_lena="2026-11-03 met")
    assert met["ana"].latest == "You met"
    assert met["ben_for_lena"].latest == "Lena and Tara met"


def spoke_of(log: str) -> tuple[Vault, Spoke]:
    vault = insights_of({**people("tara ana"), "intros/it.md": intro(log)}, TODAY).vault
    return vault, vault.spokes[0]


def test_a_second_date_is_part_of_the_words() -> None:
    vault, spoke = spoke_of("2026-11-10 scheduled 2026-11-24: coffee")
    assert event_words(vault, spoke, spoke.intro.events[0]) == "Meeting set for 24\xa0Nov\xa02026"
    assert spoke.intro.events[0].date == date(2026, 11, 10)

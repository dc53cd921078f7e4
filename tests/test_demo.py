"""The demo vault: every state, every move, every reason, and the essay's own story."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from site_builder.app.run import Run, settings_of
from site_builder.compiler import Analysis
from site_builder.insights.analyse import suggestion_for
from site_builder.insights.candidate import Suggestion, Term
from site_builder.insights.insight import Door, Insights
from site_builder.insights.introducers import explained
from site_builder.insights.stall import MoveName
from site_builder.insights.thread import State
from site_builder.model.contact import Contact, ContactId
from site_builder.model.intro import Intro
from site_builder.model.settings import CircleKind

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 22)

STORY = {
    "dev-rao": ("my-reply", "answer"),
    "esra-yilmaz": ("scheduled", "none"),
    "femi-oduya": ("idea", "ask"),
    "hana-novak": ("talking", "interrupt"),
    "jonas-brandt": ("unconfirmed", "confirm"),
    "jonas-brandt--meetup": ("passed", "next-introducer"),
    "katya-moroz": ("met", "thank"),
    "marisol-huaman": ("barred", "none"),
    "noor-haddad": ("introduced", "answer"),
    "omar-belkacem": ("waiting", "close-loop"),
    "paula-mendes": ("waiting", "park"),
    "ruta-girdvaine": ("opt-in", "wait"),
    "tara-lindqvist": ("scheduling", "second-intro"),
    "thandi-mokwena": ("asked", "wait"),
    "vic-weber": ("over", "none"),
    "vic-weber--2": ("waiting", "nudge"),
    "wen-hsu": ("agreed", "remind-introducer"),
    "yusuf-karadag": ("paused", "none"),
}
"""State and move of each thread on the demo's day."""

REASONS = {
    ("tara-lindqvist", "sam-okafor"): "already an introducer",
    ("tara-lindqvist", "ingrid-haugstad"): "prefers not to be asked",
    ("marisol-huaman", "wen-hsu"): "the target opted out",
    ("tara-lindqvist", "yusuf-karadag"): "open ask",
    ("wen-hsu", "sam-okafor"): "asked fewer than 30 days ago",
    ("jonas-brandt", "lena-hartwig"): "asked 3 times in a year",
}
"""Who is not suggested for which thread, by the beginning of the reason; each of the six once."""

ETIQUETTE = [
    ("loop-open", "intros/2026-08-28-paula-via-yusuf.md"),
    ("no-double-opt-in", "intros/2026-10-09-paula-via-hana.md"),
    ("slow-pickup", "intros/2026-11-19-noor-via-sam.md"),
]
"""The only findings: three warnings, each about manners."""


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    settings = settings_of(ROOT)
    assert settings.today is not None
    return Run(ROOT, settings.today, settings).analysis()


@pytest.fixture(scope="module")
def insights(analysis: Analysis) -> Insights:
    return analysis.insights


@pytest.fixture(scope="module")
def doors(insights: Insights) -> dict[str, Door]:
    return {door.thread.id: door for door in insights.doors}


@pytest.fixture(scope="module")
def tara(insights: Insights, doors: dict[str, Door]) -> Suggestion:
    door = doors["tara-lindqvist"]
    return explained(insights.network, door.suggestion, door.thread)


def person(insights: Insights, name: str) -> Contact:
    return insights.vault.records[ContactId(name)]


def intro(insights: Insights, name: str) -> Intro:
    return next(spoke.intro for spoke in insights.vault.spokes if spoke.intro.id == name)


def line_of(term: Term) -> str:
    """Return the line of the vault that a term points to."""
    return (ROOT / term.path).read_text("utf-8").splitlines()[term.line - 1].strip()


def named_for_femi(insights: Insights) -> set[ContactId]:
    """Return who is said to know Femi, suggested or not."""
    femi = suggestion_for(insights, ContactId("femi-oduya"))
    return {each.contact for each in femi.suggested} | {no.contact for no in femi.not_suggested}


def test_the_demo_stands_still_on_its_day(insights: Insights) -> None:
    before = (ROOT / "doorstep.toml").read_text("utf-8").partition("today = 2026-11-22\n")[0]
    assert insights.today == DAY
    assert re.search("demonstration.*remove the line", before, re.DOTALL)


def test_every_thread_stands_where_its_story_says(doors: dict[str, Door]) -> None:
    found = {name: (door.thread.standing.state, door.move.name) for name, door in doors.items()}
    assert {name: found.pop(name) for name in STORY} == STORY
    assert set(found.values()) == {("over", "none")}, "the doors of the years before"


def test_every_state_and_every_move_is_shown() -> None:
    assert {state for state, _ in STORY.values()} == {*get_args(State)}
    assert {move for _, move in STORY.values()} == {*get_args(MoveName)}


def test_every_reason_not_to_ask_is_shown(doors: dict[str, Door]) -> None:
    for (thread, contact), beginning in REASONS.items():
        reasons = {no.contact: no.because for no in doors[thread].suggestion.not_suggested}
        assert reasons[ContactId(contact)].startswith(beginning)


def test_the_only_findings_are_about_manners(analysis: Analysis) -> None:
    found = [(each.id, each.severity.value, each.path) for each in analysis.diagnostics]
    assert found == [(check, "warning", path) for check, path in ETIQUETTE]


def test_tara_went_quiet_before_a_date_was_fixed(doors: dict[str, Door]) -> None:
    door = doors["tara-lindqvist"]
    assert (door.stall.silent_days, door.stall.limit_days, door.stall.nudges) == (16, 10, 2)
    assert "Sam" in door.move.because


def test_ben_and_then_chloe_could_bring_tara_back(tara: Suggestion) -> None:
    assert tara.due
    assert [each.contact for each in tara.suggested] == ["ben-ito", "chloe-dubois"]
    ben, chloe = tara.suggested
    assert (ben.inferred, ben.band) == (False, "strong")
    assert (chloe.inferred, chloe.ask_first, chloe.band) == (True, True, "long shot")


def test_chloe_shares_a_boat_and_two_acquaintances_with_tara(
    insights: Insights, tara: Suggestion
) -> None:
    said = {term.name: term.because for term in tara.suggested[1].terms}
    assert "Oslo Rowing Club, women's eight" in said["shared-circle"]
    assert "Oslo Rowing Club, women's eight" in said["ingroup"]
    assert said["shared-acquaintances"].startswith("Ingrid and Yusuf")
    assert insights.vault.me in insights.vault.circles["team/oslo-rowing"].members


def test_what_the_terms_say_stands_on_the_lines_they_name(tara: Suggestion) -> None:
    ben, chloe = (
        {term.name: line_of(term) for term in each.terms if term.line > 1}
        for each in tara.suggested
    )
    assert ben["my-tie"] == "closeness: 4"
    assert ben["stated-tie"] == "- tara-lindqvist 3 platform guild evenings"
    assert ben["standing"] == "- tara-lindqvist 0.7"
    assert chloe["my-tie"] == "closeness: 3"
    assert chloe["shared-circle"] == chloe["ingroup"] == "- team/oslo-rowing 2009-2012"


def test_a_deadline_brings_ben_forward_by_hearsay(
    insights: Insights, doors: dict[str, Door]
) -> None:
    omar = doors["omar-belkacem"]
    assert (omar.stall.deadline, omar.stall.nudges) == (date(2026, 12, 4), 1)
    assert omar.suggestion.due
    suggestion = explained(insights.network, omar.suggestion, omar.thread)
    said = {term.name: term.because for term in suggestion.suggested[0].terms}
    assert said["stated-tie"].startswith("By hearsay, Ben and Omar")
    assert "hearsay" in said["stated-tie"]


def test_hana_is_stalled_by_her_own_pace(doors: dict[str, Door]) -> None:
    stall = doors["hana-novak"].stall
    assert stall.limit_because == "limit 16 (Hana usually answers within 1 day, n = 4)"
    assert (stall.stalled, stall.silent_days) == (True, 17)


def test_waiting_ends_on_a_day(doors: dict[str, Door]) -> None:
    thandi, ruta = doors["thandi-mokwena"], doors["ruta-girdvaine"]
    assert (thandi.stall.near, thandi.move.until) == (True, date(2026, 11, 27))
    assert (ruta.stall.step is not None, ruta.move.until) == (True, date(2026, 12, 2))


def test_a_favour_takes_no_part_in_my_threads(insights: Insights, doors: dict[str, Door]) -> None:
    favour = "2026-05-12-noor-via-sam"
    assert intro(insights, favour).requester is not None
    assert favour not in {s.intro.id for door in doors.values() for s in door.thread.spokes}


def test_i_am_losing_touch_with_chloe(insights: Insights) -> None:
    chloe = person(insights, "chloe-dubois")
    assert chloe.cadence
    last = insights.last_contact[chloe.id]
    assert last
    assert (DAY - last).days > chloe.cadence.days


def test_a_shared_heritage_counts_only_when_switched_on(insights: Insights) -> None:
    settings = insights.vault.settings
    kinds = {**settings.kinds, "heritage": CircleKind(4, 0.8, sensitive=True)}
    switched_on = Run(ROOT, DAY, replace(settings, kinds=kinds)).analysis().insights
    assert ContactId("sam-okafor") not in named_for_femi(insights)
    assert ContactId("sam-okafor") in named_for_femi(switched_on)


def test_a_blind_introduction_and_keys_of_ones_own_are_shown(insights: Insights) -> None:
    assert intro(insights, "2026-11-12-vic-via-ingrid").blind
    more = person(insights, "ingrid-haugstad").more
    assert more == (("pronouns", ("she/her",)), ("birthday", ("14 March",)))


def test_the_notes_show_what_markdown_can_do(insights: Insights) -> None:
    notes = {
        "callout": person(insights, "tara-lindqvist").notes,
        "<table": person(insights, "omar-belkacem").notes,
        "checkbox": intro(insights, "2026-08-13-esra-via-ben").notes,
    }
    for shown, prose in notes.items():
        assert shown in "".join(prose.pieces)
    assert notes["callout"].tags == ("pilot",)
    chloe = person(insights, "chloe-dubois")
    assert [link.target for link in chloe.notes.links] == ["tara-lindqvist"]
    assert "do not guess" not in "".join(chloe.notes.pieces)
    assert "%% ask her, do not guess %%" in (ROOT / chloe.path).read_text("utf-8")

"""Values that are legal and far from what anybody means: a build ends with a site or a finding."""

import re
from collections.abc import Iterator

import pytest

from site_builder.parsing import value_readers
from tests.proof.long_form import sample
from tests.support.commands import Commands
from tests.support.figures import Count

pytestmark = pytest.mark.proves("hostile")

FIRST, LAST = "0001-01-01", "9999-12-31"
CONTACT = "---\nname: Sam Okafor\nknows: [tara 4]\n{}\n---\n\n## Log\n{}\n"
INTRO = "---\ntarget: tara\nintroducer: sam\ngoal: Thirty minutes\n{}\n---\n\n## Log\n\n{}\n"
OTHERS = {
    "contacts/me.md": "---\nname: Mo Writer\nme: true\n---\n",
    "contacts/tara.md": "---\nname: Tara Lindqvist\n---\n",
    "contacts/sam.md": CONTACT.format("", ""),
    "intros/a.md": INTRO.format("", "- 2026-09-01 asked\n- 2026-09-02 agreed\n"),
}
KEYS = (
    *(
        f"last_contact: 2026-10-01\ncadence: {length}"
        for length in ("999y", "9999m", "9999w", "99999d", "1d")
    ),
    *(f"last_contact: {day}" for day in (FIRST, LAST)),
    *(f"met_on: {day}" for day in ("0001", FIRST, "9999", LAST)),
    *(f"groups: [team/x {years}]" for years in ("0001-9999", "9999-", "0001", "-0001")),
    *("closeness: 5", "standing: [tara 0.0000000001]", "standing: [tara 1.0]"),
)
DATED = ("{}: x", "{} met", "{} scheduled {}", "{} paused {}", "{} asked: x", "{} introduced")
SETTINGS = (
    '[stall.waiting]\nnudge = "0d"\nstalled = "9999w"\n',
    '[stall.asked]\nnudge = "9999d"\nstalled = "0w"\n',
    "[ask]\ndays = 9999\nopen = 0\nyear = 0\n",
    f"[feeds]\ncalendar = true\nchanges = true\ndays = 9999\n[calendar]\nholidays = [{LAST}]\n",
    "[score]\nbase_ask = -100\nbase_know = 1000\ndecay_days = 0.01\nprior_ask = 0.01\n",
)


def vaults() -> Iterator[dict[str, str]]:
    """Yield vaults, each with one thing that is far out."""
    yield from ({"contacts/sam.md": CONTACT.format(key, "")} for key in KEYS)
    yield from ({"doorstep.toml": text} for text in SETTINGS)
    days = (FIRST, "2026-09-03", LAST)
    lines = {f"- {form.format(one, two)}": None for form in DATED for one in days for two in days}
    for line in lines:
        yield {"contacts/sam.md": CONTACT.format("", f"\n{line}")}
        yield {"intros/a.md": INTRO.format("", f"- 2026-09-01 asked\n{line}")}
    for key in ("deadline: {}", "next: {} call"):
        yield from ({"intros/a.md": INTRO.format(key.format(day), "")} for day in (FIRST, LAST))


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOORSTEP_TODAY", "2026-11-22")


def failures(build: Commands) -> tuple[int, int]:
    """Build every vault; return how many there were and how often the program failed."""
    codes = []
    for files in sample(list(vaults()), 12):
        build.write({"doorstep.toml": "", **OTHERS, **files})
        codes.append(build("--no-cache").code)
    return len(codes), sum(code not in {0, 1} for code in codes)


def test_values_that_are_far_out_end_in_a_site_or_a_finding(build: Commands, count: Count) -> None:
    count(*failures(build))


@pytest.mark.control
def test_lengths_without_a_bound_are_noticed(
    build: Commands, monkeypatch: pytest.MonkeyPatch, count: Count
) -> None:
    monkeypatch.setattr(value_readers, "DURATION", re.compile(r"([0-9]+)([dwmy])"))
    build.write(
        {
            **OTHERS,
            "contacts/sam.md": CONTACT.format("last_contact: 2026-10-01\ncadence: 99999y", ""),
        }
    )
    count(1, int(build("--no-cache").code not in {0, 1}))

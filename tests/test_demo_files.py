"""The demo's files: short, named after their people, and fit to be read by those they speak of."""

import re
from pathlib import Path

from site_builder.app.run import Run, settings_of
from site_builder.model.vault import Spoke

ROOT = Path(__file__).parents[1]


def spokes() -> tuple[Spoke, ...]:
    """Return the demo's introductions."""
    settings = settings_of(ROOT)
    assert settings.today is not None
    return Run(ROOT, settings.today, settings).analysis().insights.vault.spokes


def test_nobody_real_can_be_written_to_and_every_file_is_short() -> None:
    for path in (*ROOT.glob("contacts/*.md"), *ROOT.glob("intros/*.md")):
        text = path.read_text("utf-8")
        hosts = re.findall(r"(?:@|https?://)([\w.-]+\w)", text)
        assert all(host.endswith(".example") for host in hosts), path
        assert len(text.splitlines()) <= 45, path


def test_files_are_named_after_the_people_in_them() -> None:
    for spoke in spokes():
        target, introducer = (who.split("-")[0] for who in (spoke.target, spoke.introducer))
        key = f"-{spoke.intro.thread}" if spoke.intro.thread else ""
        named = rf"\d{{4}}-\d\d-\d\d-{target}{key}-via-{introducer}"
        assert re.fullmatch(named, spoke.intro.id)


def test_a_goal_can_be_read_by_the_person_it_is_for() -> None:
    for spoke in spokes():
        said = f"{spoke.intro.goal} {spoke.intro.why}"
        assert not re.search(r"\b(he|she|him|his|her|hers)\b", said, re.IGNORECASE)

"""Where nothing is on record the first page shows a file to copy, and copying it works."""

import re
from datetime import date
from html import unescape
from typing import cast

import pytest

from site_builder.compiler import Analysis, Inputs, analyse_vault
from site_builder.model.settings import Settings
from site_builder.pages.contact_index import contact_index
from site_builder.pages.contacts import contacts_pages
from site_builder.pages.today import TodayView, first_file, today_page
from site_builder.source import Source
from site_builder.tables import FRESH
from tests.support.insights_sample import insights_in
from tests.support.theme_files import html_of
from tests.support.vaults import Files

DAY = date(2026, 11, 22)


def analysis_of(files: Files) -> Analysis:
    sources = tuple(Source(path, text.encode()) for path, text in sorted(files.items()))
    return analyse_vault(Inputs(sources, Settings(), DAY), FRESH)


def view_of(text: str) -> TodayView:
    return cast("TodayView", today_page(insights_in(text)).view)


def test_an_empty_vault_says_which_file_to_write_first() -> None:
    view = view_of("")
    assert view.headline == "Nothing on record yet"
    assert view.example
    assert view.example.path == "contacts/tara-lindqvist.md"
    assert view.figures == ()


def test_with_one_person_it_is_somebody_who_could_introduce_them() -> None:
    view = view_of("== contacts/ana.md\nname: Ana\n")
    assert view.headline == "No introduction on record yet"
    assert view.example
    assert view.example.path == "contacts/sam-okafor.md"
    assert "knows:\n  - ana 4\n" in view.example.text


def test_with_two_people_it_is_an_introduction_between_them() -> None:
    view = view_of("== contacts/ana.md\nname: Ana\n== contacts/ben.md\nname: Ben\n")
    assert view.example
    assert view.example.path == "intros/2026-11-22-ana-via-ben.md"
    assert "target: ana\nintroducer: ben\n" in view.example.text


@pytest.mark.parametrize("begun", [(), ("ana",), ("sam-okafor",), ("ana", "ben")])
def test_who_copies_each_example_has_a_door_and_nothing_is_wrong(begun: tuple[str, ...]) -> None:
    files = {f"contacts/{name}.md": f"---\nname: {name}\n---\n" for name in begun}
    analysis = analysis_of(files)
    while example := first_file(analysis.insights):
        assert example.path not in files
        files[example.path] = example.text
        analysis = analysis_of(files)
    assert len(analysis.insights.doors) == 1
    found = [one.id for one in analysis.diagnostics]
    assert len(files) == 3
    assert found == (["unknown-tie"] if len(begun) > 1 else [])


def test_whoever_copies_the_example_of_the_contacts_has_somebody_and_nothing_is_wrong() -> None:
    (page,) = contacts_pages(contact_index(insights_in("")))
    shown = re.search(r'<pre id="first-contact">([^<]*)</pre><button', html_of(page))
    assert shown
    analysis = analysis_of({"contacts/tara-lindqvist.md": unescape(shown[1])})
    assert [*analysis.insights.vault.people] == ["tara-lindqvist"]
    assert analysis.diagnostics == ()

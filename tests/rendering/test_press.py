"""A press takes every file as it is made: the same files that are kept in memory without one."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.app.build import look_of
from site_builder.app.processes import spread_over
from site_builder.app.run import Run, settings_of
from site_builder.compiler import CompiledSite, Inputs, Look, compile_site
from site_builder.model.audience import PARTS, PRIVATE, Audience
from site_builder.pages.site import plan_site
from site_builder.source import Source
from site_builder.tables import FRESH
from tests.support.press import Kept
from tests.support.theme_files import files, packaged

ROOT = Path(__file__).parents[2]
TEAM = Audience("team", show=tuple(PARTS), fields=("groups", "tags"))


def demo(audience: Audience = PRIVATE) -> Run:
    return Run(root=ROOT, today=date(2026, 11, 22), settings=settings_of(ROOT), audience=audience)


def pressed(inputs: Inputs, look: Look, jobs: int = 1) -> tuple[list[str], CompiledSite]:
    """Return what the press was told, and the site."""
    press = Kept()
    site = compile_site(inputs, look, FRESH, spread=spread_over(jobs), press=press)
    return press.told, site


@pytest.mark.parametrize(
    ("theme", "jobs", "audience"),
    [
        *(("default", 1, PRIVATE), ("default", 2, TEAM), ("paper", 1, TEAM)),
        *(("paper", 2, PRIVATE), ("plain", 1, TEAM), ("plain", 2, PRIVATE)),
    ],
    ids=lambda one: getattr(one, "name", one),
)
def test_what_is_pressed_is_what_is_kept_without_a_press(
    theme: str, jobs: int, audience: Audience
) -> None:
    run = demo(audience)
    inputs, look = run.inputs(), look_of(run, theme)
    told, site = pressed(inputs, look, jobs)
    kept = compile_site(inputs, look, FRESH)
    assert dict(site.files) == dict(kept.files)
    assert sorted(told) == sorted(site.files)
    assert site.pages == kept.pages == sum(name.endswith(".html") for name in site.files)


@pytest.mark.parametrize("audience", [PRIVATE, TEAM], ids=["private", "team"])
@pytest.mark.parametrize("rows", [2, 500])
def test_the_address_of_every_page_is_known_before_it_is_planned(
    audience: Audience, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.pages.long_list.ROWS", rows)
    sheaves = plan_site(demo(audience).analysis().insights, ()).sheaves.values()
    known = [sheaf.address(key) for sheaf in sheaves for key in sheaf.keys]
    assert known == [page.address for sheaf in sheaves for page in sheaf]
    assert {"index.html", "contacts/index.html", "404.html"} < set(known)
    assert any("/part/" in address for address in known) == (rows == 2 and audience.is_private)


def test_nothing_is_told_to_the_press_where_the_vault_has_an_error() -> None:
    run = demo()
    look = look_of(run, "default")
    assert pressed(run.inputs(), look)[0]
    wrong = Source("contacts/wrong.md", b"---\nname: [\n---\n")
    told, site = pressed(replace(run.inputs(), sources=(wrong,)), look)
    assert (told, dict(site.files)) == ([], {})


@pytest.mark.parametrize("template", ["contact.html", "nav.html"])
def test_a_fault_of_the_theme_is_told_as_without_a_press(template: str) -> None:
    mine = {"theme.toml": 'extends = "default"', f"templates/{template}": "{{ root.nothing }}"}
    inputs, look = demo().inputs(), Look("mine", {**packaged(), **files(mine=mine)})
    found = pressed(inputs, look)[1].diagnostics
    assert found == compile_site(inputs, look, FRESH).diagnostics
    assert [(one.id, one.path) for one in found[:1]] == [
        ("theme-error", f"themes/mine/templates/{template}")
    ]

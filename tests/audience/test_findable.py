"""Links in texts: what an audience cannot follow is taken out, whatever it would lead to."""

import pytest

from site_builder.model.contact import ContactId
from site_builder.model.prose import Link
from site_builder.pages.prose import link_index, prose_html

from .builders import TEAM, person, seen_contact, seen_vault
from .test_vault_filter import INTRO, PAIR

LOST = [
    "[[dana]]",
    "[[dana|my friend D.]]",
    "[[dana#log]]",
    "[[Dana Berg]]",
    "[[nobody]]",
    "![[dana.png]]",
    "![D. B.](dana.png)",
    "[D. B.](dana.md)",
    "[her talk](../attachments/dana.pdf)",
    "[[intros/dana]]",
    "[[2026-dana-via-sam]]",
    "[[intros/2026/two]]",
    "[[intros/]]",
]
KEPT = [
    *("[[tara]]", "[[tara|T.]]", "[[Tara Lind]]", "[T.](friends/tara.md)"),
    *("[[one]]", "[[intros/one]]", "[[intros/2026/one.md|first]]", "[[intros/one#log]]"),
]


def html_of(text: str) -> str:
    files = PAIR | {"contacts/sam.md": person("name: Sam Roy", body=f"Met {text} there.")}
    vault = seen_vault(files)
    return prose_html(vault.records[ContactId("sam")].notes, link_index(vault), root="../")


@pytest.mark.parametrize("link", LOST)
def test_a_link_to_what_is_hidden_or_missing_is_shown_as_dots(link: str) -> None:
    assert html_of(link).strip() == "<p>Met … there.</p>"


@pytest.mark.parametrize("link", KEPT)
def test_a_link_to_what_is_seen_stays_a_link(link: str) -> None:
    assert html_of(link).count("<a href=") == 1


@pytest.mark.parametrize("link", ["[[dana]]", "[[dana|D.]]", "![[dana.png]]", "[[intros/tara]]"])
def test_links_in_any_other_text_are_taken_out_too(link: str) -> None:
    files = PAIR | {
        "contacts/sam.md": person(
            f'role: "friend of {link}"\nknows: ["tara 3 through {link}"]\n'
            f'groups: ["team/x 2009 {link}"]',
            body=f"`{link}`\n\n## Log\n\n- 2026-01-01: met {link}\n",
        )
    }
    sam = seen_contact(files, "sam")
    assert (sam.role, sam.knows[0].text, sam.groups[0].text, sam.log[0].text) == (
        *("friend of …", "through …", "…", "met …"),
    )
    assert "dana" not in repr(sam)


def test_a_link_in_a_text_to_somebody_seen_is_left_as_it_is() -> None:
    files = PAIR | {"contacts/sam.md": person('role: "friend of [[tara|T]]"')}
    assert seen_contact(files, "sam").role == "friend of [[tara|T]]"


def test_a_hidden_alias_finds_nobody() -> None:
    files = PAIR | {
        "contacts/friends/tara.md": person("name: Tara\naliases: [tt]"),
        "contacts/sam.md": person("knows: [tt 3]"),
    }
    assert seen_contact(files, "sam").knows
    without = type(TEAM)("team", TEAM.show, tuple(key for key in TEAM.fields if key != "aliases"))
    assert not seen_contact(files, "sam", without).knows


def test_everything_that_stays_a_link_has_a_page() -> None:
    body = " ".join([*LOST, *KEPT])
    files = PAIR | {"contacts/sam.md": person(body=body), "intros/2026/one.md": INTRO}
    vault = seen_vault(files)
    links = vault.records[ContactId("sam")].notes.links
    followed = [link for link in links if link.target]
    assert len(followed) == len(KEPT)
    assert all(
        link_index(vault).find(Link(one.target, one.text, one.kind, one.span)) for one in followed
    )

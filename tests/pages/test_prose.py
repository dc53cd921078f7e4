"""Notes: what becomes a link, what stays text."""

from site_builder.model.prose import Link, Prose
from site_builder.pages.prose import link_index, prose_html
from site_builder.source import FILE_START
from tests.support.vaults import Files, vault_of

PEOPLE = {
    "contacts/tara.md": "---\nname: Tara Lindqvist\naliases: [T]\n---\n",
    "contacts/sam.md": "---\nname: Sam <Okafor>\n---\n",
    "intros/Tara via Sam.md": "---\ntarget: tara\nintroducer: sam\n---\n",
}


def shown(note: str, files: Files = PEOPLE, root: str = "../") -> str:
    vault = vault_of({**files, "contacts/me.md": f"---\nname: Robin\nme: true\n---\n{note}\n"})
    me = vault.records[vault.me] if vault.me else None
    assert me is not None
    return prose_html(me.notes, link_index(vault), root=root).strip()


def test_a_person_is_linked_by_id_alias_or_name() -> None:
    assert shown("[[tara|her]]") == '<p><a href="../contacts/tara.html">her</a></p>'
    assert shown("[[t|her]]") == '<p><a href="../contacts/tara.html">her</a></p>'
    assert shown("[[Tara Lindqvist|her]]") == '<p><a href="../contacts/tara.html">her</a></p>'


def test_a_link_that_only_repeats_the_id_shows_the_name_escaped() -> None:
    assert shown("[[sam]]") == '<p><a href="../contacts/sam.html">Sam &lt;Okafor&gt;</a></p>'


def test_an_introduction_is_linked_by_its_file_and_its_address_is_quoted() -> None:
    assert shown("[[tara via sam]]") == (
        '<p><a href="../intros/Tara%20via%20Sam.html">'
        "Tara Lindqvist through Sam &lt;Okafor&gt;</a></p>"
    )


def test_a_relative_path_to_a_file_is_a_link() -> None:
    assert shown("[her](tara.md#log)") == '<p><a href="../contacts/tara.html">her</a></p>'
    assert shown("[it](<../intros/Tara via Sam.md>)").startswith('<p><a href="../intros/Tara%20')


def test_an_introduction_of_a_persons_name_is_found_in_its_folder() -> None:
    files = {**PEOPLE, "intros/tara.md": "---\ntarget: tara\nintroducer: sam\n---\n"}
    assert shown("[it](../intros/tara.md)", files).startswith('<p><a href="../intros/tara.html">')
    assert shown("[[tara]]", files).startswith('<p><a href="../contacts/tara.html">')
    for link in ("[[intros/tara]]", "[[intros/tara.md]]", "[[intros/tara#Log]]"):
        assert shown(link, files).startswith('<p><a href="../intros/tara.html">')
    assert shown("[[contacts/tara]]", files).startswith('<p><a href="../contacts/tara.html">')


def test_a_heading_in_the_link_does_not_matter() -> None:
    for link in ("[[tara#Log|her log]]", "[[tara #Log|her log]]"):
        assert shown(link) == '<p><a href="../contacts/tara.html">her log</a></p>'


def test_what_nobody_is_called_stays_text() -> None:
    assert shown("[[nobody|<b>]]") == "<p>&lt;b&gt;</p>"


def test_a_draft_has_no_page_to_link_to() -> None:
    files = {**PEOPLE, "contacts/dora.md": "---\nname: Dora\ndraft: true\n---\n"}
    assert shown("[[dora]]", files) == "<p>dora</p>"


def test_an_attachment_stays_text() -> None:
    assert shown("![[photo.jpg]] and [cv](../attachments/cv.pdf)") == "<p>photo.jpg and cv</p>"
    assert shown("![[sam]] and [cv](../attachments/sam)") == "<p>sam and cv</p>"


def test_the_text_of_a_link_is_escaped() -> None:
    assert "<script>" not in shown('[[tara|<script>alert("1")</script>]]')


def test_an_empty_text_shows_what_it_names() -> None:
    link = Link("nobody", "", "wiki", FILE_START)
    assert prose_html(Prose(("a ", " b"), (link,)), link_index(vault_of(PEOPLE)), root="") == (
        "a nobody b"
    )


def test_the_way_to_the_root_is_the_pages_own() -> None:
    assert shown("[[tara|her]]", root="") == '<p><a href="contacts/tara.html">her</a></p>'

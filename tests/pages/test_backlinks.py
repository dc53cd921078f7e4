"""Backlinks: who mentions whom in notes."""

from site_builder.pages.contact_index import Mention, backlinks
from site_builder.pages.page import Ref
from site_builder.pages.prose import link_index
from tests.support.vaults import vault_of


def test_a_mention_counts_once_a_text_and_never_for_the_text_itself() -> None:
    vault = vault_of(
        {
            "contacts/tara.md": "---\nname: Tara\n---\nI am [[tara]], see [[it]].\n",
            "contacts/sam.md": "---\nname: Sam\n---\n[[tara]], [[Tara]] and [[nobody]].\n",
            "contacts/ben.md": "---\nname: Ben\n---\nKnows nobody.\n",
            "intros/it.md": "---\ntarget: tara\nintroducer: sam\n---\nSee [[sam]], [[it]].\n",
        }
    )
    through = Ref("Tara through Sam", "intros/it.html")
    assert backlinks(vault, link_index(vault)) == {
        "contacts/tara.html": (Mention(Ref("Sam", "contacts/sam.html"), "notes"),),
        "intros/it.html": (Mention(Ref("Tara", "contacts/tara.html"), "notes"),),
        "contacts/sam.html": (Mention(through, "introduction"),),
    }

"""The one button of a row: write the mail, go to the words, or open the door."""

from msgspec import Struct

from site_builder.insights.insight import Door, Insights
from site_builder.model.contact import Contact
from site_builder.model.vault import Spoke
from site_builder.pages.door_verdict import move_label
from site_builder.pages.drafts import FORWARDED, Draft, door_drafts, loop_draft
from site_builder.pages.outside import mail_link
from site_builder.pages.page import contact_address, door_address, href

ON_THE_PAGE = FORWARDED | {"interrupt"}
"""Words that one mail does not do: those in two parts, and those for another channel than mail."""


class Act(Struct, frozen=True):
    """A button: it leads to a page, to an empty mail or to the words of a draft."""

    text: str
    href: str = ""
    """A page of the site, relative to its root."""
    mail: str = ""
    draft: Draft | None = None


def door_act(insights: Insights, door: Door) -> Act:
    """Return what to do at a door: a mail where one mail does it and the address is known.

    All other words are on the door's page, with their copy buttons.
    """
    drafts = door_drafts(insights, door)
    if not drafts:
        return Act(move_label(door), href(door_address(door.thread.id)))
    first = drafts[0]
    if first.to and first.name not in ON_THE_PAGE:
        return Act(f"Mail {first.called}", draft=first)
    page = href(door_address(door.thread.id))
    return Act(f"Words for {first.called}", f"{page}#words")


def loop_act(insights: Insights, door: Door, spoke: Spoke) -> Act:
    """Return the mail that tells an introducer how it went; without an address, to be filled in."""
    draft = loop_draft(insights, door, spoke)
    return Act(f"{'Mail' if draft.to else 'Write to'} {draft.called}", draft=draft)


def person_act(person: Contact) -> Act:
    """Return the way to somebody: a mail, else their page."""
    for address in person.email:
        if mail := mail_link(address):
            return Act(f"Mail {person.first_name}", mail=mail)
    return Act("Open page", href(contact_address(person.id)))

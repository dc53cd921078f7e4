"""What to write first, where nothing is on record yet: a file to copy as it is."""

from msgspec import Struct

from site_builder.insights.insight import Insights

CONTACT = """---
name: Tara Lindqvist
org: Northwind
closeness: 2
---

Runs the platform group.
"""
INTRODUCER = """---
name: {name}
closeness: 4
knows:
  - {target} 4
---
"""
INTRO = """---
target: {target}
introducer: {introducer}
goal: Thirty minutes on one question
---

## Log

- {day} asked: over lunch
"""


class Example(Struct, frozen=True):
    """A file to write, where there is nothing to show yet."""

    headline: str
    words: str
    path: str
    text: str


def first_file(insights: Insights) -> Example | None:
    """Return what to write where there are no people, or no introductions, yet."""
    if insights.doors or not insights.vault.audience.is_private:
        return None
    people = [person.id for person in insights.vault.people.values() if not person.me]
    if not people:
        words = "Begin with the people you know: one file each, in the folder contacts. "
        words += "Your address book makes many at once: build import vcard FILE."
        return Example("Nothing on record yet", words, "contacts/tara-lindqvist.md", CONTACT)
    headline, day = "No introduction on record yet", insights.today.isoformat()
    target, *others = people
    if not others:
        name = "Sam Okafor" if target != "sam-okafor" else "Ben Ito"
        words = "Now somebody who could introduce you: one more file in the folder contacts."
        path = f"contacts/{name.lower().replace(' ', '-')}.md"
        return Example(headline, words, path, INTRODUCER.format(name=name, target=target))
    introducer = others[0]
    words = "Now write down an introduction you asked for: one file each, in the folder intros."
    text = INTRO.format(target=target, introducer=introducer, day=day)
    return Example(headline, words, f"intros/{day}-{target}-via-{introducer}.md", text)

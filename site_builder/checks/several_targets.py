"""One ask names several people to be introduced to."""

from collections.abc import Iterator

from site_builder.checks.facts import Facts
from site_builder.checks.full_names import LONGEST_NAME, WORD
from site_builder.checks.places import place_of
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.checks.text_links import WIKILINK
from site_builder.model.contact import ContactId

COMPANY = frozenset({"with", "via", "through", "by", "from"})
"""Words after which a person is named who is not asked for."""
NEAR = 12
"""Characters before a link in which such a word is looked for."""


@rule("several-targets", WARNING, "target")
def check(facts: Facts) -> Findings:
    """Report each `asked` whose text names people besides target, introducer and me."""
    for spoke in facts.own_spokes():
        expected = {spoke.target, spoke.introducer, facts.vault.me}
        for event in facts.past(spoke.intro):
            if event.word != "asked" or not event.text:
                continue
            other = next(
                (pair for pair in _named(facts, event.text) if pair[1] not in expected), None
            )
            if other:
                text, person = other
                name = facts.name(person)
                yield Finding(
                    spoke.intro.path,
                    place_of(facts.documents[spoke.intro.path], event.span, text),
                    f"expected an ask for {facts.name(spoke.target)} alone, found {name} as well",
                    f"ask for one person at a time; {name} gets an intro file of their own",
                )


def _named(facts: Facts, text: str) -> Iterator[tuple[str, ContactId]]:
    """Yield the people named by link, id or full name, with the words that name them."""
    for link in WIKILINK.finditer(text):
        person = facts.vault.directory.one(link[1].partition("#")[0].strip())
        if person and not _in_company(text[max(0, link.start() - NEAR) : link.start()]):
            yield link[0], person
    plain = WIKILINK.sub(lambda link: " " * len(link[0]), text)
    words = list(WORD.finditer(plain))
    for place, word in enumerate(words):
        if place and words[place - 1][0].lower() in COMPANY:
            continue
        if "-" in word[0] and (person := facts.vault.directory.ids.get(word[0])):
            yield word[0], person
        for size in range(2, LONGEST_NAME + 1):
            several = words[place : place + size]
            found = facts.full_names.get(tuple(part[0] for part in several))
            if found and len(several) == size:
                yield plain[word.start() : several[-1].end()], found[-1]


def _in_company(before: str) -> bool:
    words = before.split()
    return bool(words) and words[-1].lower() in COMPANY

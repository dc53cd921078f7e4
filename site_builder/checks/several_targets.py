"""One ask names several people to be introduced to."""

import re
from collections.abc import Iterator, Mapping

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.places import place_of
from site_builder.checks.text_links import WIKILINK
from site_builder.diagnostics import Severity
from site_builder.model.contact import ContactId
from site_builder.parsing.value_readers import path_stem

ID = "several-targets"
LEVEL = Severity.WARNING

WORD = re.compile(r"\w+(?:[.'’-]\w+)*")
LONGEST_NAME = 4
"""Words of a name that is looked for in a text."""
COMPANY = frozenset({"with", "via", "through", "by", "from"})
"""Words after which a person is named who is not asked for."""
NEAR = 12
"""Characters before a link in which such a word is looked for."""

Names = Mapping[tuple[str, ...], ContactId]


def check(facts: Facts) -> Iterator[Finding]:
    """Report each `asked` whose text names people besides target, introducer and me."""
    names: Names | None = None
    for spoke in facts.own_spokes():
        expected = {spoke.target, spoke.introducer, facts.vault.me}
        for event in facts.past(spoke.intro):
            if event.word != "asked" or not event.text:
                continue
            names = _full_names(facts) if names is None else names
            other = next(
                (pair for pair in _named(facts, names, event.text) if pair[1] not in expected), None
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


def _full_names(facts: Facts) -> Names:
    """Return the names of two to four words, as words; first names alone are too common."""
    names = {}
    for person in facts.vault.people.values():
        words = tuple(WORD.findall(person.name))
        if 1 < len(words) <= LONGEST_NAME:
            names[words] = person.id
    return names


def _named(facts: Facts, names: Names, text: str) -> Iterator[tuple[str, ContactId]]:
    """Yield the people named by link, id or full name, with the words that name them."""
    for link in WIKILINK.finditer(text):
        person = facts.vault.directory.one(path_stem(link[1].partition("#")[0]))
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
            person = names.get(tuple(part[0] for part in several))
            if person and len(several) == size:
                yield plain[word.start() : several[-1].end()], person


def _in_company(before: str) -> bool:
    words = before.split()
    return bool(words) and words[-1].lower() in COMPANY

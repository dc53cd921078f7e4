"""A text that an audience reads names somebody who is hidden from it."""

from msgspec.structs import replace

from site_builder.audience.spoken_names import SpokenNames, shown_texts, unparted, word
from site_builder.audience.vault_filter import Shown, ShownFile
from site_builder.checks.facts import Facts
from site_builder.checks.namings import Naming, namings
from site_builder.checks.places import place_of
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.markup.comments import blank_comments
from site_builder.model.contact import Contact, Membership, TieLine
from site_builder.model.document import Document
from site_builder.parsing.front_matter import Split, split
from site_builder.source import Span


@rule("hidden-name", ERROR, "vault")
def check(facts: Facts) -> Findings:
    """Report hidden names in texts, and names that the audience takes for somebody else."""
    shown = facts.shown
    if shown is None:
        return
    names = _hidden_names(facts, shown)
    for file in shown.files:
        yield from _spoken(shown, file, names)
        yield from _mistaken(facts, shown, file, names)
    yield from _circles(facts, shown, names)


def _circles(facts: Facts, shown: Shown, names: SpokenNames) -> Findings:
    """Report names that the settings give to circles, at the first visible membership of each."""
    first: dict[str, tuple[ShownFile, Membership]] = {}
    for file in shown.files:
        if isinstance(file.allowed, Contact):
            for line in file.allowed.groups:
                first.setdefault(line.group, (file, line))
    for group, info in facts.vault.settings.groups.items():
        if group in first and (found := next(names.find(info.name), "")):
            file, line = first[group]
            yield Finding(
                file.whole.path,
                line.span,
                f"{shown.audience.name} would read {quoted(found)}, which is hidden from it, "
                "in the name of this circle",
                f'give [groups."{group}"] in doorstep.toml another name',
            )


def _hidden_names(facts: Facts, shown: Shown) -> SpokenNames:
    """Collect the names and addresses that are hidden, but none that somebody visible bears."""
    visible = {text for file in shown.files for text in _names(file.seen)}
    within = "\n".join(visible)
    visible |= {part for text in visible for part in text.split()}
    names = SpokenNames()
    for document, _ in facts.contacts():
        for text in _names(document):
            if text not in visible and not (unparted().match(text) and text in within):
                names.add(text)
    return names


def _names(document: Document) -> tuple[str, ...]:
    record = document.record
    if not isinstance(record, Contact):
        return ()
    called = (record.called,) if record.called else ()
    return (record.id, record.name, *called, *record.aliases, *record.email, *record.phone)


def _spoken(shown: Shown, file: ShownFile, names: SpokenNames) -> Findings:
    assert file.seen.record is not None  # only records are shown
    found: dict[str, str] = {}
    for key, text in shown_texts(file.seen.record):
        for name in names.find(text):
            found.setdefault(name, key)
    for name, key in found.items():
        yield Finding(
            file.whole.path,
            _place(file.whole, key, name),
            f"{shown.audience.name} would read {quoted(name)}, which is hidden from it",
            "leave the name out, or write it as a [[link]]: what cannot be followed is shown as …",
        )


def _place(document: Document, key: str, name: str) -> Span:
    """Find the name in the key's value, else in the body, else name the value or the file."""
    if document.record is not None and key in document.record.spans:
        return place_of(document, document.record.spans[key], name)
    parts = split(document.text)
    first = parts.body_line if isinstance(parts, Split) and key in {"notes", "log", "events"} else 1
    body = Span(first, 1, document.text.count("\n") + 2, 1)
    shown = replace(document, text=blank_comments(document.text))
    places = (place_of(shown, body, text) for text in (name, word().findall(name)[0]))
    return next((place for place in places if place != body), Span(first, 1, first, 1))


def _mistaken(facts: Facts, shown: Shown, file: ShownFile, names: SpokenNames) -> Findings:
    for one in namings(facts, shown, file):
        if one.found and one.found != one.means:
            other = " or ".join(one.found)
            shorter = one.tie is not None and one.tie.other.name != one.name and one.means
            yield Finding(
                file.whole.path,
                one.span,
                f"{shown.audience.name} would take {quoted(one.name)} for {other}, "
                "as it does not see whom you mean",
                f'write "[[{one.means[0]}]]"'
                if shorter
                else "name the person by an id that nobody else has as a name",
            )
        elif one.tie is not None and (name := _begun(one, one.tie, names)):
            yield Finding(
                file.whole.path,
                place_of(file.whole, one.tie.span, name),
                f"{shown.audience.name} would read {quoted(name)}, which is hidden from it",
                "write the id of whom you mean, or the text in other words",
            )


def _begun(one: Naming, tie: TieLine, names: SpokenNames) -> str:
    """Return the name that begins with whom a tie names and goes on in its text: `sam okafor`."""
    line = f"{one.name} {tie.text}"
    found = (name for name in names.find(line) if line.startswith(name))
    return next((name for name in found if len(name) > len(one.name)), "")

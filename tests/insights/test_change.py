"""The rank in "what would change it" is the one that the program gives after the change."""

import re
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from site_builder.insights.analyse import analyse, suggestion_for
from site_builder.insights.candidate import Suggestion
from site_builder.insights.threads import threads_of
from site_builder.model.contact import Contact, ContactId, TieLine
from site_builder.model.document import Document
from site_builder.model.reference import Reference
from site_builder.model.settings import Settings
from site_builder.model.vault_assemble import assemble
from site_builder.parsing.document_read import read_document
from site_builder.source import FILE_START, Source
from tests.oracle.random_vaults import random_vault
from tests.support.vaults import Files, document_of, people

FRIENDS = 4
FIRST_DAY = date(2026, 11, 1)
TODAY = date(2026, 11, 20)
PROMISE = re.compile(r"If (.*), .* becomes rank (\d+)\.")
PAIR = {
    "me": "me: true",
    "ana": "closeness: 3\nknows: [tara 4]",
    "ben": "closeness: 3\nknows: [tara 2]",
    "cleo": "closeness: 3\nknows: [tara 4]",
    "dan": "closeness: 3\nknows: [tara 2]",
}


def _documents(files: Files) -> tuple[Document, ...]:
    return tuple(document_of(text, path) for path, text in files.items())


def _suggest(documents: tuple[Document, ...], target: ContactId, today: date) -> Suggestion:
    vault = assemble(documents, Settings())
    return suggestion_for(analyse(vault, threads_of(vault, today), today), target)


def _friends_of(document: Document, target: ContactId) -> Contact:
    """Return the contact with a tie to the target that makes the two close friends."""
    record = document.record
    assert isinstance(record, Contact)
    others = tuple(tie for tie in record.knows if tie.other.name != target)
    tie = TieLine(Reference(target, FILE_START), FILE_START, FRIENDS)
    return replace(record, knows=(tie, *others))


def _changed(
    documents: tuple[Document, ...], who: ContactId, target: ContactId, wish: str
) -> tuple[Document, ...] | None:
    """Return the vault in which the wish has come true; None where it takes more than a line."""

    def change(document: Document) -> Document:
        if not (isinstance(document.record, Contact) and document.record.id == who):
            return document
        if wish.endswith("of yours"):
            return replace(document, record=replace(document.record, closeness=FRIENDS))
        return replace(document, record=_friends_of(document, target))

    return tuple(map(change, documents)) if "asks" not in wish else None


def broken_promises(
    documents: tuple[Document, ...], target: ContactId, today: date
) -> tuple[int, list[str]]:
    """Make every change that is named and rank again: how many there were, and which misled."""
    kept, broken = 0, []
    for candidate in _suggest(documents, target, today).suggested:
        promise = PROMISE.fullmatch(candidate.would_change)
        after = promise and _changed(documents, candidate.contact, target, promise[1])
        if promise is None or after is None:
            continue
        ranked = {one.contact: one.rank for one in _suggest(after, target, today).suggested}
        if ranked[candidate.contact] == int(promise[2]):
            kept += 1
        else:
            broken.append(f"{candidate.would_change} It is {ranked[candidate.contact]}.")
    return kept, broken


def test_where_two_tie_the_id_decides() -> None:
    """Dan would be as good as Ana and Cleo, who come before him by name."""
    documents = _documents(people("me tara ana ben cleo dan", **PAIR))
    suggested = _suggest(documents, ContactId("tara"), TODAY).suggested
    told = {str(one.contact): one.would_change for one in suggested}
    assert told["dan"] == "If Dan and Tara are close friends, Dan becomes rank 3."
    assert told["ben"] == "If Ben and Tara are close friends, Ben becomes rank 2."
    assert broken_promises(documents, ContactId("tara"), TODAY) == (3, [])


def test_a_new_tie_speaks_for_the_acquaintances_too() -> None:
    """Once Ben knows Tara, Zoe, whom he knows, is a candidate, too, and comes before him."""
    crew, long_ago = "groups: [team/eight 2009-2012]", "ask: sparingly\nlast_contact: 2024-01-01"
    facts = {
        "me": "me: true",
        "tara": crew,
        "ana": f"closeness: 1\n{long_ago}\nknows: [tara 3]",
        "ben": f"closeness: 1\n{long_ago}\n{crew}\nknows: [zoe 3]",
        "zoe": "closeness: 5\nlast_contact: 2026-11-19\ngroups: [team/eight 2010]",
    }
    documents, tara = _documents(people("me tara ana ben zoe", **facts)), ContactId("tara")
    assert _ranks(_suggest(documents, tara, TODAY)) == {"ana": 1, "ben": 2}
    told = _suggest(documents, tara, TODAY).suggested[1].would_change
    assert told == "If Ben and Tara turn out to be strangers, ask somebody else."
    after = _changed(documents, ContactId("ben"), tara, "they are close friends")
    assert after is not None
    assert _ranks(_suggest(after, tara, TODAY)) == {"zoe": 1, "ben": 2, "ana": 3}


def _ranks(suggestion: Suggestion) -> dict[str, int]:
    return {str(one.contact): one.rank for one in suggestion.suggested}


def test_in_random_vaults_every_promise_is_kept(tmp_path: Path) -> None:
    total = 0
    for seed in range(12):
        root, today = tmp_path / str(seed), FIRST_DAY + timedelta(days=seed % 37)
        random_vault(seed, root, today)
        documents = tuple(
            read_document(Source(path.relative_to(root).as_posix(), path.read_bytes()))
            for folder in ("contacts", "intros")
            for path in sorted((root / folder).rglob("*.md"))
        )
        vault = assemble(documents, Settings())
        mine = threads_of(vault, today)
        for target in (who for who in vault.people if who in mine):
            kept, broken = broken_promises(documents, target, today)
            assert broken == []
            total += kept
    assert total > 100

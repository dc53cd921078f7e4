"""What checks of a narrow scope are shown: one file, one target, one connector at a time."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from site_builder.checks.facts import Facts
from site_builder.insights.asks import ledger_of
from site_builder.insights.thread import Thread
from site_builder.model.contact import ContactId
from site_builder.model.vault import Spoke
from site_builder.tables import Tables

Narrow = Literal["file", "target", "connector"]


class Scope(Struct, frozen=True):
    """Each thing of a kind, and the facts that are shown for one of them."""

    keys: Collection[Any]
    look: Callable[[Any], Facts]


def scopes_of(facts: Facts, tables: Tables) -> Mapping[Narrow, Scope]:
    """Return the narrow scopes of a vault."""
    nothing = replace(facts, files=(), spokes=(), threads=())
    return {
        "file": _files(nothing),
        "target": _targets(facts, nothing, tables),
        "connector": _connectors(facts, nothing, tables),
    }


def _files(nothing: Facts) -> Scope:
    files = nothing.documents
    return Scope(files, lambda path: replace(nothing, files=(files[path],)))


def _targets(facts: Facts, nothing: Facts, tables: Tables) -> Scope:
    spokes = tables.source("own spokes", dict(_by_path(facts.spokes)))
    threads = tables.source("threads", {thread.id: thread for thread in facts.threads})
    towards = tables.derive("towards", spokes, lambda path: _spoke_to(spokes[path]))
    pursued = tables.derive("pursued", threads, lambda name: _thread_to(threads[name]))
    spokes_to = tables.invert("spokes to", towards)
    threads_to = tables.invert("threads to", pursued)
    return Scope(
        spokes_to,
        lambda who: replace(nothing, spokes=spokes_to[who], threads=threads_to.get(who, ())),
    )


def _connectors(facts: Facts, nothing: Facts, tables: Tables) -> Scope:
    threads = tables.source("threads", {thread.id: thread for thread in facts.threads})
    asks = ledger_of(threads, facts.vault.settings, facts.today, tables).asks
    return Scope(asks, lambda who: replace(nothing, asks={who: asks[who]}))


def _by_path(spokes: Iterable[Spoke]) -> Iterator[tuple[str, Spoke]]:
    for spoke in spokes:
        if spoke.requester is None:
            yield spoke.intro.path, spoke


def _spoke_to(spoke: Spoke) -> tuple[tuple[ContactId, Spoke], ...]:
    return ((spoke.target, spoke),)


def _thread_to(thread: Thread) -> tuple[tuple[ContactId, Thread], ...]:
    return ((thread.target, thread),)

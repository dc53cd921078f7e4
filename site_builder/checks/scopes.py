"""What checks of a narrow scope are shown: one file, one target, one connector at a time."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from site_builder.checks.facts import Facts
from site_builder.insights.asks import ledger_of
from site_builder.insights.thread import Thread, Threads
from site_builder.model.contact import ContactId
from site_builder.model.vault import Spoke
from site_builder.tables import Tables

Narrow = Literal["file", "target", "connector"]


class Scope(Struct, frozen=True):
    """Each thing of a kind, and the facts that are shown for one of them."""

    keys: Collection[Any]
    look: Callable[[Any], Facts]


def scopes_of(facts: Facts, threads: Threads, tables: Tables) -> Mapping[Narrow, Scope]:
    """Return the narrow scopes of a vault."""
    nothing = replace(facts, files=(), spokes=(), threads=())
    files = facts.documents
    asks = ledger_of(threads, facts.vault.settings, facts.today, tables).asks
    return {
        "file": Scope(files, lambda path: replace(nothing, files=(files[path],))),
        "target": _targets(nothing, threads, tables),
        "connector": Scope(asks, lambda who: replace(nothing, asks={who: asks[who]})),
    }


def _targets(nothing: Facts, threads: Threads, tables: Tables) -> Scope:
    paths = nothing.vault.paths
    towards = tables.derive("towards", paths, lambda path: _spoke_to(paths[path]))
    pursued = tables.derive("pursued", threads, lambda name: _thread_to(threads[name]))
    spokes_to = tables.invert("spokes to", towards)
    threads_to = tables.invert("threads to", pursued)
    return Scope(
        spokes_to,
        lambda who: replace(nothing, spokes=spokes_to[who], threads=threads_to.get(who, ())),
    )


def _spoke_to(spoke: Spoke) -> tuple[tuple[ContactId, Spoke], ...]:
    return ((spoke.target, spoke),) if spoke.requester is None else ()


def _thread_to(thread: Thread) -> tuple[tuple[ContactId, Thread], ...]:
    return ((thread.target, thread),)

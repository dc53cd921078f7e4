"""Running every check: levels and waivers applied, each finding with its line."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_builder.audience.vault_filter import Shown
from site_builder.checks import hidden_name, hidden_reference, unused_waiver
from site_builder.checks.facts import Facts, facts_of
from site_builder.checks.places import line_at
from site_builder.checks.rule import Check, Finding
from site_builder.checks.scopes import scopes_of
from site_builder.checks.waivers import excused, idle_waivers
from site_builder.diagnostics import Diagnostic, Severity, in_order
from site_builder.insights.thread import Threads
from site_builder.model.document import Document
from site_builder.model.vault import Vault
from site_builder.tables import FRESH, Tables, grouped
from site_builder.tables.spread import Spread, in_turn

OFF = "off"
AUDIENCE_CHECKS = {hidden_name.check.id, hidden_reference.check.id}
"""What they find depends on the audience, so a waiver of theirs is never called idle."""


class _Found(Struct, frozen=True):
    """A finding and the check that made it."""

    check: str
    """The check's id."""
    finding: Finding


def run(  # noqa: PLR0913 - what there is to check, and how
    checks: Sequence[Check],
    vault: Vault,
    threads: Threads,
    today: date,
    tables: Tables = FRESH,
    *,
    shown: Shown | None = None,
    zones: Callable[[], Collection[str]] = tuple,
    spread: Spread = in_turn,
) -> tuple[Diagnostic, ...]:
    """Return what all checks find, in order, without what files waive and settings switch off.

    `zones` gives the time zones there are; without them these names are taken as they are.
    """
    ids = [check.id for check in checks]
    facts = facts_of(vault, threads, today=today, check_ids=ids, tables=tables)
    facts = replace(facts, shown=shown, zones=zones)
    active = [check for check in checks if vault.settings.checks.get(check.id) != OFF]
    found = list(_found(active, facts, threads, tables=tables, spread=spread))
    if unused_waiver.check in active:
        used = {(each.finding.path, each.check) for each in found}
        off = {check.id for check in checks if check not in active} | AUDIENCE_CHECKS
        facts = replace(facts, idle=tuple(idle_waivers(facts, used=used, off=off)))
        found += [_Found(unused_waiver.check.id, each) for each in unused_waiver.check.look(facts)]
    kept = (each for each in found if not excused(each.finding, each.check, facts))
    levels = {check.id: vault.settings.checks.get(check.id, check.level) for check in checks}
    told = (_diagnostic(each, facts.documents[each.finding.path], levels) for each in kept)
    return in_order(told)


def _found(
    active: Sequence[Check], facts: Facts, threads: Threads, *, tables: Tables, spread: Spread
) -> Iterator[_Found]:
    """Call each check for whatever its scope says."""
    by_scope = grouped((check.scope, check) for check in active)
    for scope, scoped in scopes_of(facts, threads, tables).items():
        look = partial(_look, by_scope.get(scope, ()), scoped.look)
        findings = tables.derive(f"{scope} findings", scoped.keys, look, spread=spread)
        yield from tables.invert(f"{scope} found", findings).get("", ())
    for check in by_scope.get("vault", ()):
        yield from (_Found(check.id, finding) for finding in check.look(facts))


def _look(
    checks: Sequence[Check], look: Callable[[Any], Facts], key: Hashable
) -> tuple[tuple[str, _Found], ...]:
    facts = look(key)
    return tuple(("", _Found(check.id, one)) for check in checks for one in check.look(facts))


def _diagnostic(found: _Found, document: Document, levels: Mapping[str, str]) -> Diagnostic:
    finding = found.finding
    return Diagnostic(
        id=found.check,
        severity=Severity(levels[found.check]),
        message=finding.message,
        path=finding.path,
        span=finding.span,
        help=finding.help,
        excerpt=line_at(document, finding.span.line),
    )

"""The one shape of every rule: a module with a docstring, an id, a level and one generator."""

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from site_builder.checks.facts import Facts
from site_builder.diagnostics import Severity
from site_builder.model.document import Document, Fault
from site_builder.source import Span

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

Scope = Literal["file", "target", "connector", "vault"]
Words = tuple[str, str] | None
"""What a finding says and what to type; None where there is nothing to say."""


class Finding(Struct, frozen=True):
    """One thing that a check found; its id and level are the check's."""

    path: str
    span: Span
    message: str
    """Lower case, one clause, expected and found, user text in double quotes, no full stop."""
    help: str = ""
    """What to type."""


Findings = Iterator[Finding]
Look = Callable[[Facts], Findings]
Wording = Callable[[Document, Fault], Words]


class Check(Struct, frozen=True):
    """One rule, made of what looks for breaches of it."""

    id: str
    """The kebab-case name: of the module, its manual page, its test and its anchor."""
    level: Severity
    """How much a finding matters, unless settings say otherwise."""
    scope: Scope
    """What it is called for: each file, target or connector, or once for the vault."""
    look: Look
    """Yields what is wrong, in any order."""


def rule(check: str, level: Severity, scope: Scope) -> Callable[[Look], Check]:
    """Make a check of the function that yields what is wrong."""
    return lambda look: Check(check, level, scope, look)


def fault_rule(check: str, level: Severity) -> Callable[[Wording], Check]:
    """Make a check of the function that words a fault which reading a file met with."""

    def of(words: Wording) -> Check:
        def look(facts: Facts) -> Findings:
            for document, fault in facts.faults(check):
                if said := words(document, fault):
                    yield Finding(document.path, fault.span, *said)

        return Check(check, level, "file", look)

    return of

"""The one shape of every rule: a module with a docstring, an id, a level and one generator."""

from collections.abc import Iterator
from typing import Literal, Protocol

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.diagnostics import Severity

Scope = Literal["file", "target", "connector", "vault"]


class Check(Protocol):
    """A module of this package that holds one rule."""

    @property
    def ID(self) -> str:  # noqa: N802 - a module's constant
        """The kebab-case name: of the module, its manual page, its test and its anchor."""

    @property
    def LEVEL(self) -> Severity:  # noqa: N802 - a module's constant
        """How much a finding matters, unless settings say otherwise."""

    @property
    def SCOPE(self) -> Scope:  # noqa: N802 - a module's constant
        """What it is called for: each file, target or connector, or once for the vault."""

    def check(self, facts: Facts) -> Iterator[Finding]:
        """Yield what is wrong, in any order."""

"""A sandbox in which nothing goes on for ever and nothing grows without end."""

from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

from site_builder.rendering.growth import FILTERS, JOINING, METHODS, OPERATORS, bounded, joined
from site_builder.rendering.turns import PUT, THROUGH, Turns, count_steps


class Bounded(ImmutableSandboxedEnvironment):
    """A sandbox, as a vault may come from elsewhere with a theme in it."""

    intercepted_binops = frozenset(OPERATORS)

    def __init__(self, turns: Turns, **options: Any) -> None:  # noqa: ANN401 - Jinja's own
        """Begin with filters that take turns for what they make."""
        super().__init__(**options)
        self.turns = turns
        for name in (*FILTERS, *JOINING):
            self.filters[name] = bounded(turns, name, self.filters[name])
        self.filters[THROUGH] = jinja2.pass_context(lambda _, listed: turns.through(listed))
        self.filters[PUT] = jinja2.pass_context(lambda _, part: turns.put(part))
        self.globals["range"] = lambda *ends: turns.through(safe_range(*ends))
        del self.globals["lipsum"]  # sample text, another for each build

    def call(self, context: Context, what: Any, /, *args: Any, **names: Any) -> object:  # noqa: ANN401 - as above
        """Count a call, and what it goes through or makes."""
        self.turns.take()
        if isinstance(what, LoopContext):
            args = tuple(self.turns.through(rows) for rows in args)
        method = getattr(what, "__wrapped__", what)  # the sandbox wraps `format`
        owner = getattr(method, "__self__", None)
        if isinstance(owner, str | bytes | int):
            if method.__name__ == "join":
                args = tuple(joined(self.turns, rows, owner) for rows in args)
            elif foresee := METHODS.get(method.__name__):
                self.turns.make(foresee(owner, *args, **names))
        return self.turns.put(super().call(context, what, *args, **names))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as above
        """Count what an operator makes."""
        self.turns.make(OPERATORS[operator](left, right))
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return count_steps(super()._parse(source, name, filename))

"""The Python code that templates become: Jinja's, made short for what is in nearly every line.

A page asks some hundred times for a field and shows what it finds. Jinja's sandbox answers each
through three calls, and each text becomes a `Markup` that nobody looks at. Here a field is an
attribute of Python's and a text is escaped as text; a block gathers its pieces and hands up one
text instead of every piece. Names that lead anywhere but to a value still go by the sandbox.

Where this code fails, the page is rendered again by Jinja's own (`render.py`), which can do it
after all (`x.key` of a mapping, `is defined`) or says best what is wrong.
"""

from collections import deque
from collections.abc import Iterable

import markupsafe
from jinja2 import sandbox
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Block, Expr, Getattr, Node
from jinja2.runtime import Macro
from markupsafe import Markup, escape

escaped = getattr(markupsafe, "_escape_inner", None) or (lambda text: str(escape(text)))
"""Escape a text that is no `Markup`, in C where it can be."""
ASKED = frozenset({"mro", "format", "format_map"}).union(
    sandbox.UNSAFE_FUNCTION_ATTRIBUTES,
    sandbox.UNSAFE_METHOD_ATTRIBUTES,
    sandbox.UNSAFE_GENERATOR_ATTRIBUTES,
    sandbox.UNSAFE_COROUTINE_ATTRIBUTES,
    sandbox.UNSAFE_ASYNC_GENERATOR_ATTRIBUTES,
)
"""Names that are dangerous on some object."""
CHANGEABLE: tuple[object, ...] = ([], {}, set(), deque())


def is_harmless(name: str) -> bool:
    """Tell whether the sandbox would let this name pass on any object."""
    changes = any(sandbox.modifies_known_mutable(one, name) for one in CHANGEABLE)
    return not (name.startswith("_") or name in ASKED or changes)


def show_text(value: object) -> str:
    """Return a value as HTML text."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value] # by its kind
    if kind is int or kind is float:
        return str(value)  # nothing in a number needs escaping
    return escaped(value) if kind is str else escape(value)


def as_markup(html: str) -> Markup:
    """Return text that is HTML already; past `Markup`'s own making, which asks what it is given."""
    return str.__new__(Markup, html)


def call_macro(macro: Macro, *given: object) -> str:
    """Call a macro; one that takes just what it is given needs nobody to sort that out."""
    others = macro.catch_varargs or macro.catch_kwargs or macro.caller
    if others or len(given) != len(macro.arguments):
        return macro(*given)
    html = macro._func(*given)  # noqa: SLF001 - what Jinja does after sorting
    return as_markup(html) if macro._default_autoescape else html  # noqa: SLF001 - as above


class DirectCode(CodeGenerator):
    """Writes a template's code; expects `escaped` and `show_text` on its environment."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Fetch an attribute directly, where its name is harmless."""
        if not is_harmless(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Block(self, node: Block, frame: Frame) -> None:  # noqa: N802 - as above
        """Write the text of a block in one piece."""
        above = frame.toplevel and self.extends_so_far > 0  # then a parent's root does it
        if above or node.required:
            super().visit_Block(node, frame)
            return
        context = self.derive_context(frame) if node.scoped else self.get_context_ref()
        text = f"concat(context.blocks[{node.name!r}][0]({context}))"
        self.writeline(f"{frame.buffer}.append({text})" if frame.buffer else f"yield {text}", node)

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        """Gather what the body of a block shows."""
        if not frame.block_frame or frame.buffer is not None:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")

    def _output_child_pre(
        self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self._escapes(frame, finalize):
            self.write("(environment.escaped(of) if type(of := (")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(
        self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self._escapes(frame, finalize):
            self.write(")) is str else environment.show_text(of))")
        else:
            super()._output_child_post(node, frame, finalize)

    def _escapes(self, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> bool:
        return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None

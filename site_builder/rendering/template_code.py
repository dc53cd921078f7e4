"""The Python code that templates become: two lines of Jinja's, made short for our own values.

A page asks some hundred times for a field of a view model and shows what it finds. Jinja's sandbox
answers each through two calls and wraps each text in a `Markup` that nobody looks at. A field of a
record is fetched directly here, and text is escaped as text; everything else goes Jinja's own way.
"""

import markupsafe
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr, Getattr
from markupsafe import Markup, escape

_escaped = getattr(markupsafe, "_escape_inner", None) or (lambda text: str(escape(text)))


class Fields(dict[type, frozenset[str]]):
    """The public fields of every record type met so far; other types have none."""

    def __missing__(self, kind: type) -> frozenset[str]:
        """Look at a type for the first time."""
        names = getattr(kind, "__struct_fields__", ())
        self[kind] = fields = frozenset(name for name in names if not name.startswith("_"))
        return fields


def show_text(value: object) -> str:
    """Return a value as HTML text."""
    kind = type(value)
    if kind is str:
        return _escaped(value)
    return value if kind is Markup else escape(value)  # type: ignore[return-value] # by its kind


class DirectCode(CodeGenerator):
    """Writes a template's code; expects `fields` and `show_text` on its environment."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Fetch a record's field directly, ask the environment for everything else."""
        self.write(f"(of.{node.attr} if {node.attr!r} in environment.fields[type(of := ")
        self.visit(node.node, frame)
        self.write(f")] else environment.getattr(of, {node.attr!r}))")

    def _output_child_pre(
        self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.show_text(")
        else:
            super()._output_child_pre(node, frame, finalize)

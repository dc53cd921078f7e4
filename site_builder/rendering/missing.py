"""What a template asks for and nobody gave it; the error says what that was, for better words."""

from functools import partial
from typing import Any

import jinja2
from jinja2.utils import missing


class MissingError(jinja2.UndefinedError):
    """A name or a field that is not there; `of` is what was asked for it, `missing` for a name."""

    def __init__(self, message: str, *, name: str, of: object, hint: str) -> None:
        """Keep what Jinja knows besides its own words."""
        super().__init__(message)
        self.name, self.of, self.hint = name, of, hint


class Missing(jinja2.StrictUndefined):
    """Nothing, strictly, and not in silence."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: Any = jinja2.UndefinedError,  # noqa: ANN401 - Jinja's own
    ) -> None:
        """Begin as Jinja's; what the sandbox forbids stays its own error."""
        if exc is jinja2.UndefinedError:
            exc = partial(MissingError, name=str(name), of=obj, hint=hint or "")
        super().__init__(hint, obj, name, exc)

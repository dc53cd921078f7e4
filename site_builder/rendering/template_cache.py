"""Where Jinja finds templates that are compiled already, and leaves those that it compiles."""

import jinja2
from jinja2.bccache import Bucket


class TemplateCache(jinja2.BytecodeCache):
    """Code in memory; Jinja asks for it by name and path, and holds it against the text."""

    def __init__(self, codes: dict[str, bytes]) -> None:
        """Take code from here, and put new code here."""
        self._codes = codes

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in the code of a template if it is known."""
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._codes[bucket.key] = bucket.bytecode_to_string()

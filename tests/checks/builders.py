"""Short ways to write the files of a test; what does not matter is left out."""

from collections.abc import Mapping
from datetime import date

from site_builder.diagnostics import Diagnostic
from site_builder.source import Source

from .manual_page import TODAY
from .vault_check import check_files

GOAL = "goal: Thirty minutes on build platforms"

PEOPLE = {
    "contacts/me.md": "---\nname: Ana Silva\nme: true\n---\n",
    "contacts/tara.md": "---\nname: Tara Holm\nknows: [sam 4, ben 3, chloe 2]\n---\n",
    "contacts/sam.md": "---\nname: Sam Okafor\n---\n",
    "contacts/ben.md": "---\nname: Ben Ito\n---\n",
    "contacts/chloe.md": "---\nname: Chloe Dubois\n---\n",
}
"""Tara is known by the three who may introduce me."""


def contact(*keys: str, body: str = "", name: str = "Pat Lee") -> str:
    """Return a contact file with these lines of front matter."""
    return "\n".join(("---", f"name: {name}", *keys, "---", body, ""))


def intro(
    *log: str, target: str = "tara", via: str = "sam", keys: tuple[str, ...] = (GOAL,)
) -> str:
    """Return an introduction file with these log lines; the first stands on line 9."""
    lines = [f"- {line}" for line in log]
    return "\n".join(
        (
            "---",
            f"target: {target}",
            f"introducer: {via}",
            *keys,
            "---",
            "",
            "## Log",
            "",
            *lines,
            "",
        )
    )


def findings(files: Mapping[str, str | bytes], today: date = TODAY) -> tuple[Diagnostic, ...]:
    """Return what all checks find in these files."""
    sources = (
        Source(path, text.encode() if isinstance(text, str) else text)
        for path, text in files.items()
    )
    return check_files(sources, today)


def found(files: Mapping[str, str | bytes], today: date = TODAY) -> list[str]:
    """Return `ID path:line:column` of every finding in these files and the people above."""
    return [
        f"{each.id} {each.path}:{each.span.line}:{each.span.column}"
        for each in findings({**PEOPLE, **files}, today)
    ]


def only(files: Mapping[str, str | bytes], today: date = TODAY) -> Diagnostic:
    """Return the one finding in these files and the people above."""
    (single,) = findings({**PEOPLE, **files}, today)
    return single

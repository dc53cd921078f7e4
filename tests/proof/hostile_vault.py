"""A vault with a hostile text in every field that takes text, in names of files and in settings."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from site_builder.model.reference import fold
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from tests.proof.payloads import in_every_context

CONTACT = {
    "called": "{}",
    "aliases": "{}",
    "email": "{}@a.example",
    "phone": "{}",
    "url": "{}",
    "org": "{}",
    "role": "{}",
    "location": "{}",
    "language": "{}",
    "channel": "{}",
    "groups": "team/circle {}",
    "knows": "me 3 {}",
    "tags": "{}",
    "x_own": "{}",
    "more": "{}",
}
"""Fields of a contact and how a text gets into them."""
INTRO = {
    "goal": "{}",
    "why": "{}",
    "channel": "{}",
    "thread": "{}",
    "blind": "{}",
    "next": "2026-12-01 {}",
    "tags": "{}",
    "x_own": "{}",
}
LOG = """
## Log

- 2026-09-01 asked: {}
- 2026-09-02 agreed: {}
- 2026-09-04 introduced: {}
- 2026-09-04 wrote: {}
- 2026-09-14 nudged: {}
"""
ME = "---\nname: Mo Writer\nme: true\nrole: {0}\norg: {0}\ngroups: [team/circle]\n---\n"


def _front(path: str, required: dict[str, str], fields: dict[str, str], payload: str) -> str:
    """Return front matter with the payload in each field that takes it without a fault."""
    lines = [f"{key}: {_quoted(value)}" for key, value in required.items()]
    for key, shape in fields.items():
        line = f"{key}: {_quoted(shape.replace('{}', payload))}"
        text = "\n".join(["---", *lines, line, "---", ""])
        if not read_document(Source(path, text.encode("utf-8", "replace"))).faults:
            lines.append(line)
    return "\n".join(["---", *lines, "---", ""])


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def is_text(payload: str) -> bool:
    """Tell whether a file may hold this text; control characters, say, are refused."""
    text = f"---\nname: {_quoted(payload)}\n---\n\n{in_every_context(payload)}\n"
    data = text.encode("utf-8", "replace")
    return payload.strip() != "" and not read_document(Source("contacts/a.md", data)).faults


def hostile_vault(payloads: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the vault's files, path and text: a contact and an introduction for each payload."""
    known = [payload for payload in payloads if is_text(payload)]
    first = _quoted(next(payload for payload in known if "<" in payload))
    yield "contacts/me.md", ME.replace("{0}", first)
    yield "contacts/sam.md", "---\nname: Sam\ncloseness: 4\nknows: [me]\n---\n"
    for number, payload in enumerate(known):
        body = in_every_context(payload)
        path = f"contacts/p{number}.md"
        facts = _front(path, {"name": payload}, CONTACT, payload)
        yield path, f"{facts}\n{body}\n\n## Log\n\n- 2026-01-01: {payload}\n"
        path = f"intros/p{number}.md"
        people = {"target": f"p{number}", "introducer": "sam"}
        facts = _front(path, people, INTRO, payload)
        yield path, f"{facts}\n{body}\n{LOG.replace('{}', payload)}"
    names = {fold(payload.replace("/", "∕")): payload.replace("/", "∕") for payload in known}
    for number, name in enumerate(names.values()):
        if 0 < len(name.encode()) < 150 and not name.startswith((".", "#")) and name.isprintable():
            yield f"contacts/{name}.md", f"---\nname: File {number}\n---\n"


def write_vault(root: Path, payloads: Iterable[str]) -> dict[str, str]:
    """Write the vault without the files that have errors, and return its files."""
    files = dict(hostile_vault(payloads))
    title = _quoted("<script>alert(1)</script>\"'{{ 7 * 7 }}")
    settings = f'today = 2026-11-22\ntitle = {title}\n[groups."team/circle"]\nname = {title}\n'
    files["doorstep.toml"] = settings
    for path, text in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return files

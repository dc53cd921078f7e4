"""A link in notes or in a log leads to no file of the vault."""

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from site_builder.checks.facts import Facts
from site_builder.checks.full_width import is_wide, plain_link
from site_builder.checks.near_names import near_names, one_of, unread_text
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.checks.text_links import link_name, link_place
from site_builder.checks.wording import quoted
from site_builder.insights.words import listing
from site_builder.model.directory import Directory
from site_builder.model.document import Document
from site_builder.model.prose import Link
from site_builder.model.reference import fold

ATTACHMENT = re.compile(r".*\.(?!md$)[A-Za-z0-9]{2,5}", re.DOTALL)
FOLDERS = ("contacts/", "intros/")


@rule("broken-link", WARNING, "vault")
def check(facts: Facts) -> Findings:
    """Report each link to a person, an intro or a Markdown file that is not there."""
    lost: list[tuple[Document, Link]] = []
    for path, links in facts.doubtful.items():
        for link in links:
            document = facts.documents[path]
            found = facts.vault.directory.find(link_place(link))
            if link.kind == "wiki" and len(found) > 1:
                yield _ambiguous(document, link, found)
            elif link.kind == "path" or not found:
                lost.append((document, link))
    if lost:
        yield from _worded(facts, lost)


def _worded(facts: Facts, candidates: Iterable[tuple[Document, Link]]) -> Findings:
    """Word the links that lead to no intro and to no file either."""
    documents = facts.files
    intros = {fold(each.id): each.id for each in documents if each.kind == "intro"}
    paths = {fold(each.path) for each in documents}
    unread = unread_text(documents)
    lost = [
        (document, link, link_name(link))
        for document, link in candidates
        if (
            _lost_path(document, link, paths)
            if link.kind == "path"
            else _lost_name(link, intros, unread, facts.vault.directory)
        )
    ]
    people = facts.vault.directory.spellings
    near = near_names((name for _, _, name in lost), people, intros.values())
    for document, link, name in lost:
        shown = link_place(link) if link.kind == "path" else name
        yield Finding(
            document.path,
            link.span,
            f"no file of the vault is called {quoted(shown)}",
            _cure(facts, link, meant=near.get(name, ()), intros=intros),
        )


def _cure(facts: Facts, link: Link, *, meant: Sequence[str], intros: Mapping[str, str]) -> str:
    if link.kind == "wiki":
        if whole := plain_link(link.target, _known(intros, facts.vault.directory)):
            return (
                f"type {whole}, with {'plain brackets' if is_wide(link.target) else 'a plain bar'}"
            )
        plain = "correct the name, or write the words without brackets"
        if len(meant) > 1:
            return f"type {one_of([f'[[{one}]]' for one in meant])}"
        return f'did you mean "[[{meant[0]}]]"?' if meant else plain
    person = facts.vault.directory.one(link_place(link))
    intro = intros.get(fold(link_name(link)))
    there = intro or person or (meant[0] if len(meant) == 1 else "")
    return f"type [[{there}]], which needs no path" if there else "correct the path"


def _ambiguous(document: Document, link: Link, found: tuple[str, ...]) -> Finding:
    return Finding(
        document.path,
        link.span,
        f"{quoted(link.target)} may be {listing(found, 'or')}",
        f"type the id of the one you mean, for example [[{found[0]}|{link.target}]]",
    )


def _known(intros: Mapping[str, str], people: Directory) -> Callable[[str], str | None]:
    """Return what finds the id of a person or of an introduction by a name."""
    return lambda name: people.one(name) or intros.get(fold(name))


def _lost_name(link: Link, intros: Mapping[str, str], unread: str, people: Directory) -> bool:
    name = link_name(link)
    if is_wide(link.target):
        return bool(plain_link(link.target, _known(intros, people)))
    if not name or ATTACHMENT.fullmatch(link.target):
        return False
    return fold(name) not in intros and name not in unread


def _lost_path(document: Document, link: Link, paths: Container[str]) -> bool:
    """Tell whether a relative path into contacts/ or intros/ leads nowhere."""
    place = link_place(link)
    if not place.endswith(".md"):
        return False
    steps = [] if place.startswith("/") else document.path.split("/")[:-1]
    for step in place.split("/"):
        if step == "..":
            if not steps:
                return False
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    path = "/".join(steps)
    return path.startswith(FOLDERS) and fold(path) not in paths

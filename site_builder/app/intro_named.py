"""Which introduction is meant: by its id, its path, its thread or the person it leads to."""

from collections.abc import Iterable, Sequence
from shlex import quote

from site_builder.app.answers import near_name
from site_builder.app.run import Run
from site_builder.insights.thread import Thread, Threads
from site_builder.insights.threads import threads_of
from site_builder.insights.words import listing
from site_builder.model.contact import ContactId
from site_builder.model.document import Document
from site_builder.model.reference import fold, path_stem
from site_builder.model.vault import Vault
from site_builder.model.vault_assemble import assemble_files


def vault_and_threads(run: Run) -> tuple[Vault, Threads]:
    """Read the vault no further than is needed to find a file in it."""
    inputs = run.inputs()
    documents = {source.path: inputs.read(source) for source in inputs.sources}
    vault = assemble_files(documents, run.settings, drafts=run.drafts)
    return vault, threads_of(vault, run.today)


def intro_named(vault: Vault, threads: Threads, name: str) -> Document | str:
    """Return the introduction's file, or a sentence that says why there is not one."""
    files = [document for document in vault.documents if document.kind == "intro"]
    if found := [one for one in files if one.path == name]:
        return found[0]
    if found := [one for one in files if fold(one.id) == fold(path_stem(name))]:
        paths = listing([one.path for one in found], "or")
        return found[0] if len(found) == 1 else f'"{name}" is the id of two files: type {paths}'
    if name in threads and vault.directory.one(name) is None:
        return _only(vault, name, _paths([threads[name]]))
    people = vault.directory.find(name)
    if len(people) > 1:
        return f'"{name}" may be {listing(sorted(people), "or")}; type one of these ids'
    if people:
        return _only(vault, name, _towards(vault, threads, people[0]))
    known = ((one, one) for one in (*(str(file.id) for file in files), *threads))
    near = near_name(name, (*vault.directory.spellings, *known))
    return f'no introduction, thread or contact is called "{name}".{near}'


def _towards(vault: Vault, threads: Threads, person: ContactId) -> Sequence[str]:
    """Return the files of what leads to a person: of open threads, else of others, else favours."""
    found = [thread for thread in threads.values() if thread.target == person]
    still = [thread for thread in found if thread.standing.state != "over"]
    paths = _paths(still or found)
    return paths or [path for path, spoke in vault.paths.items() if spoke.target == person]


def _paths(threads: Iterable[Thread]) -> list[str]:
    return [spoke.intro.path for thread in threads for spoke in thread.spokes]


def _only(vault: Vault, name: str, paths: Sequence[str]) -> Document | str:
    if len(paths) == 1:
        return vault.files[paths[0]]
    if not paths:
        unread = [one.path for one in vault.documents if one.kind == "intro" and not one.record]
        if unread:
            which = unread[0] if len(unread) == 1 else f"{len(unread)} others"
            return (
                f'no introduction that can be read leads to "{name}"; '
                f"{which} cannot, and may: `build check` says why"
            )
        make = f"build new intro {quote(name)} INTRODUCER"
        return f'no introduction leads to "{name}" yet; `{make}` makes one'
    ids = listing([vault.files[path].id for path in paths], "or")
    return f'several introductions lead to "{name}": type {ids}'

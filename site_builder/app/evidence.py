"""What the record says about what worked: counted, and asked again for every past day."""

from collections.abc import Sequence
from datetime import date

from site_builder.app.processes import spread_over
from site_builder.app.run import Run
from site_builder.compiler import Checked, check_vault
from site_builder.insights.asks import ledger_of
from site_builder.insights.evidence import Evidence, collect
from site_builder.insights.replay import Replay, replay
from site_builder.insights.replay_day import Past, past_of
from site_builder.model.document import Document
from site_builder.model.settings import Settings
from site_builder.model.vault_assemble import assemble
from site_builder.parsing.document_read import read_document
from site_builder.reading.git_history import Blob, Commit, GitHistory
from site_builder.source import Source
from site_builder.tables.spread import Spread

STACK = 64
"""Files that are worth the way to another process."""


def checked(run: Run) -> Checked:
    """Read and check the vault; nothing is ranked for today."""
    return check_vault(run.inputs(), run.memo, spread=spread_over(run.jobs))


def stats_of(found: Checked, today: date) -> Evidence:
    """Count what came of everything that was tried up to today."""
    settings = found.vault.settings
    return collect(found.threads, ledger_of(found.threads, settings, today), settings.score)


def replay_dated(found: Checked, today: date) -> Replay:
    """Ask every past introduction again, with what is dated before it."""
    past = past_of(found.vault)
    return replay(found.threads, lambda _: past, today)


def replay_committed(found: Checked, run: Run) -> Replay:
    """Ask every past introduction again, with the files as they were committed before it."""
    history = CommittedPast(GitHistory(run.root), run.settings, spread_over(run.jobs))
    return replay(found.threads, history, run.today)


class CommittedPast:
    """The vault as it was committed on the days that are asked for; each file is read once."""

    def __init__(self, history: GitHistory, settings: Settings, spread: Spread) -> None:
        """Look at this history with the settings of today."""
        self._history = history
        self._settings = settings
        self._spread = spread
        self._commits = history.commits()
        self._documents: dict[Blob, Document] = {}
        self._last: tuple[Commit, Past] | None = None

    def __call__(self, day: date) -> Past | None:
        """Return the vault at the end of a day; None before its first commit."""
        commit = next((one for one in self._commits if one.day <= day), None)
        if commit is None:
            return None
        if self._last is None or self._last[0] != commit:
            blobs = self._history.files(commit.id)
            self._read([blob for blob in blobs if blob not in self._documents])
            documents = tuple(self._documents[blob] for blob in blobs)
            self._last = commit, past_of(assemble(documents, self._settings))
        return self._last[1]

    def _read(self, blobs: Sequence[Blob]) -> None:
        data = self._history.read(blob.id for blob in blobs)
        sources = [Source(blob.path, data[blob.id]) for blob in blobs]
        stacks = [sources[start : start + STACK] for start in range(0, len(sources), STACK)]
        read = [document for stack in self._spread(_read_stack, stacks) for document in stack]
        self._documents.update(zip(blobs, read, strict=True))


def _read_stack(sources: Sequence[Source]) -> list[Document]:
    return [read_document(source) for source in sources]

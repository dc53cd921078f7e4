"""What files said when they were last read: equal bytes at the same place say the same again.

The memory is one file in `.doorstep/` of the vault, in MessagePack, that only this user can read.
It counts only if this very program wrote it; a damaged or foreign one is as good as none. A copy
that came with a repository is foreign: its mode gives it away, and it cannot know the digest of the
program's files with their times.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from msgspec.structs import replace

from site_builder.app.memory import FOLDER, program, read_mine, save
from site_builder.model.document import Document
from site_builder.parsing.document_pack import (
    OtherProgramError,
    PackError,
    pack,
    pack_all,
    unpack,
    unpack_all,
)
from site_builder.parsing.document_read import read_document
from site_builder.parsing.text_decode import decode
from site_builder.source import Source

FILE = "documents"


class KnownDocuments:
    """Reads sources, those that were read before from memory."""

    def __init__(self, root: Path) -> None:
        """Remember what is remembered for this vault."""
        self._place = root / FOLDER / FILE
        self._program = program()
        self.damaged = False
        """There was a memory, and it was of no use."""
        self.older = False
        """It was of no use only as another version of this program made it."""
        self.packed = self._recall()
        """What is remembered, by a digest of the file."""
        self._remembered = self.packed.keys()

    def learn(self, packed: Mapping[bytes, bytes]) -> None:
        """Take what files were read meanwhile."""
        self.packed = {**self.packed, **packed}

    def read(self, source: Source) -> Document:
        """Return what `read_document` returns."""
        known = self.packed.get(digest_of(source))
        if known is None:
            return read_document(source)
        try:
            document = unpack(known)
        except PackError:
            return read_document(source)
        text = decode(source)
        return replace(document, text=text) if isinstance(text, str) else document

    def keep(self, sources: Iterable[Source], documents: Iterable[Document]) -> None:
        """Remember these for the next run, if any of them is new or gone."""
        pairs = zip(sources, documents, strict=True)
        now = {digest_of(source): document for source, document in pairs}
        if now.keys() == self._remembered:
            return
        packed = {
            digest: self.packed.get(digest) or _packed(document) for digest, document in now.items()
        }
        save(self._place, pack_all(self._program, packed))

    def _recall(self) -> Mapping[bytes, bytes]:
        try:
            if (data := read_mine(self._place)) is not None:
                return unpack_all(self._program, data)
            self.damaged = True
        except PackError as error:
            self.damaged, self.older = True, isinstance(error, OtherProgramError)
        except OSError:
            pass
        return {}


def is_remembered(root: Path) -> bool:
    """Tell whether there is a memory of a vault's files, good or not."""
    return (root / FOLDER / FILE).exists()


def read_packed(source: Source) -> tuple[bytes, bytes]:
    """Read a source; return its digest and what it says, as they are remembered."""
    return digest_of(source), _packed(read_document(source))


def _packed(document: Document) -> bytes:
    """Pack a document without its text, which the file has."""
    return pack(replace(document, text=""))


def digest_of(source: Source) -> bytes:
    """Return what tells one file from another, by its place and its bytes."""
    digest = blake2b(source.data, digest_size=20)
    digest.update(f"\0{source.path}\0{source.unreadable}".encode("utf-8", "surrogatepass"))
    return digest.digest()

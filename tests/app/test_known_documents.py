"""What was read before need not be read again, and a memory that is not ours counts for nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.app.known_documents import KnownDocuments
from site_builder.app.memory import program
from site_builder.model.contact import Contact
from site_builder.parsing.document_pack import PackError, pack, pack_all, unpack, unpack_all
from site_builder.parsing.document_read import read_document
from site_builder.reading.vault_read import read_vault
from site_builder.source import Source

pytestmark = pytest.mark.proves("memory")

ROOT = Path(__file__).parents[2]
BEN = Source("contacts/ben.md", b"---\nname: Ben Ito\nclosness: 3\n---\n\nKnows [[tara]]. #ice\n")
BROKEN = Source("contacts/broken.md", b"---\nname: [Ben\n---\n")
LOST = Source("intros/lost.md", unreadable="Permission denied")
SOURCES = (BEN, BROKEN, LOST)
MEMORY = ".doorstep/documents"


def kept(root: Path, sources: tuple[Source, ...] = SOURCES) -> Path:
    """Remember some files; return where."""
    KnownDocuments(root).keep(sources, map(read_document, sources))
    return root / MEMORY


def named(root: Path, name: str) -> None:
    """Make the memory say that Ben has another name, to see whether it is asked."""
    place = kept(root)
    document = read_document(BEN)
    assert isinstance(document.record, Contact)
    other = replace(document, record=replace(document.record, name=name), text="")
    known = KnownDocuments(root)
    packed = dict(known.packed)
    key = next(key for key, data in packed.items() if unpack(data).path == BEN.path)
    place.write_bytes(pack_all(program(), packed | {key: pack(other)}))


def test_every_document_comes_back_as_it_was() -> None:
    sources = (*read_vault(ROOT), *SOURCES)
    documents = list(map(read_document, sources))
    assert [unpack(pack(document)) for document in documents] == documents
    assert any(document.faults for document in documents)


def test_what_is_remembered_equals_what_is_read(tmp_path: Path) -> None:
    kept(tmp_path)
    known = KnownDocuments(tmp_path)
    assert len(known.packed) == len(SOURCES)
    assert [known.read(source) for source in SOURCES] == list(map(read_document, SOURCES))


@pytest.mark.control
def test_the_memory_is_asked_for_the_same_bytes_at_the_same_place_only(tmp_path: Path) -> None:
    named(tmp_path, "From memory")
    read = KnownDocuments(tmp_path).read
    record = read(BEN).record
    assert isinstance(record, Contact)
    assert record.name == "From memory"
    for other in (replace(BEN, data=BEN.data + b"\n"), replace(BEN, path="contacts/b.md")):
        assert read(other) == read_document(other)


def test_it_is_written_again_only_when_a_file_is_another(tmp_path: Path) -> None:
    place = kept(tmp_path)
    first = place.stat().st_ino
    kept(tmp_path)
    assert place.stat().st_ino == first
    kept(tmp_path, SOURCES[:1])
    assert place.stat().st_ino != first
    assert len(KnownDocuments(tmp_path).packed) == 1


def test_it_is_for_its_owner_alone_and_git_passes_it_over(tmp_path: Path) -> None:
    place = kept(tmp_path)
    assert place.stat().st_mode & 0o777 == 0o600
    assert (place.parent / ".gitignore").read_text() == "*\n"


SPOILERS: dict[str, Callable[[Path], object]] = {
    "cut short": lambda place: place.write_bytes(place.read_bytes()[:-9]),
    "other bytes": lambda place: place.write_bytes(b"\x80not ours"),
    "empty": lambda place: place.write_bytes(b""),
    "of another program": lambda place: place.write_bytes(pack_all("0.0", {})),
    "from a checkout": lambda place: place.chmod(0o644),
}


@pytest.mark.parametrize("spoil", SPOILERS.values(), ids=SPOILERS)
def test_a_memory_that_is_not_ours_counts_for_nothing(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    named(tmp_path, "From memory")
    assert not KnownDocuments(tmp_path).damaged
    spoil(tmp_path / MEMORY)
    known = KnownDocuments(tmp_path)
    assert known.damaged
    assert known.older == (spoil is SPOILERS["of another program"])
    assert known.read(BEN) == read_document(BEN)


def test_one_spoilt_document_is_read_anew(tmp_path: Path) -> None:
    place = kept(tmp_path)
    known = KnownDocuments(tmp_path)
    place.write_bytes(pack_all(program(), dict.fromkeys(known.packed, b"\xc1")))
    again = KnownDocuments(tmp_path)
    assert len(again.packed) == len(SOURCES)
    assert again.read(BEN) == read_document(BEN)


def test_no_memory_is_no_mistake(tmp_path: Path) -> None:
    assert not KnownDocuments(tmp_path).damaged


def test_values_of_the_wrong_type_are_refused() -> None:
    document = read_document(BEN)
    assert isinstance(document.record, Contact)
    wrong = replace(document, record=replace(document.record, closeness="close"))
    with pytest.raises(PackError):
        unpack(pack(wrong))
    with pytest.raises(PackError):
        unpack_all("1", pack(document))

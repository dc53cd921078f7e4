"""Documents as bytes, for another process and for the next run; the only home of MessagePack.

They are checked against the types of the records while it is read: whatever the bytes are, the
result is a document or an error, and no code runs.
"""

from collections.abc import Mapping

from msgspec import MsgspecError, Struct, msgpack

from site_builder.model.contact import Contact
from site_builder.model.document import Document, Fault, Kind
from site_builder.model.intro import Intro


class PackError(ValueError):
    """The bytes are no document."""


class OtherProgramError(PackError):
    """Another program packed them; nothing is wrong with them."""


class _Packed(Struct, frozen=True, array_like=True):
    """A document with a place for each kind of record, and for the rest of one."""

    path: str
    kind: Kind
    id: str
    contact: Contact | None
    intro: Intro | None
    faults: tuple[Fault, ...]
    text: str
    contact_body: Contact | None
    intro_body: Intro | None


class _Store(Struct, frozen=True, array_like=True):
    """Packed documents and who packed them."""

    program: str
    documents: dict[bytes, bytes]


_encoder = msgpack.Encoder()
_decoder = msgpack.Decoder(_Packed)
_store_decoder = msgpack.Decoder(_Store)
MISTAKES = (MsgspecError, UnicodeDecodeError, RecursionError)


def pack(document: Document) -> bytes:
    """Return the document as bytes."""
    packed = _Packed(
        document.path,
        document.kind,
        document.id,
        *_placed(document.record),
        document.faults,
        document.text,
        *_placed(document.body),
    )
    return _encoder.encode(packed)


def _placed(record: Contact | Intro | None) -> tuple[Contact | None, Intro | None]:
    if isinstance(record, Contact):
        return record, None
    return None, record


def unpack(data: bytes) -> Document:
    """Return the document that was packed, or raise `PackError`."""
    try:
        was = _decoder.decode(data)
    except MISTAKES as error:
        raise PackError(str(error)) from error
    record, body = was.contact or was.intro, was.contact_body or was.intro_body
    return Document(was.path, was.kind, was.id, record, was.faults, was.text, body)


def pack_all(program: str, packed: Mapping[bytes, bytes]) -> bytes:
    """Return many packed documents as bytes, signed by the program that packed them."""
    return _encoder.encode(_Store(program, dict(packed)))


def unpack_all(program: str, data: bytes) -> Mapping[bytes, bytes]:
    """Return the packed documents, or raise `OtherProgramError` if another program packed them."""
    try:
        was = _store_decoder.decode(data)
    except MISTAKES as error:
        raise PackError(str(error)) from error
    if was.program != program:
        raise OtherProgramError(was.program)
    return was.documents

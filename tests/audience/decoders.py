"""Finding a secret in bytes, plain or in any encoding that programs commonly use."""

import base64
import codecs
import gzip
import hashlib
import html
import json
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote, unquote

Spell = Callable[[str], bytes]

SPELLINGS: Mapping[str, Spell] = {
    "plain": str.encode,
    "upper case": lambda text: text.upper().encode(),
    "case folded": lambda text: text.casefold().encode(),
    "decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
    "percent-encoded": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()).encode(),
    "url-quoted": lambda text: quote(text, safe="").encode(),
    "html entities": lambda text: "".join(f"&#x{ord(char):x};" for char in text).encode(),
    "json escapes": lambda text: "".join(f"\\u{ord(char):04x}" for char in text).encode(),
    "hex": lambda text: text.encode().hex().encode(),
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64, one byte later": lambda text: base64.b64encode(b"x" + text.encode()),
    "base64, two bytes later": lambda text: base64.b64encode(b"xx" + text.encode()),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(text.encode()),
    "rot13": lambda text: codecs.encode(text, "rot13").encode(),
    "backwards": lambda text: text[::-1].encode(),
    "utf-16": lambda text: text.encode("utf-16-le"),
    "gzip": lambda text: gzip.compress(text.encode()),
    "zlib": lambda text: zlib.compress(text.encode()),
    "md5": lambda text: hashlib.md5(text.encode(), usedforsecurity=False).hexdigest().encode(),
    "sha1": lambda text: hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest().encode(),
    "sha256": lambda text: hashlib.sha256(text.encode()).hexdigest().encode(),
}
"""How a secret could be written into a file; each must be found."""

BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{8,}={0,2}")
HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){8,}")
HASHES = ("md5", "sha1", "sha256")


def found_in(data: bytes, secrets: list[str]) -> list[str]:
    """Return the secrets that stand somewhere in the bytes."""
    texts = {_plain(text) for text in _readings(data)}
    texts |= {text[::-1] for text in texts} | {codecs.encode(text, "rot13") for text in texts}
    everything = "\n".join(texts)
    return [
        secret
        for secret in secrets
        if _plain(secret) in everything
        or any(SPELLINGS[name](secret) in data.lower() for name in HASHES)
    ]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _readings(data: bytes) -> Iterator[str]:
    """Yield the bytes as text, and everything packed into them."""
    text = data.decode("utf-8", "replace")
    yield text
    yield html.unescape(text)
    yield unquote(text)
    yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    yield data.decode("utf-16-le", "replace")
    yield data[1:].decode("utf-16-le", "replace")
    for packed in HEX.findall(data):
        yield bytes.fromhex(packed.decode()).decode("utf-8", "replace")
    for packed in BASE64.findall(data):
        for start in range(4):
            piece = packed[start:].replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
            whole = piece[: len(piece) - len(piece) % 4 if len(piece) % 4 == 1 else None]
            yield base64.b64decode(whole + b"=" * (-len(whole) % 4)).decode("utf-8", "replace")
    for start in (
        found.start() for found in re.finditer(rb"\x1f\x8b|\x78[\x01\x5e\x9c\xda]", data)
    ):
        unpacked = _unpacked(data[start:])
        yield unpacked.decode("utf-8", "replace")


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(47).decompress(data)
    except zlib.error:
        return b""


def seeded(secret: str) -> Iterator[tuple[str, bytes]]:
    """Yield files that give a secret away, by the way in which they do."""
    for name, spell in SPELLINGS.items():
        yield name, b"<p>harmless " + spell(secret) + b"</p>"
    yield "json", json.dumps({"name": secret}).encode()

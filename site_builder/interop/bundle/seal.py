"""Encrypts blocks with a passphrase: PBKDF2-HMAC-SHA256, then AES-256-GCM for each block.

The salt is new for every file, so a key is used for one file alone and block n can have the nonce
n: no nonce is ever used twice with a key. A block moved to another place does not open there.
"""

import hashlib
import unicodedata
from collections.abc import Iterable

ITERATIONS = 1_000_000
"""OWASP asks for 600,000 or more of PBKDF2-HMAC-SHA256; a laptop needs under a second for these."""
SALT_BYTES = 16
KEY_BYTES = 32
NONCE_BYTES = 12
CONTEXT = b"doorstep bundle 1"
"""Authenticated with every block: blocks of another format do not open."""
FEWEST_CHARACTERS = 16
FEWEST_DIFFERENT = 8


def weakness(passphrase: str) -> str:
    """Return why a passphrase is too easy to guess, or nothing."""
    cure = "take five or six words at random, like those of a dice word list"
    if len(passphrase) < FEWEST_CHARACTERS:
        return f"it is shorter than {FEWEST_CHARACTERS} characters: {cure}"
    if len(set(passphrase)) < FEWEST_DIFFERENT:
        return f"it has fewer than {FEWEST_DIFFERENT} different characters: {cure}"
    return ""


def seal(
    blocks: Iterable[bytes], passphrase: str, *, salt: bytes, iterations: int = ITERATIONS
) -> list[bytes]:
    """Return the blocks encrypted, each with its tag of 16 bytes at its end.

    `salt` is 16 random bytes, never used before. The passphrase is brought to NFC, as the page
    does with what is typed.
    """
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 - for bundles alone
        AESGCM,
    )

    secret = unicodedata.normalize("NFC", passphrase).encode()
    cipher = AESGCM(hashlib.pbkdf2_hmac("sha256", secret, salt, iterations, KEY_BYTES))
    return [
        cipher.encrypt(number.to_bytes(NONCE_BYTES, "big"), block, CONTEXT)
        for number, block in enumerate(blocks)
    ]

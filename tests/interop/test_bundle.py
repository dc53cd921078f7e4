"""How a bundle is packed and sealed, without a browser."""

import base64
import hashlib
import json
import re
import sys
import zlib

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from site_builder.interop.bundle import blocks as packing
from site_builder.interop.bundle.blocks import LEFT_OUT, MARK, pack
from site_builder.interop.bundle.page import BEGINS, bundle_page
from site_builder.interop.bundle.seal import CONTEXT, ITERATIONS, seal, weakness
from tests.support.figures import Count

from .bundles import PASSPHRASE, SALT, Bundle, demo_run

pytestmark = pytest.mark.proves("bundle")

FILES = st.dictionaries(st.text(min_size=1, max_size=9), st.binary(max_size=50), max_size=9)


def unpack(blocks: list[bytes]) -> dict[str, bytes]:
    """Read what `pack` wrote, as the page does."""
    mark, index, *rest = blocks
    assert mark == MARK
    facts = json.loads(zlib.decompress(index))
    assert facts["blocks"] == len(blocks)
    plain = [zlib.decompress(block) for block in rest]
    return {
        path: plain[number - 2][start : start + length]
        for path, (number, start, length) in facts["files"].items()
    }


def opened(sealed: list[bytes], passphrase: str, salt: bytes, iterations: int) -> list[bytes]:
    """Decrypt with the library directly, from the description alone."""
    key = hashlib.pbkdf2_hmac("sha256", passphrase.encode(), salt, iterations, 32)
    return [
        AESGCM(key).decrypt(n.to_bytes(12, "big"), block, CONTEXT) for n, block in enumerate(sealed)
    ]


@given(FILES, st.integers(1, 60))
def test_every_file_comes_back_whatever_the_size_of_a_block(
    files: dict[str, bytes], size: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "BLOCK_BYTES", size)
        blocks = pack(files)
    assert unpack(blocks) == {path: data for path, data in files.items() if path not in LEFT_OUT}
    assert pack(dict(reversed(files.items()))) == pack(files)


def test_files_for_web_servers_stay_out() -> None:
    assert unpack(pack({"_headers": b"x", "robots.txt": b"y", "a.html": b"z"})) == {"a.html": b"z"}


def test_what_is_sealed_opens_with_the_passphrase_in_its_place_alone() -> None:
    plain = [b"one", b"two"]
    sealed = seal(plain, PASSPHRASE, salt=SALT, iterations=1000)
    assert opened(sealed, PASSPHRASE, SALT, 1000) == plain
    for blocks, passphrase, salt in (
        (sealed, PASSPHRASE + "x", SALT),
        (sealed, PASSPHRASE, SALT[::-1]),
        (sealed[::-1], PASSPHRASE, SALT),
        ([bytes([sealed[0][0] ^ 1]) + sealed[0][1:]], PASSPHRASE, SALT),
    ):
        with pytest.raises(InvalidTag):
            opened(blocks, passphrase, salt, 1000)


def test_the_work_of_a_guess_is_what_owasp_asks_for(demo_bundle: Bundle) -> None:
    assert ITERATIONS >= 600_000
    assert f'"iterations": {ITERATIONS}'.encode() in demo_bundle.html


def test_the_demo_s_blocks_are_the_whole_site(demo_bundle: Bundle) -> None:
    files = unpack(opened(demo_bundle.blocks(), PASSPHRASE, SALT, ITERATIONS))
    assert {"index.html", "404.html", "threads/tara-lindqvist.html"} <= files.keys()
    assert not files.keys() & LEFT_OUT
    assert b"Tara Lindqvist" in files["contacts/tara-lindqvist.html"]


def words_in_clear(html: bytes) -> tuple[set[str], int]:
    """Return the words of the vault that a bundle shows, also in base64, and how many it has."""
    run = demo_run()
    words = {source.path.rsplit("/")[-1].removesuffix(".md") for source in run.inputs().sources}
    text = b"".join(source.data for source in run.inputs().sources).decode()
    words |= set(re.findall(r"\b[A-Z][a-z]{3,}\b", text))
    words -= set(re.findall(r"\b[\w-]{4,}\b", bundle_page([], salt=SALT).decode()))
    opened = [base64.b64decode(each) for each in re.findall(rb'id="block-\d+">([^<]*)</', html)]
    seen = b"\n".join([html, *opened]).decode("utf-8", "replace")
    seen += b"\n".join(opened).decode("utf-16-le", "replace")
    return words & set(re.findall(r"\b[\w-]{4,}\b", seen)), len(words)


def test_nothing_of_the_vault_is_in_clear(demo_bundle: Bundle, count: Count) -> None:
    leaked, words = words_in_clear(demo_bundle.html)
    count(words, len(leaked))


@pytest.mark.control
def test_what_was_not_sealed_is_seen(count: Count) -> None:
    text = b"".join(source.data for source in demo_run().inputs().sources)
    leaked, words = words_in_clear(bundle_page([text], salt=SALT))
    assert "Tara" in leaked
    count(words, len(leaked))


def test_the_policy_names_the_script_by_its_hash_and_allows_no_address(
    demo_bundle: Bundle,
) -> None:
    html = demo_bundle.html.decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    script = html[html.rindex("<script>") + 8 : html.rindex("</script>")]
    style = html[html.index("<style>") + 7 : html.index("</style>")]
    assert policy
    for text in (script, style):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]
    assert policy[1].startswith("default-src 'none'")
    assert elsewhere(policy[1]) == ["base-uri https://bundle.invalid/"]


def elsewhere(policy: str) -> list[str]:
    """Return what a policy lets in that is not in the file itself."""
    directives = [directive.split() for directive in policy.split(";")]
    own = re.compile(r"'none'|data:|'sha256-[\w+/]+='|'nonce-\w+'")
    return [
        f"{name} {one}" for name, *given in directives for one in given if not own.fullmatch(one)
    ]


@pytest.mark.control
@pytest.mark.parametrize(
    "let_in", ["img-src *", "script-src 'unsafe-inline'", "font-src https:", "img-src 'self'"]
)
def test_a_policy_that_lets_anything_in_is_seen(let_in: str) -> None:
    assert elsewhere(f"default-src 'none'; {let_in} data:") == [let_in]


def test_another_salt_gives_another_file_throughout() -> None:
    one = bundle_page(seal([b"a"], PASSPHRASE, salt=SALT, iterations=1), salt=SALT)
    other = bundle_page(seal([b"a"], PASSPHRASE, salt=SALT[::-1], iterations=1), salt=SALT[::-1])
    nonces = [re.findall(rb'"nonce": "(\w+)"', page) for page in (one, other)]
    assert nonces[0] != nonces[1]
    assert one.startswith(BEGINS)
    assert len(one) == len(other)


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("", "shorter than 16"),
        ("fifteen letters", "shorter than 16"),
        ("a" * 40, "fewer than 8 different"),
        ("abcdefg" * 5, "fewer than 8 different"),
        ("correct horse battery staple", ""),
        ("一二三四五六七八九十一二三四五六", ""),
    ],
)
def test_a_passphrase_that_is_easily_guessed_is_refused(passphrase: str, reason: str) -> None:
    assert reason in weakness(passphrase)
    assert bool(weakness(passphrase)) is bool(reason)


def test_the_library_is_loaded_for_a_bundle_alone() -> None:
    assert "site_builder.interop.bundle.seal" in sys.modules
    import subprocess  # noqa: PLC0415 - for a fresh interpreter

    code = "import sys, site_builder.cli.export as e; print('cryptography' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"

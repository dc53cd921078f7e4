"""Random vaults, random renamings: before and after say the same, but for the id."""

import json
import re
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.oracle.random_vaults import random_vault
from tests.proof.long_form import LONG
from tests.support.commands import Commands
from tests.support.figures import Count

pytestmark = pytest.mark.proves("edits")
TODAY = date(2026, 11, 4)
SEEDS = range(60 if LONG else 12)
LINKS = (
    *("[[{}]]", "[[{}|them]]", "[[ {} ]]", "[[{}.md]]", "![[{}]]", "[[{}#Log|their log]]"),
    *("%% [[{}]] %%", "[a way](/contacts/{}.md)", "*[[{}]]*", "| [[{}\\|x]] | y |"),
)


def links_to(rng: Random, ids: list[str]) -> str:
    """Return a few lines that name notes in many ways."""
    lines = (rng.choice(LINKS).format(rng.choice(ids)) for _ in range(rng.randint(1, 4)))
    return "".join(f"Then {line} again.\n\n" for line in lines)


def written(seed: int, root: Path) -> list[Path]:
    """Write a random vault whose notes name each other; return its files."""
    rng = Random(seed)  # noqa: S311 - test data, no secret
    random_vault(seed, root, TODAY)
    files = sorted(root.rglob("*.md"))
    ids = [file.stem for file in files]
    for file in files:
        head, fence, body = file.read_text().partition("\n---\n")
        lines = [
            f"{line}: about [[{rng.choice(ids)}|them]]"
            if line[:3] == "- 2" and ":" not in line
            else line
            for line in body.split("\n")
        ]
        text = head + fence + links_to(rng, ids) + "\n".join(lines)
        if rng.random() < 0.3:
            text = text.replace("\n", "\r\n")
        file.write_bytes(text.encode())
    return files


def said(vault: Commands, old: str = "", new: str = "") -> Any:
    """Return what the vault exports, with one id in the place of another."""
    exported = vault("export", "json").out
    if old:
        word = rf"(?<![\w-]){re.escape(old)}(?=--|(?![\w-]))"
        exported = re.sub(word, new, exported)
    document = json.loads(exported)
    assert document["data"]["contacts"]
    return in_order({key: document[key] for key in ("data",)})


def in_order(value: Any) -> Any:
    """Return lists sorted, as ids sort in another way once one of them is new."""
    if isinstance(value, dict):
        return {key: in_order(one) for key, one in value.items()}
    if isinstance(value, list):
        return sorted(map(in_order, value), key=json.dumps)
    return value


@pytest.mark.parametrize("kind", ["contacts", "intros"])
def test_a_renaming_changes_the_id_and_nothing_else(
    quick_path: Path,
    kind: str,
    count: Count,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DOORSTEP_TODAY", TODAY.isoformat())
    made = refused = names = 0
    for seed in SEEDS:
        root = quick_path / kind / str(seed)
        vault = Commands(root, capsys)
        files = [file for file in written(seed, root) if file.is_relative_to(root / kind)]
        monkeypatch.chdir(root)
        old = files[seed % len(files)]
        new = f"{old.stem}-new" if seed % 3 else f"a{seed}-{old.stem}"
        before = said(vault, old.stem, new)
        ends = vault("check", "--format", "concise").out
        result = vault("mv", old.relative_to(root).as_posix(), new)
        if result.code:
            assert kind == "intros", result.err
            assert "introductions of one day" in result.err
            refused += 1
            continue
        assert said(vault) == before
        after = vault("check", "--format", "concise").out
        assert len(after.splitlines()) == len(ends.splitlines())
        made += 1
        names += len(result.out.splitlines()) - 1
    assert refused < len(SEEDS) / 4
    assert names > made
    count(made)

"""`build stats` and `build replay`: for people, for programs, by dates and by git."""

import json
from typing import Any

import pytest

from tests.support.commands import Commands
from tests.support.git import commit, new_repository

SECOND = """\
---
target: tara
introducer: ben
goal: Thirty minutes
---

## Log

- 2026-10-01 asked
- 2026-10-02 opted-in
- 2026-10-03 introduced
- 2026-10-03 wrote
- 2026-10-06 replied
"""
RATE_KEYS = {"hits", "n", "rate", "low", "high", "claim"}


@pytest.fixture
def second(vault: Commands) -> Commands:
    """Return commands on a vault in which Ben opened the door that Sam had not."""
    vault.write({"intros/tara-via-ben.md": SECOND})
    return vault


def data(commands: Commands, *words: str) -> Any:
    document = commands(*words, "--format", "json").json
    assert document["schema"] == 1
    return document["data"]


def test_stats_tell_every_tactic_with_n(second: Commands) -> None:
    stats = data(second, "stats")
    assert set(stats) == {*("tactics", "base_reopen", "days_to_answer", "everybody", "connectors")}
    told = {one["tactic"]: one for one in stats["tactics"]}
    assert list(told) == [
        *("introduction", "nudge", "later-nudge", "interrupt", "second-other", "second-same")
    ]
    assert set(told["nudge"]) == RATE_KEYS | {"tactic", "pending", "days_to_answer"}
    assert (told["nudge"]["hits"], told["nudge"]["n"]) == (0, 1)
    assert (told["second-other"]["hits"], told["second-other"]["n"]) == (1, 1)


def test_under_five_a_program_gets_no_rate_either(second: Commands) -> None:
    rate = data(second, "stats")["base_reopen"]["own"]
    assert rate == {"hits": 1, "n": 1, "rate": None, "low": None, "high": None, "claim": "none"}


def test_from_five_on_a_program_gets_the_interval(second: Commands) -> None:
    for number in range(4):
        text = SECOND.replace("target: tara", f"target: t{number}")
        second.write({f"intros/t{number}.md": text})
        second.write({f"contacts/t{number}.md": f"---\nname: T {number}\n---\n"})
    everybody = data(second, "stats")["everybody"]["answered"]
    assert (everybody["hits"], everybody["n"], everybody["claim"]) == (5, 6, "early")
    assert everybody["low"] == pytest.approx(0.4365, abs=1e-4)
    assert everybody["high"] == pytest.approx(0.9699, abs=1e-4)


def test_the_base_rate_is_told_before_and_after_own_data(second: Commands) -> None:
    base = data(second, "stats")["base_reopen"]
    assert (base["prior"], base["used"]) == (0.25, 0.25)
    assert base["posterior"] == pytest.approx(3 / 9)


def test_stats_read_like_sentences(second: Commands) -> None:
    out = " ".join(second("stats").out.split())
    assert out.startswith("Too early to say what works once it is quiet")
    assert "First nudge, since they last answered too few to say: 1 attempt" in out
    assert "Both together 33 %; the ranking reckons with 25 %." in out
    assert "Ben Ito: asked once; 1 of 1 said yes; target answered 1 of 1" in out


def test_stats_show_the_line_to_paste_and_how_long_it_took(second: Commands) -> None:
    for number in range(21):
        name = f"t{number}"
        first = SECOND.replace("ben", f"c{number}").replace("2026-10", "2026-08")
        second.write(
            {
                f"contacts/{name}.md": f"---\nname: T {number}\n---\n",
                f"contacts/c{number}.md": f"---\nname: C {number}\n---\n",
                f"intros/{name}-a.md": first.replace("tara", name),
                f"intros/{name}-b.md": SECOND.replace("tara", name),
            }
        )
    out = second("stats").out
    assert "      [score]\n      base_reopen = 0.80\n" in out
    assert "22 of 22 answered (100 %, could be 85 to 100 %); half within 3 days" in out
    assert "3 more people were asked, none of them more often." in out


def test_a_vault_without_any_ask_has_little_to_say(vault: Commands) -> None:
    (vault.root / "intros/tara-via-sam.md").unlink()
    out = vault("stats").out
    assert "nothing to count yet" in out
    assert "Connectors" not in out


def test_what_is_undecided_is_said(vault: Commands) -> None:
    assert "2 undecided" not in vault("stats").out
    out = " ".join(vault("stats", "--today", "2026-09-20").out.split())
    assert "First nudge, since they last answered nothing to count yet; 1 undecided" in out


def test_replay_names_the_case_and_its_rank(second: Commands) -> None:
    replay = data(second, "replay")
    assert replay["source"] == "dates"
    assert set(replay["hit_at_1"]) == RATE_KEYS | {"chance"}
    assert (replay["hit_at_1"]["hits"], replay["hit_at_3"]["n"]) == (1, 1)
    assert (replay["opened_hit_at_1"]["n"], replay["opened_hit_at_3"]["hits"]) == (1, 1)
    (case,) = replay["cases"]
    assert case == {
        "intro": "tara-via-ben",
        "target": "tara",
        "asked": "ben",
        "known_on": "2026-09-30",
        "outcome": "answered",
        "rank": 1,
        "of": 1,
        "first": "ben",
        "missed_because": None,
    }


def test_replay_reads_like_sentences(second: Commands) -> None:
    out = " ".join(second("replay").out.split())
    assert "Too few to say: 1 introduction; from 5 on a rate is shown." in out
    assert "1 Oct 2026 Tara Lindqvist through Ben Ito rank 1 of 1; answered" in out
    assert "which flatters the ranking" in out


def test_replay_without_a_case_says_so(vault: Commands) -> None:
    assert "Nothing to look back on yet" in vault("replay").out


def test_replay_cuts_a_long_list_and_all_does_not(second: Commands) -> None:
    for number in range(21):
        name = f"t{number}"
        second.write(
            {
                f"contacts/{name}.md": f"---\nname: T {number}\nknows: [ben 3]\n---\n",
                f"intros/{name}-a.md": SECOND.replace("tara", name)
                .replace("ben", "sam")
                .replace("2026-10", "2026-08"),
                f"intros/{name}-b.md": SECOND.replace("tara", name),
            }
        )
    short = second("replay").out
    assert "2 earlier ones are counted above." in short
    assert "a blind pick" in short
    everything = second("replay", "--all").out
    assert "earlier ones" not in everything
    assert everything.count("through Ben Ito") == 22


def test_git_knows_what_was_written_down_only_later(second: Commands) -> None:
    place = second.root / "contacts/ben.md"
    told_later, intro = place.read_text(), second.root / "intros/tara-via-ben.md"
    text = intro.read_text()
    intro.unlink()
    place.write_text("---\nname: Ben Ito\ncloseness: 4\n---\n")
    new_repository(second.root)
    commit(second.root, "2026-09-29", {})
    commit(second.root, "2026-10-07", {"contacts/ben.md": told_later})
    commit(second.root, "2026-10-08", {"intros/tara-via-ben.md": text})
    assert data(second, "replay")["cases"][0]["rank"] == 1
    found = data(second, "replay", "--git")
    assert found["source"] == "git"
    (case,) = found["cases"]
    assert (case["rank"], case["missed_because"]) == (
        None,
        "nothing on record said that they know Tara",
    )
    assert "as they were committed on the day before" in " ".join(
        second("replay", "--git").out.split()
    )


@pytest.mark.parametrize(("day", "known"), [("2026-09-30", 1), ("2026-10-01", 0)])
def test_a_commit_of_the_day_before_the_ask_counts_and_one_of_its_day_does_not(
    second: Commands, day: str, known: int
) -> None:
    new_repository(second.root)
    commit(second.root, day, {})
    found = data(second, "replay", "--git")
    assert (len(found["cases"]), found["unknown"]) == (known, 1 - known)


def test_every_ask_sees_the_state_of_its_own_day(second: Commands) -> None:
    new_repository(second.root)
    commit(second.root, "2026-09-01", {})
    for name, month in (("cleo", "11"), ("dan", "12")):
        log = SECOND.replace("ben", name).replace("2026-10", f"2026-{month}")
        second.write({f"intros/{name}.md": log})
        second.write({f"contacts/{name}.md": f"---\nname: {name}\nknows: [tara 2]\n---\n"})
    commit(second.root, "2026-10-05", {})
    found = data(second, "replay", "--git", "--today", "2026-12-20")
    assert [(case["asked"], case["of"]) for case in found["cases"]] == [
        *(("dan", 1), ("cleo", 2), ("ben", 1))
    ]


def test_without_a_history_replay_says_so(second: Commands) -> None:
    result = second("replay", "--git")
    assert result.code == 2
    assert "the vault's git history cannot be read: not a git repository" in result.err


@pytest.mark.parametrize("command", ["stats", "replay"])
def test_errors_in_the_vault_are_said_and_fail(second: Commands, command: str) -> None:
    second.write({"contacts/zed.md": "no front matter"})
    result = second(command)
    assert result.code == 1
    assert "1 error in the vault" in result.err
    assert json.loads(second(command, "--format", "json").out)["diagnostics"]

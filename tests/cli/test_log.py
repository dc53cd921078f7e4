"""`build log`: which introduction, which event, what is said of it, and what is refused."""

import stat
from typing import Any

import pytest

from site_builder.cli import log
from site_builder.editing import commit
from site_builder.exchange import exchange
from site_builder.reporting.logged_text import door_sentence
from tests.support.commands import Commands

INTRO = "intros/tara-via-sam.md"
KEYS = {"path", "line", "text", "thread", "state", "turn", "move", "because"}


def last_line(vault: Commands, path: str = INTRO) -> str:
    return (vault.root / path).read_text("utf-8").splitlines()[-1]


def test_it_says_where_the_line_went_and_what_it_makes_of_the_thread(vault: Commands) -> None:
    result = vault("log", "tara", "nudged", "sent", "the benchmark")
    assert result.code == 0
    assert result.out == f"{INTRO}:17: - 2026-11-04 nudged: sent the benchmark\n"
    assert result.err == "Tara Lindqvist (waiting): It is Tara's turn; look again on 18 Nov 2026.\n"
    assert last_line(vault) == "- 2026-11-04 nudged: sent the benchmark"
    assert vault("log", "tara", "replied", "-q").err == ""


def test_json_has_the_line_and_the_thread(vault: Commands) -> None:
    found = vault("log", "tara-via-sam", "replied", "--format", "json", "--date", "2026-11-02").json
    assert set(found["data"]) == KEYS
    data = found["data"]
    assert (data["path"], data["line"], data["text"]) == (INTRO, 17, "- 2026-11-02 replied")
    assert (data["thread"], data["state"], data["turn"]) == ("tara", "my-reply", "me")
    assert data["move"] == "answer"
    assert "answered on 2 Nov 2026" in data["because"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("agreed",), "- 2026-11-04 agreed"),
        (("agreed:", "gladly"), "- 2026-11-04 agreed: gladly"),
        (("scheduled", "2026-12-01"), "- 2026-11-04 scheduled 2026-12-01"),
        (("paused", "2026-12-01:", "new job"), "- 2026-11-04 paused 2026-12-01: new job"),
        (("closed", "lost,", "no budget"), "- 2026-11-04 closed: lost, no budget"),
        (("wrote", " two\nlines ", "\t#tag"), "- 2026-11-04 wrote: two lines #tag"),
        (("wrote", "--", "-5 degrees"), "- 2026-11-04 wrote: -5 degrees"),
        (("wrote", "2026-12-01 suits"), "- 2026-11-04 wrote: 2026-12-01 suits"),
        (("wrote", "ÄÖ 漢字 🚪"), "- 2026-11-04 wrote: ÄÖ 漢字 🚪"),
    ],
)
def test_words_become_one_line(vault: Commands, words: tuple[str, ...], line: str) -> None:
    assert vault("log", "tara", *words).code == 0
    assert last_line(vault) == line
    assert vault("check").code == 0


SECOND = "---\ntarget: tara\nintroducer: ben\ngoal: Thirty minutes\n---\n"


@pytest.mark.parametrize(
    "name", ["tara-via-sam", "TARA-via-sam", INTRO, "tara-via-sam.md", "tara", "Tara Lindqvist"]
)
def test_an_introduction_has_many_names(vault: Commands, name: str) -> None:
    assert vault("log", name, "wrote").out.startswith(f"{INTRO}:17: ")


def test_of_several_introductions_one_must_be_named(vault: Commands) -> None:
    vault.write({"intros/tara-via-ben.md": SECOND})
    result = vault("log", "tara", "wrote")
    assert result.code == 2
    said = 'several introductions lead to "tara": type tara-via-sam or tara-via-ben'
    assert said in " ".join(result.err.split())
    assert vault("log", "tara-via-ben", "asked").code == 0
    assert last_line(vault, "intros/tara-via-ben.md") == "- 2026-11-04 asked"


def test_one_that_is_still_open_is_meant_rather_than_one_that_is_over(vault: Commands) -> None:
    vault("log", "tara", "closed", "lost", "--date", "2026-10-01")
    vault.write({"intros/tara-via-ben.md": SECOND.replace("goal", "thread: again\ngoal")})
    assert vault("log", "tara", "asked").out.startswith("intros/tara-via-ben.md:")
    assert vault("log", "tara--again", "agreed").out.startswith("intros/tara-via-ben.md:")


def test_files_of_one_id_are_named_by_their_path(vault: Commands) -> None:
    vault.write({"intros/old/tara-via-sam.md": SECOND})
    result = vault("log", "tara-via-sam", "wrote")
    assert "type intros/old/tara-via-sam.md or intros/tara-via-sam.md" in " ".join(
        result.err.split()
    )
    assert vault("log", INTRO, "wrote").code == 0


def test_a_favour_belongs_to_no_thread_of_mine(vault: Commands) -> None:
    vault.write(
        {
            "contacts/eva.md": "---\nname: Eva\n---\n",
            "intros/eva-via-sam.md": SECOND.replace("tara", "eva").replace(
                "goal", "requester: tara\ngoal"
            ),
        }
    )
    result = vault("log", "eva", "asked")
    assert result.code == 0
    assert result.err.startswith("No thread of yours comes of it")
    assert vault("log", "eva", "agreed", "--format", "json").json["data"]["thread"] is None


def test_what_a_check_says_of_the_new_line_is_told(vault: Commands) -> None:
    result = vault("log", "tara", "agreed", "--date", "2026-08-01")
    assert result.code == 0
    assert result.out == f"{INTRO}:9: - 2026-08-01 agreed\n"
    assert f"{INTRO}:9:3: error[event-order]: " in result.err
    assert "in the vault" not in result.err


def test_a_file_that_cannot_be_edited_is_refused_with_the_line_to_add(vault: Commands) -> None:
    (vault.root / INTRO).chmod(0o444)
    result = vault("log", "tara", "replied", "at last")
    assert result.code == 1
    assert result.out == ""
    assert result.err == (
        f"build: {INTRO} was left as it is: it is read-only; `chmod u+w` allows the edit\n"
        'help: to add it by hand, put this line in its section "## Log": '
        "- 2026-11-04 replied: at last\n"
    )
    assert stat.S_IMODE((vault.root / INTRO).stat().st_mode) == 0o444


def test_a_file_that_is_saved_meanwhile_is_kept(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved_before(one: object, other: object) -> bool:
        (vault.root / INTRO).write_text("their save")
        return exchange(one, other)  # type: ignore[arg-type]

    monkeypatch.setattr(commit, "exchange", saved_before)
    result = vault("log", "tara", "replied")
    assert result.code == 3
    assert result.err == (
        f"build: {INTRO} was saved by somebody else just now, and their text was kept; try again\n"
    )
    assert (vault.root / INTRO).read_text() == "their save"


def test_a_save_that_comes_too_late_while_it_runs_is_told_at_once(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (vault.root / INTRO).open("r+") as held:

        def saved_after(*words: Any) -> str:
            held.write("late")
            held.flush()
            return door_sentence(*words)

        monkeypatch.setattr(log, "door_sentence", saved_after)
        result = vault("log", "tara", "replied")
    assert result.code == 3
    assert result.out.startswith(f"{INTRO}:17: ")
    assert f"note: {INTRO}: a save by somebody else did not reach it" in result.err
    assert vault("log", "tara", "wrote", "--quiet").err == ""


def test_a_save_that_came_too_late_is_told_by_the_next_command(vault: Commands) -> None:
    with (vault.root / INTRO).open("r+") as held:
        vault("log", "tara", "replied")
        held.write("late")
    result = vault("log", "tara", "wrote")
    assert result.err.startswith(f"note: {INTRO}: a save by somebody else did not reach it")
    assert str(vault.root / ".doorstep" / "replaced") in result.err

"""`stalled`, `suggest`, `explain`: the JSON of document 3 and the words for people."""

import pytest

from tests.support.commands import Commands

THREAD_KEYS = {
    *("thread", "target", "introducers", "state", "turn", "since", "silent_days", "limit_days"),
    *("limit_because", "nudges", "stalled", "move", "because", "deadline", "intros", "suggested"),
}
CANDIDATE_KEYS = {
    *("contact", "rank", "band", "value", "p", "p_ask", "p_know", "p_move", "load", "evidence"),
    *("ask_first", "terms", "would_change"),
}


def test_stalled_names_the_door_its_move_and_who_could_help(vault: Commands) -> None:
    (thread,) = vault("stalled", "--format", "json").json["data"]
    assert set(thread) == THREAD_KEYS
    assert thread["state"] == "waiting"
    assert thread["turn"] == "target"
    assert (thread["silent_days"], thread["limit_days"], thread["nudges"]) == (41, 14, 2)
    assert thread["move"] == "second-intro"
    assert thread["suggested"] == ["ben"]
    assert thread["intros"] == ["tara-via-sam"]


def test_stalled_reads_like_advice(vault: Commands) -> None:
    result = vault("stalled")
    assert result.code == 0
    assert "Tara Lindqvist" in result.out
    assert "Sam knows how it went" in " ".join(result.out.split())


def test_exit_code_tells_whether_something_is_stalled(vault: Commands) -> None:
    assert vault("stalled", "--exit-code").code == 1
    assert vault("stalled", "--exit-code", "--today", "2026-09-05").code == 0


def test_all_lists_waiting_threads_and_the_default_does_not(vault: Commands) -> None:
    quiet = ("stalled", "--today", "2026-09-05", "--format", "json")
    assert vault(*quiet).json["data"] == []
    assert [t["move"] for t in vault(*quiet, "--all").json["data"]] == ["wait"]


def test_suggest_ranks_with_terms_that_point_to_a_line(vault: Commands) -> None:
    data = vault("suggest", "tara", "--format", "json").json["data"]
    assert set(data) == {*("target", "thread", "due", "due_because", "suggested", "not_suggested")}
    (ben,) = data["suggested"]
    assert set(ben) == CANDIDATE_KEYS
    stated = next(term for term in ben["terms"] if term["name"] == "stated-tie")
    assert stated["path"] == "contacts/ben.md"
    line = (vault.root / "contacts/ben.md").read_text().splitlines()[stated["line"] - 1]
    assert "tara 3 old team" in line
    assert data["not_suggested"][0]["contact"] == "sam"


def test_suggest_finds_people_by_name_and_helps_with_a_typo(vault: Commands) -> None:
    assert vault("suggest", "Tara Lindqvist").code == 0
    result = vault("suggest", "tarra")
    assert result.code == 2
    assert 'Did you mean "tara"?' in result.err


def test_suggest_works_for_somebody_without_a_thread(vault: Commands) -> None:
    data = vault("suggest", "ben", "--format", "json").json["data"]
    assert data["thread"] is None
    assert data["due"] is False


def test_a_draft_has_a_private_note_and_a_blurb_to_forward(vault: Commands) -> None:
    result = vault("suggest", "tara", "--draft")
    assert result.out.startswith("Subject: ")
    assert "Private note to Ben" in result.out
    assert "For Ben to forward" in result.out


def test_there_are_words_for_a_target_that_nobody_was_asked_about(vault: Commands) -> None:
    vault.write({"contacts/al.md": "---\nname: Al Roy\nknows: [zoe 3]\n---\n"})
    vault.write({"contacts/zoe.md": "---\nname: Zoe Kim\norg: Quay\n---\n"})
    result = vault("suggest", "zoe", "--draft")
    assert result.code == 0
    assert result.out.startswith("Subject: Would you introduce me to Zoe Kim?\n\n--- Private note")
    assert "I would like to talk to Zoe Kim at Quay, whom you know." in result.out
    assert "--- For Al to forward" in result.out
    assert "The ask: [what you would like to ask, small and concrete]." in result.out


def test_who_may_know_the_target_is_asked_that_first(vault: Commands) -> None:
    team = "groups: [team/eight 2009-2012]\n---\n"
    vault.write(
        {f"contacts/{who}.md": f"---\nname: {who.title()}\n{team}" for who in ("al", "zoe")}
    )
    result = vault("suggest", "zoe", "--draft", "--format", "json").json["data"]["draft"]
    assert result["subject"] == "Do you know Zoe?"
    assert "met through Eight" in result["parts"][0]["text"]


def test_a_pursuit_that_was_introduced_and_is_over_asks_for_no_introduction(
    vault: Commands,
) -> None:
    path = "intros/tara-via-sam.md"
    text = (vault.root / path).read_text()
    vault.write({path: f"{text}- 2026-10-01 closed: lost\n"})
    said = vault("suggest", "tara", "--draft").out
    assert said.startswith("You were introduced to Tara before, and that pursuit is over: ")
    assert "Subject" not in said
    never = text.partition("- 2026-09-02")[0] + "- 2026-10-01 closed: lost\n"
    vault.write({path: never})
    said = vault("suggest", "tara", "--draft").out
    assert said.startswith("Subject: Would you introduce me to Tara Lindqvist?")


def test_explain_knows_threads_people_and_checks(vault: Commands) -> None:
    assert "nudged" in vault("explain", "tara").out
    assert "Ben Ito" in vault("explain", "ben").out
    assert vault("explain", "unknown-contact").out.startswith("# unknown-contact")
    assert vault("explain", "nobody-here").code == 2


@pytest.mark.parametrize(
    "words", ["stalled", "suggest tara", "suggest tara --draft", "explain tara", "explain ben"]
)
def test_answers_of_a_broken_vault_say_so_and_fail(vault: Commands, words: str) -> None:
    vault.write({"contacts/zed.md": "no front matter"})
    result = vault(*words.split())
    assert result.code == 1
    assert "Tara" in result.out
    assert "1 error in the vault" in result.err


@pytest.mark.parametrize(
    "words",
    [("--strict", "stalled"), ("-o", "x", "check"), ("--theme", "plain", "suggest", "tara")],
)
def test_a_flag_that_a_command_cannot_use_is_refused(
    vault: Commands, words: tuple[str, ...]
) -> None:
    result = vault(*words)
    assert result.code == 2
    assert "cannot be used with" in result.err


def test_an_option_before_the_command_serves_it(vault: Commands) -> None:
    assert vault("--today", "2026-09-05", "stalled", "--format", "json").json["as_of"] == (
        "2026-09-05"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chek",), 'no command is called "chek". Did you mean "check"?'),
        (("intros",), '"intros" is a folder; a vault is named with -C: build -C intros'),
        (("explain", "unknown-contct"), 'Did you mean "unknown-contact"?'),
        (("explain", "invalid-yml"), 'Did you mean "invalid-yaml"?'),
        (("explain", "tarra"), 'is called "tarra". Did you mean "tara"?'),
        (("explain", "zzzzzz"), 'no contact, thread or check is called "zzzzzz".\n'),
    ],
)
def test_a_word_that_is_none_gets_the_one_that_was_meant(
    words: tuple[str, ...], said: str, vault: Commands
) -> None:
    result = vault(*words)
    assert result.code == 2
    assert said in result.err


@pytest.mark.parametrize("command", ["explain", "suggest"])
def test_somebody_who_takes_no_part_is_told_from_somebody_unknown(
    command: str, vault: Commands
) -> None:
    vault.write({"contacts/zoe.md": "---\nname: Zoe Kim\ndraft: true\n---\n"})
    drafted = "contacts/zoe.md is a draft and takes no part; --drafts takes it in."
    assert drafted in vault(command, "Zoe Kim").err
    assert vault(command, "zoe", "--drafts").code == 0
    vault.write({"contacts/zoe.md": "Zoe"})
    broken = "contacts/zoe.md cannot be read; `build check contacts/zoe.md` says why."
    assert broken in vault(command, "zoe").err


def test_the_beginning_of_an_id_says_who_may_be_meant(vault: Commands) -> None:
    vault.write({"contacts/zoe-lund-berg.md": "---\nname: Z\n---\n"})
    for command in ("suggest", "explain"):
        assert 'Did you mean "zoe-lund-berg"?' in vault(command, "zoe").err
    vault.write({"contacts/zoe-other-name.md": "---\nname: Y\n---\n"})
    both = "Did you mean zoe-lund-berg or zoe-other-name?"
    assert all(both in vault(command, "Zoe").err for command in ("suggest", "explain"))


def test_explain_of_an_introduction_points_to_its_thread(vault: Commands) -> None:
    result = vault("explain", "tara-via-sam")
    assert result.code == 2
    assert '"tara-via-sam" is an introduction of the thread "tara"; explain that' in result.err

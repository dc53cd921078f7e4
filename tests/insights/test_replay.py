"""Every introduction by a second person, asked again with what was known on the day before."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder.insights.evidence_rate import Rate
from site_builder.insights.replay import Replay, replay
from site_builder.insights.replay_day import Past, past_of, ranked_on
from site_builder.insights.threads import threads_of
from site_builder.model.vault import Vault
from site_builder.model.vault_assemble import assemble
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from tests import oracle
from tests.oracle.random_vaults import random_vault
from tests.oracle.ranking import rank
from tests.oracle.threads import Analysis
from tests.support.vaults import Files, intro, people, settings_of, vault_of

TODAY = date(2026, 11, 1)
KNOWS = "closeness: 4\nknows: [tara 4]"
PEOPLE = {
    **people(
        "me tara ana ben cleo",
        me="me: true",
        ana="knows: [tara 3]",
        ben=KNOWS,
        cleo="closeness: 2\nknows: [tara 2]",
    )
}
FIRST = intro("2026-01-01 asked\n2026-01-02 introduced\n2026-01-03 wrote")
OPENED = "2026-03-01 asked\n2026-03-02 introduced\n2026-03-05 replied"


def replayed(files: Files, today: date = TODAY, *, most: int | None = None) -> Replay:
    """Replay a vault by its dates."""
    vault = vault_of({**PEOPLE, **files})
    past = past_of(vault)
    return replay(threads_of(vault, today), lambda _: past, today, most=most)


def second(log: str, introducer: str) -> dict[str, str]:
    """Write the first introduction and a second one."""
    return {"intros/a.md": FIRST, "intros/b.md": intro(log, introducer=introducer)}


def test_the_person_who_was_asked_stands_where_the_ranking_had_them_that_day() -> None:
    (best,) = replayed(second(OPENED, "ben")).cases
    assert (best.rank, best.of, best.first, best.outcome) == (1, 2, "ben", "answered")
    assert best.day == date(2026, 2, 28)
    (other,) = replayed(second("2026-03-01 introduced", "cleo")).cases
    assert (other.rank, other.first, other.outcome) == (2, "ben", "unanswered")


def test_an_ask_of_that_week_counts_and_one_of_a_later_week_does_not() -> None:
    ask = {"contacts/zoe.md": "---\nname: Zoe\n---\n"}
    for day, rank_then in (("2026-02-20", None), ("2026-03-20", 1)):
        ask["intros/z.md"] = intro(f"{day} asked", target="zoe", introducer="ben")
        (case,) = replayed({**second(OPENED, "ben"), **ask}).cases
        assert case.rank == rank_then
        assert case.missed_because.startswith("open ask") == (rank_then is None)


def test_a_contact_of_a_later_day_is_not_known_yet() -> None:
    cleo = "---\nname: Cleo\ncloseness: 2\nknows: [tara 3]\nlast_contact: 2025-10-01\n---\n"
    ben = "---\nname: Ben\nknows: [tara 3]\n---\n\n## Log\n\n- 2026-{}-01: coffee\n"
    for month, first in (("02", "ben"), ("04", "cleo")):
        files = {"contacts/ben.md": ben.format(month), "contacts/cleo.md": cleo}
        (case,) = replayed({**second(OPENED, "ben"), **files}).cases
        assert case.first == first


def test_somebody_without_any_tie_on_record_would_not_have_been_named() -> None:
    stranger = {"contacts/dev.md": "---\nname: Dev\n---\n"}
    (case,) = replayed({**second(OPENED, "dev"), **stranger}).cases
    assert case.rank is None
    assert case.missed_because == "nothing on record said that they know Tara"


def test_an_introduction_that_was_never_made_is_no_question() -> None:
    assert replayed(second("2026-03-01 asked\n2026-03-05 passed", "ben")).cases == ()


def test_after_a_first_introducer_who_passed_the_next_one_is_a_question() -> None:
    files = {"intros/a.md": intro("2026-01-01 asked\n2026-01-09 passed")}
    files["intros/b.md"] = intro(OPENED, introducer="ben")
    assert [case.rank for case in replayed(files).cases] == [1]


def test_the_same_introducer_again_is_counted_and_not_asked() -> None:
    found = replayed(second(OPENED, "ana"))
    assert (found.cases, found.again, found.unknown) == ((), 1, 0)


def test_two_asks_of_one_day_are_no_second_introduction() -> None:
    assert replayed(second("2026-01-01 introduced", "ben")) == Replay(())


def test_one_first_introduction_alone_asks_nothing() -> None:
    assert replayed({"intros/a.md": FIRST}) == Replay(())


def test_another_pursuit_of_the_same_person_is_no_second_introduction() -> None:
    board = {"intros/b.md": intro(OPENED, introducer="ben", thread="board")}
    assert replayed({"intros/a.md": FIRST, **board}).cases == ()


def test_drafts_ideas_and_favours_for_others_take_no_part() -> None:
    files = second(OPENED, "ben")
    files["intros/c.md"] = intro("", introducer="cleo")
    files["intros/d.md"] = intro("2026-02-01 asked", introducer="cleo", requester="ben")
    (case,) = replayed(files).cases
    assert case.of == 2


def test_a_past_of_which_nothing_is_known_is_counted() -> None:
    vault = vault_of({**PEOPLE, **second(OPENED, "ben")})
    found = replay(threads_of(vault, TODAY), lambda _: None, TODAY)
    assert (found.cases, found.unknown) == ((), 1)


@pytest.mark.parametrize("gone", ["contacts/tara.md", "intros/a.md"])
def test_a_past_without_the_target_or_the_thread_tells_nothing(gone: str) -> None:
    files = {**PEOPLE, **second(OPENED, "ben")}
    before = past_of(vault_of({path: text for path, text in files.items() if path != gone}))
    found = replay(threads_of(vault_of(files), TODAY), lambda _: before, TODAY)
    assert (found.cases, found.unknown) == ((), 1)


def test_somebody_who_had_no_file_yet_could_not_be_named() -> None:
    files = {**PEOPLE, **second(OPENED, "ben")}
    before = past_of(vault_of({path: text for path, text in files.items() if "ben" not in path}))
    (case,) = replay(threads_of(vault_of(files), TODAY), lambda _: before, TODAY).cases
    assert (case.rank, case.missed_because) == (None, "there was no file of theirs yet")


def test_hits_are_counted_over_all_and_over_those_who_opened_the_door() -> None:
    files = second(OPENED, "ben") | people("cleo", cleo="closeness: 5\nknows: [tara 1]")
    for number, name in enumerate(("t1", "t2", "t3", "t4")):
        files |= people(name, **{name: "knows: [ben 5, cleo 1, ana 3]"})
        first = "2026-01-01 introduced"
        files[f"intros/{name}-a.md"] = intro(first, target=name, introducer="ana")
        log = f"2026-0{number + 5}-0{number + 1} introduced"
        files[f"intros/{name}-c.md"] = intro(log, target=name, introducer="cleo")
    found = replayed(files)
    assert [case.rank for case in found.cases] == [2, 2, 2, 2, 1]
    assert (found.hits(1), found.hits(3)) == (Rate(1, 5), Rate(5, 5))
    assert (found.hits(1, opened=True), found.hits(3, opened=True)) == (Rate(1, 1), Rate(1, 1))
    picks = [min(1, 3 / case.of) for case in found.cases]
    assert found.chance(3) == pytest.approx(sum(picks) / 5)
    assert 0 < found.chance(1) < found.chance(3) < 1
    latest = replayed(files, most=2)
    assert [case.intro for case in latest.cases] == ["t4-c", "t3-c"]


def test_chance_finds_nobody_whom_the_ranking_does_not_name() -> None:
    files = {**second(OPENED, "dev"), "contacts/dev.md": "---\nname: Dev\n---\n"}
    assert replayed(files).chance(1) == 0
    assert Replay(()).chance(1) == 0


def test_a_thread_that_was_over_that_day_has_used_up_nobody() -> None:
    over = intro("2026-01-01 introduced\n2026-01-09 closed: lost\n2026-03-01 replied")
    past = past_of(vault_of({**PEOPLE, "intros/a.md": over}))
    for day, names in ((date(2026, 2, 1), ["ben", "cleo", "ana"]), (TODAY, ["ben", "cleo"])):
        known = ranked_on(past, next(iter(past.pursuits)), day)
        assert known is not None
        assert sorted(one.contact for one in known[1].suggested) == sorted(names)


def cut(root: Path, day: date) -> None:
    """Remove introductions that had not begun by the end of a day."""
    for path in (root / "intros").rglob("*.md"):
        begun = [line[2:12] for line in path.read_text("utf-8").splitlines() if line[:2] == "- "]
        if not any(start[:4].isdigit() and start <= day.isoformat() for start in begun):
            path.unlink()


def vault_at(root: Path) -> Vault:
    sources = [
        Source(path.relative_to(root).as_posix(), path.read_bytes())
        for path in sorted(root.rglob("*.md"))
    ]
    return assemble(tuple(map(read_document, sources)), settings_of(""))


@pytest.mark.parametrize("start", range(0, 60, 15))
def test_an_independent_ranking_of_the_files_as_they_were_agrees(
    start: int, tmp_path: Path
) -> None:
    compared = 0
    for seed in range(start, start + 15):
        today = date(2026, 11, 1) + timedelta(days=seed % 37)
        random_vault(seed, tmp_path / f"{seed}", today)
        past = past_of(vault_at(tmp_path / f"{seed}"))
        day = today - timedelta(days=30)
        random_vault(seed, tmp_path / f"{seed}-then", today)
        cut(tmp_path / f"{seed}-then", day)
        then = oracle.analyse(tmp_path / f"{seed}-then", day)
        compared += sum(_agree(past, then, key, seed) for key in past.pursuits)
    assert compared > 20


def _agree(past: Past, then: Analysis, key: tuple[str, str], seed: int) -> bool:
    """Compare the ranking of one pursuit with the oracle's; False where there is none."""
    known = ranked_on(past, key, then.today)  # type: ignore[arg-type] # a contact id is a text
    told = [one for one in then.threads if (one.target, one.spokes[0].key) == key]
    if known is None:
        assert told == []
        return False
    thread, suggestion = known
    (same,) = (one for one in told if one.id == thread.id)
    suggested, refused = rank(key[0], same, then)
    assert [one.contact for one in suggestion.suggested] == [r["contact"] for r in suggested], seed
    values = [one.value for one in suggestion.suggested]
    assert values == pytest.approx([row["value"] for row in suggested], abs=1e-9)
    assert [one.contact for one in suggestion.not_suggested] == [r["contact"] for r in refused]
    return True

"""A candidate carries its terms: name, value, one sentence, the file and line it rests on."""

import pytest

from site_builder.insights.candidate import Term
from tests.support.vaults import candidate_of, intro, people

TODAY = "2026-11-20"
TARA = """
---
name: Tara Lindqvist
groups:
  - school/kth 2001-2006
  - team/oslo-rowing 2009-2012
---
"""
BEN = """
---
name: Ben Ito
closeness: 4
last_contact: 2026-10-21
ask: sparingly
groups:
  - employer/x
  - team/oslo-rowing 2009-2012
standing:
  - tara 0.8
knows:
  - ana 2
  - tara 3 rowed together
---
"""


NO_ANA = BEN.replace("  - ana 2\n", "")


def terms(ben: str = BEN, tara: str = TARA, **intros: str) -> dict[str, Term]:
    """Return ben's terms by name."""
    files = people("me ana noor", me="me: true\ngroups: [team/oslo-rowing]")
    files |= {"contacts/tara.md": tara, "contacts/ben.md": ben}
    files |= {f"intros/{name}.md": text for name, text in intros.items()}
    found = candidate_of(files, "ben", TODAY).terms
    return {term.name: term for term in found}


def place(term: Term) -> str:
    """Return the line a term rests on."""
    text = {"contacts/tara.md": TARA, "contacts/ben.md": BEN}[term.path]
    return text.strip().splitlines()[term.line - 1].strip()


def test_the_terms_of_a_stated_tie_rest_on_their_lines() -> None:
    found = terms()
    rests = {name: place(found[name]) for name in found}
    assert rests == {
        "my-tie": "closeness: 4",
        "sparingly": "ask: sparingly",
        "stated-tie": "- tara 3 rowed together",
        "independence": "name: Tara Lindqvist",
        "tie-strength": "- tara 3 rowed together",
        "ingroup": "- team/oslo-rowing 2009-2012",
        "standing": "- tara 0.8",
    }


def test_the_sentence_of_a_tie_says_what_is_on_record_and_no_more() -> None:
    found = terms()
    assert found["stated-tie"].because.startswith("Ben and Tara are good contacts")
    assert "rowed together" in found["stated-tie"].because
    assert "30 days" in found["my-tie"].because
    assert "2009-2012" in found["ingroup"].because


@pytest.mark.parametrize(
    ("grade", "words"),
    [
        ("1", "once"),
        ("2", "acquaintances"),
        ("3", "good contacts"),
        ("4", "friends or close colleagues"),
        ("5", "go far"),
        ("", "knows"),
        ("2?", "hearsay"),
    ],
)
def test_each_closeness_between_them_has_its_words(grade: str, words: str) -> None:
    found = terms(BEN.replace("tara 3 rowed together", f"tara {grade}".strip()))
    assert words in found["stated-tie"].because


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("closeness: 1", "once"),
        ("closeness: 2", "acquaintance"),
        ("closeness: 3", "good contact"),
        ("closeness: 4", "friend or close colleague"),
        ("closeness: 5", "go far"),
        ("x_none: 1", "not written down"),
    ],
)
def test_each_closeness_of_mine_has_its_words(line: str, words: str) -> None:
    assert words in terms(BEN.replace("closeness: 4", line))["my-tie"].because


def test_a_tie_that_the_target_states_rests_on_the_target_s_file() -> None:
    ben = BEN.replace("  - tara 3 rowed together\n", "")
    tara = TARA.replace("groups:", "knows: [ben 2]\ngroups:")
    term = terms(ben, tara)["stated-tie"]
    assert (term.path, term.line) == ("contacts/tara.md", 3)


def test_an_inferred_tie_names_the_circle_and_those_between() -> None:
    ben = BEN.replace("  - tara 3 rowed together\n", "")
    tara = TARA.replace("groups:", "knows: [ana 3]\ngroups:")
    found = terms(ben, tara)
    assert place(found["shared-circle"]) == "- team/oslo-rowing 2009-2012"
    assert "Ana" in found["shared-acquaintances"].because
    assert "Nobody has written down" in found["inferred"].because
    assert (found["inferred"].path, found["inferred"].line) == ("contacts/ben.md", 12)
    assert "not written down" in found["tie-strength"].because


def test_many_people_between_are_counted() -> None:
    names = ["ana", "noor", "zoe", "yan", "wim"]
    files = people("me tara ben " + " ".join(names), **dict.fromkeys(names, "knows: [tara, ben]"))
    found = {term.name: term for term in candidate_of(files, "ben", TODAY).terms}
    assert "2 others know both of them" in found["shared-acquaintances"].because


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("agreed",), "said yes once"),
        (
            ("agreed", "agreed", "passed", "wrote"),
            "said yes twice, passed once and left you without an answer once",
        ),
    ],
)
def test_past_answers_are_told(words: tuple[str, ...], told: str) -> None:
    log = "2025-01-01 asked\n2025-01-02 {}"
    asks = {
        f"n{number}": intro(log.format(word), introducer="ben", target="noor", thread=f"x{number}")
        for number, word in enumerate(words)
    }
    assert terms(**asks)["past-answers"].because == f"So far Ben {told}."


def test_the_load_is_told_where_there_is_one() -> None:
    ask = intro("2026-09-01 asked\n2026-09-02 introduced", introducer="ben", target="noor")
    term = terms(n=ask)["load"]
    assert term.value == pytest.approx(0.15)
    assert "once" in term.because
    assert (term.path, term.line) == ("intros/n.md", 8)
    assert "load" not in terms()


@pytest.mark.parametrize(
    ("ben", "ana", "fresh", "rests"),
    [
        (BEN, "", 0.5, "- ana 2"),
        (NO_ANA, "", 1, "- employer/x"),
        (BEN, "groups: [employer/x]", 0, "- ana 2"),
        (NO_ANA, "groups: [team/oslo-rowing]", 0.5, "- team/oslo-rowing 2009-2012"),
    ],
)
def test_independence_names_the_earlier_introducer(
    ben: str, ana: str, fresh: float, rests: str
) -> None:
    """It rests on the tie to them, else on the circle shared, else on the circles that are not."""
    files = people("me ana", me="me: true", ana=ana)
    files |= {"contacts/tara.md": TARA, "contacts/ben.md": ben}
    files["intros/a.md"] = intro("2026-09-01 introduced")
    (term,) = [t for t in candidate_of(files, "ben", TODAY).terms if t.name == "independence"]
    assert term.value == fresh
    assert "Ana" in term.because
    assert term.path == "contacts/ben.md"
    assert ben.strip().splitlines()[term.line - 1].strip() == rests


def test_independence_rests_on_the_target_where_nobody_led_to_them() -> None:
    term = terms()["independence"]
    assert "first to introduce you to Tara" in term.because
    assert (term.path, place(term)) == ("contacts/tara.md", "name: Tara Lindqvist")


def test_independence_without_a_circle_rests_on_the_file_that_has_none() -> None:
    files = people("me ana ben tara", me="me: true", ben="knows: [tara 3]")
    files["intros/a.md"] = intro("2026-09-01 introduced")
    (term,) = [t for t in candidate_of(files, "ben", TODAY).terms if t.name == "independence"]
    assert (term.value, term.path, term.line) == (1, "contacts/ben.md", 1)


def test_every_sentence_is_one_and_every_place_is_real() -> None:
    for term in terms().values():
        assert term.because[0].isupper()
        assert term.because.endswith(".")
        assert place(term)


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("2026-11-20", "last contact today."),
        ("2026-11-19", "last contact 1 day ago."),
        ("2025-05-12", "last contact 18 months ago."),
        ("2024-05-12", "last contact 3 years ago."),
    ],
)
def test_the_last_contact_is_as_long_ago_as_a_page_says(last: str, words: str) -> None:
    assert terms(BEN.replace("2026-10-21", last))["my-tie"].because.endswith(words)

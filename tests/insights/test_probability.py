"""The three questions and the price, sentence by sentence (document 2.5)."""

from math import exp, log

import pytest

from site_builder.insights.candidate import Candidate
from tests.support.vaults import candidate_of, intro, people, settings_of, suggestion_of

TODAY = "2026-11-20"
TIE = {1: 0.15, 2: 0.35, 3: 0.60, 4: 0.80, 5: 0.95}


def ben(facts: str = "", knows: str = "tara 3", tara: str = "", **intros: str) -> Candidate:
    """Return ben as a candidate towards tara."""
    files = people(
        "me tara ben ana noor", me="me: true", tara=tara, ben=f"knows: [{knows}]\n{facts}"
    )
    files |= {f"intros/{name}.md": text for name, text in intros.items()}
    return candidate_of(files, "ben", TODAY)


def sigmoid(x: float) -> float:
    """Return 1/(1 + e^−x)."""
    return 1 / (1 + exp(-x))


@pytest.mark.parametrize(
    ("facts", "tie"),
    [
        *((f"closeness: {closeness}", tie) for closeness, tie in TIE.items()),
        ("", 0.15),
        ("last_contact: 2026-11-20", 0.35),
        ("last_contact: 2025-11-20", 0.35 / 2),
        ("closeness: 3\nlast_contact: 2025-11-20", 0.60 / 2),
        ("closeness: 3\nlast_contact: 2026-10-21", 0.60 * 2 ** (-30 / 365)),
        ("closeness: 3\nlast_contact: 2023-11-21", 0.60 / 8),
        ("closeness: 4\nlast_contact: 2026-05-20", 0.80 * 2 ** (-184 / 365)),
        ("closeness: 4\nlast_contact: 2020-11-20", 0.80 / 2),
        ("closeness: 5\nlast_contact: 2025-11-20", 0.95 / 2),
        ("closeness: 2\nlast_contact: 2026-11-21", 0.35),
    ],
)
def test_my_own_tie_decays_and_never_below_half_for_friends(facts: str, tie: float) -> None:
    assert ben(facts).p_ask == pytest.approx(0.20 + 0.65 * tie)


def past(*outcomes: str) -> dict[str, str]:
    """Write asks of ben a year ago, towards noor."""
    return {
        f"n{number}": intro(f"2025-01-01 asked\n{outcome}", introducer="ben", target="noor")
        for number, outcome in enumerate(outcomes)
    }


YES, NO, IGNORED = "2025-01-02 agreed", "2025-01-02 passed", ""


@pytest.mark.parametrize(
    ("outcomes", "yes", "no", "ignored"),
    [
        ([YES], 1, 0, 0),
        ([NO], 0, 1, 0),
        ([IGNORED], 0, 0, 1),
        ([YES, YES, NO, IGNORED, IGNORED], 2, 1, 2),
    ],
)
def test_past_answers_count_against_a_prior_of_four(
    outcomes: list[str], yes: int, no: int, ignored: int
) -> None:
    found = ben("closeness: 4\nlast_contact: 2026-11-20", **past(*outcomes))
    p0 = 0.20 + 0.65 * 0.80
    assert found.p_ask == pytest.approx((4 * p0 + yes) / (4 + yes + no + 0.5 * ignored))


def test_ask_sparingly_halves_the_probability_after_smoothing() -> None:
    facts = "closeness: 4\nlast_contact: 2026-11-20"
    plain, sparing = (ben(facts + more, **past(YES)) for more in ("", "\nask: sparingly"))
    assert sparing.p_ask == pytest.approx(plain.p_ask / 2)


@pytest.mark.parametrize(
    ("knows", "p_know"),
    [
        ("tara 5", 0.97),
        ("tara 4", 0.97),
        ("tara 3", 0.95),
        ("tara 2", 0.80),
        ("tara 1", 0.50),
        ("tara", 0.80),
        ("tara 3?", 0.95 * 0.9),
        ("tara ?", 0.80 * 0.9),
    ],
)
def test_a_stated_tie_says_how_likely_they_know_each_other(knows: str, p_know: float) -> None:
    found = ben(knows=knows)
    assert found.p_know == pytest.approx(p_know)
    assert not found.inferred


def test_the_candidate_s_own_file_wins_over_the_target_s() -> None:
    assert ben(knows="tara 1", tara="knows: [ben 5]").p_know == pytest.approx(0.50)
    assert ben(knows="", tara="knows: [ben 5]").p_know == pytest.approx(0.97)


def test_a_stated_tie_counts_even_where_circles_would_say_more() -> None:
    crew = "groups: [team/x 2000-2020]"
    found = ben(crew, knows="tara 1?", tara=crew)
    assert not found.inferred
    assert found.p_know == pytest.approx(0.45)


def test_inferred_knowing_is_capped_at_seventy_percent() -> None:
    circles = "groups: [team/x 2000-2020, unit/y 2000-2020, practice/z 2000-2020, employer/w 2000-]"
    found = ben(circles, knows="", tara=circles)
    assert (found.inferred, found.p_know) == (True, 0.70)


@pytest.mark.parametrize(("circle", "p_know"), [("unit/x 2009-2012", 0.168), ("practice/x", 0)])
def test_less_than_fifteen_percent_is_no_evidence(circle: str, p_know: float) -> None:
    groups = f"groups: [{circle}]"
    files = people("me tara ben", me="me: true", tara=groups, ben=groups)
    found = [one.p_know for one in suggestion_of(files, TODAY).suggested]
    assert [round(p, 3) for p in found] == ([p_know] if p_know else [])


@pytest.mark.parametrize(("knows", "tie"), [(f"tara {c}", tie) for c, tie in TIE.items()])
def test_the_closer_they_are_the_likelier_the_target_moves(knows: str, tie: float) -> None:
    expected = sigmoid(log(1 / 3) + 1.2 * (tie - 0.4) + 0.3)
    assert ben("last_contact: 2000-01-01", knows=knows).p_move == pytest.approx(expected)


def test_an_ungraded_or_inferred_tie_counts_as_an_acquaintance() -> None:
    expected = sigmoid(log(1 / 3) + 1.2 * (0.35 - 0.4) + 0.3)
    assert ben(knows="tara").p_move == pytest.approx(expected)
    crew = "groups: [team/x 1990-2000]"
    expected = sigmoid(log(1 / 3) + 1.2 * (0.35 - 0.4) + 0.6 * 0.8 + 0.3)
    assert ben(crew, knows="", tara=crew).p_move == pytest.approx(expected)


@pytest.mark.parametrize(("standing", "q"), [("tara 0", 0), ("tara 1", 1), ("tara 0.8", 0.8)])
def test_standing_with_the_target_counts(standing: str, q: float) -> None:
    expected = sigmoid(log(1 / 3) + 1.2 * (0.6 - 0.4) + 0.3 + 0.8 * (q - 0.5))
    assert ben(f"standing: [noor 0.1, {standing}]").p_move == pytest.approx(expected)


def test_standing_with_others_does_not() -> None:
    assert ben("standing: [noor 1]").p_move == ben().p_move


def independence(facts: str = "", knows: str = "tara 3", ana: str = "") -> float:
    """Return D of ben where ana introduced me before."""
    files = people("me tara ben ana noor", me="me: true", ana=ana, ben=f"knows: [{knows}]\n{facts}")
    files["intros/a.md"] = intro("2026-09-01 introduced")
    found = candidate_of(files, "ben", TODAY)
    (term,) = [term.value for term in found.terms if term.name == "independence"]
    expected = sigmoid(log(1 / 3) + 1.2 * (0.6 - 0.4) + 0.3 * term)
    assert found.p_move == pytest.approx(expected)
    return term


def test_who_comes_from_another_corner_counts_more() -> None:
    crew = "groups: [employer/x 1990-1991]"
    later = "groups: [employer/x 2009-]"
    faith = "groups: [faith/x]"
    assert independence() == 1
    assert independence(crew, ana=later) == 0.5
    assert independence(knows="tara 3, ana 1?") == 0.5
    assert independence(ana="knows: [ben 1]") == 0.5
    assert independence(crew, knows="tara 3, ana 2", ana=later) == 0
    assert independence(faith, ana=faith) == 1


def test_without_an_earlier_introducer_everybody_is_from_another_corner() -> None:
    assert [t.value for t in ben().terms if t.name == "independence"] == [1]


def test_those_who_passed_are_earlier_introducers_too() -> None:
    files = people("me tara ben ana", me="me: true", ben="knows: [tara 3, ana 2]")
    files["intros/a.md"] = intro("2026-09-01 asked\n2026-09-02 passed")
    terms = candidate_of(files, "ben", TODAY).terms
    assert [term.value for term in terms if term.name == "independence"] == [0.5]


def test_value_is_the_product_less_the_load() -> None:
    asked = {"n": intro("2026-09-01 asked\n2026-09-02 introduced", introducer="ben", target="noor")}
    found = ben("closeness: 4", **asked)
    assert found.load == pytest.approx(0.15)
    assert found.p == pytest.approx(found.p_ask * found.p_know * found.p_move)
    assert found.value == pytest.approx(found.p * 0.85)


def test_the_band_rests_on_the_product_and_an_inferred_tie_is_never_strong() -> None:
    strong = "closeness: 5\nlast_contact: 2026-11-20\nstanding: [tara 1]"
    assert ben(strong, knows="tara 5").band == "strong"
    assert ben("closeness: 4", knows="tara 3").band == "likely"
    assert ben("closeness: 1", knows="tara 1").band == "long shot"
    circles = "\ngroups: [team/x 2000-2020, unit/y 2000-2020, practice/z 2000-2020]"
    found = ben(strong + circles, knows="", tara=circles)
    assert found.p >= 0.25
    assert (found.band, found.ask_first) == ("likely", True)


def test_settings_may_change_every_number() -> None:
    settings = settings_of("[score]\nbase_ask = 0.5\ntie_ask = 0\nhearsay = 0.5\nstrong = 0.01\n")
    files = people("me tara ben", me="me: true", ben="knows: [tara 3?]")
    found = candidate_of(files, "ben", TODAY, settings)
    assert [found.p_ask, found.p_know] == pytest.approx([0.5, 0.475])
    assert found.band == "strong"

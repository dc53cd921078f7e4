"""What other programs read: JSON, GitHub, GitLab and SARIF."""

import json
import re
from typing import Any

import pytest
from msgspec.structs import replace

from site_builder.reporting.envelope import envelope
from site_builder.reporting.format import FORMATS
from site_builder.reporting.github import github
from site_builder.reporting.gitlab import gitlab
from site_builder.reporting.sarif import sarif
from site_builder.source import Span

from .findings import NESTED, NO_GOAL, TYPO, report

WORST = replace(
    TYPO, path='intros/a b,c:d%\n\u202e"ü.md', message="50%\r\n::error::x, y: \x1b", help="a\nb%"
)


def test_the_envelope_is_that_of_the_contract() -> None:
    assert json.loads(envelope(report(TYPO, data={"pages": 61}))) == {
        "schema": 1,
        "tool": "doorstep",
        "version": "0.1.0",
        "as_of": "2026-11-22",
        "data": {"pages": 61},
        "diagnostics": [
            {
                "id": "unknown-contact",
                "severity": "error",
                "message": 'no contact has the id "sam-okafr"',
                "path": "intros/2026-09-28-tara-via-sam.md",
                "line": 3,
                "column": 13,
                "end_line": 3,
                "end_column": 22,
                "help": 'did you mean "sam-okafor" (contacts/sam-okafor.md)?',
            }
        ],
    }


def test_the_envelope_keeps_lists_and_an_empty_answer() -> None:
    assert json.loads(envelope(report(data=[])))["data"] == []
    assert json.loads(envelope(report()))["data"] == {}
    assert '"title": "Tür"' in envelope(report(data={"title": "Tür"}))


def test_every_json_keeps_hostile_values_and_hides_nothing() -> None:
    for show in (envelope, gitlab, sarif):
        document = show(report(WORST))
        json.loads(document)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", document)
    (item,) = json.loads(envelope(report(WORST)))["diagnostics"]
    assert (item["path"], item["message"]) == (WORST.path, WORST.message)


def test_github_gets_commands_with_errors_first() -> None:
    error, warning, notice = github(report(NESTED, NO_GOAL, TYPO)).splitlines()
    assert error == (
        "::error file=intros/2026-09-28-tara-via-sam.md,line=3,endLine=3,col=13,endColumn=22,"
        'title=unknown-contact::no contact has the id "sam-okafr"'
        '%0Ahelp: did you mean "sam-okafor" (contacts/sam-okafor.md)?'
    )
    assert warning == (
        "::warning file=intros/2026-09-28-tara-via-sam.md,line=1,endLine=1,col=1,endColumn=1,"
        "title=no-goal::the introduction has no goal"
    )
    assert notice == (
        "::notice file=contacts/tara.md,line=12,endLine=12,col=15,endColumn=22,"
        "title=unquoted-link::a link without quotes is a nested list to other programs"
        '%0Ahelp: write "[[ben]]"'
    )


def test_github_gets_no_columns_of_a_span_over_lines() -> None:
    line = github(report(replace(TYPO, span=Span(3, 5, 7, 2))))
    assert "line=3,endLine=7,title=" in line


def test_github_cannot_be_given_a_second_command() -> None:
    (line,) = github(report(WORST)).splitlines()
    assert line == (
        '::error file=intros/a b%2Cc%3Ad%25\\u000a\\u202e"ü.md,line=3,endLine=3,col=13,'
        "endColumn=22,title=unknown-contact::50%25\\u000d\\u000a::error::x, y: \\u001b"
        "%0Ahelp: a\\u000ab%25"
    )


def test_gitlab_gets_a_code_quality_report() -> None:
    (found,) = json.loads(gitlab(report(TYPO)))
    fingerprint = found.pop("fingerprint")
    assert re.fullmatch("[0-9a-f]{64}", fingerprint)
    assert found == {
        "description": 'no contact has the id "sam-okafr"; '
        'did you mean "sam-okafor" (contacts/sam-okafor.md)?',
        "check_name": "unknown-contact",
        "severity": "major",
        "location": {
            "path": "intros/2026-09-28-tara-via-sam.md",
            "lines": {"begin": 3, "end": 3},
        },
    }
    levels = [found["severity"] for found in json.loads(gitlab(report(TYPO, NO_GOAL, NESTED)))]
    assert levels == ["info", "minor", "major"]


def fingerprints(*findings: Any) -> list[str]:
    return [found["fingerprint"] for found in json.loads(gitlab(report(*findings)))]


def test_a_fingerprint_survives_new_lines_above() -> None:
    moved = replace(TYPO, span=Span(30, 13, 30, 22))
    assert fingerprints(TYPO) == fingerprints(moved)


def test_fingerprints_tell_findings_apart() -> None:
    again = replace(TYPO, span=Span(9, 13, 9, 22))
    other = replace(TYPO, message="something else")
    elsewhere = replace(TYPO, path="intros/other.md")
    found = fingerprints(TYPO, again, other, elsewhere, NO_GOAL)
    assert len(set(found)) == 5
    assert fingerprints(TYPO, again)[0] == fingerprints(TYPO)[0]


def test_sarif_has_the_shape_of_2_1_0() -> None:
    log = json.loads(sarif(report(NESTED, NO_GOAL, TYPO, replace(TYPO, span=Span(9, 1, 10, 3)))))
    check_sarif(log)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["no-goal", "unknown-contact", "unquoted-link"]
    assert [found["level"] for found in run["results"]] == ["note", "warning", "error", "error"]
    assert run["results"][2]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {
                    "uri": "intros/2026-09-28-tara-via-sam.md",
                    "uriBaseId": "%SRCROOT%",
                },
                "region": {
                    "startLine": 3,
                    "startColumn": 13,
                    "endLine": 3,
                    "endColumn": 22,
                    "snippet": {"text": "sam-okafr"},
                },
            }
        }
    ]


def check_sarif(log: Any) -> None:
    """Check what the schema of SARIF 2.1.0 demands of the parts we use."""
    assert log.keys() == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    for run in log["runs"]:
        assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
        driver = run["tool"]["driver"]
        assert isinstance(driver["name"], str)
        assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
        assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
        for found in run["results"]:
            assert driver["rules"][found["ruleIndex"]]["id"] == found["ruleId"]
            assert found["level"] in {"none", "note", "warning", "error"}
            assert found["message"]["text"]
            assert all(isinstance(name, str) for name in found["partialFingerprints"].values())
            for place in found["locations"]:
                check_place(place["physicalLocation"])


def check_place(place: Any) -> None:
    """Check one location: a relative URI reference and a region that goes forward."""
    uri = place["artifactLocation"]["uri"]
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    region = place["region"]
    assert all(region[key] >= 1 for key in ("startLine", "startColumn", "endLine", "endColumn"))
    start = (region["startLine"], region["startColumn"])
    assert start <= (region["endLine"], region["endColumn"])


def test_sarif_writes_any_path_as_a_uri() -> None:
    log = json.loads(sarif(report(WORST, replace(TYPO, path="contacts/\\xe9\udc80.md"))))
    check_sarif(log)
    uris = [
        found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for found in log["runs"][0]["results"]
    ]
    assert "intros/a%20b%2Cc%3Ad%25%0A%E2%80%AE%22%C3%BC.md" in uris


def test_sarif_without_findings_is_a_clean_run() -> None:
    log = json.loads(sarif(report()))
    check_sarif(log)
    assert log["runs"][0]["results"] == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_the_same_for_the_same_findings_in_any_order(name: str) -> None:
    findings = [NESTED, NO_GOAL, TYPO]
    shown = FORMATS[name](report(*findings))
    assert FORMATS[name](report(*reversed(findings))) == shown
    assert shown.endswith("\n")


def test_the_formats_are_those_of_the_manual() -> None:
    assert list(FORMATS) == ["text", "concise", "json", "github", "gitlab", "sarif"]

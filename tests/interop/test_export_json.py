"""`build export json`: everything that the files say, in one document."""

import json

from site_builder.interop.records import Introduction, Person
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS
from tests.support.commands import Commands

from .every_key import FILES


def test_the_envelope_is_that_of_all_json(keys: Commands) -> None:
    result = keys("export", "json")
    document = result.json
    assert result.code == 0
    assert [*document] == ["schema", "tool", "version", "as_of", "data", "diagnostics"]
    assert (document["schema"], document["as_of"]) == (1, "2026-11-22")
    assert document["diagnostics"][0].keys() >= {"id", "severity", "path", "line", "help"}
    assert "3 contacts, 1 introduction\n" in result.err


def test_a_contact_tells_every_key_of_its_file(keys: Commands) -> None:
    data = keys("export", "json").json["data"]
    (tara,) = (one for one in data["contacts"] if one["id"] == "tara")
    wanted = {
        "path": "contacts/tara.md",
        "name": "Tara Lindqvist",
        "called": "Tare",
        "aliases": ["TL"],
        "email": ["t@x.example", "tara@x.example"],
        "phone": ["+47 22 33"],
        "closeness": 2,
        "last_contact": "2026-01-02",
        "last_exchange": "2026-09-20",
        "cadence": "3m",
        "met_on": "2019-05",
        "introduced_by": "sam",
        "ask": "sparingly",
        "standing": [{"contact": "sam", "weight": 0.8}],
        "visibility": ["private"],
        "ignore": [{"check": "unknown-tie", "reason": "met today"}],
        "more": {"x_pets": ["cat", "dog"]},
        "notes": "Likes short mails.\none question, says Sam Okafor",
        "log": [{"date": "2026-06-03", "word": "call", "text": "about [[sam|Sam]]"}],
        "groups": [
            {
                "circle": "team/rowing",
                "from": 2009,
                "to": 2012,
                "still": False,
                "text": "first eight",
            },
            {"circle": "employer/x", "from": 2019, "to": None, "still": True, "text": ""},
        ],
    }
    assert {key: tara[key] for key in wanted} == wanted


def test_ties_and_circles_stand_in_lists_of_their_own(keys: Commands) -> None:
    data = keys("export", "json").json["data"]
    assert data["ties"] == [
        {"from": "tara", "to": "sam", "closeness": 4, "hearsay": True, "text": "shared a lab"},
        {"from": "tara", "to": "me", "closeness": None, "hearsay": False, "text": ""},
    ]
    assert data["circles"][1] == {
        "id": "team/rowing",
        "kind": "team",
        "name": "Rowing",
        "size": 2,
        "members": ["tara"],
    }


def test_an_introduction_tells_its_events_its_thread_and_where_that_stands(
    keys: Commands,
) -> None:
    data = keys("export", "json").json["data"]
    (intro,) = data["intros"]
    wanted = {
        "id": "t",
        "thread": "tara--hiring",
        "target": "tara",
        "introducer": "sam",
        "requester": None,
        "deadline": "2026-12-15",
        "pursuit": "Hiring",
        "next": {"date": "2026-12-01", "text": "write again"},
        "events": [
            {"date": "2026-09-01", "event": "asked", "until": None, "text": ""},
            {
                "date": "2026-09-20",
                "event": "scheduled",
                "until": "2026-10-01",
                "text": "at noon",
            },
        ],
    }
    assert {key: intro[key] for key in wanted} == wanted
    (thread,) = data["threads"]
    assert (thread["thread"], thread["state"]) == ("tara--hiring", "unconfirmed")
    assert data["me"] == "me"


def test_no_key_of_the_format_is_forgotten() -> None:
    told = {*Person.__struct_fields__, "knows"}  # ties stand in a list of their own
    assert set(CONTACT_FIELDS) - told == set()
    assert set(INTRO_FIELDS) - set(Introduction.__struct_fields__) == set()
    assert {*CONTACT_FIELDS, "thought"} - told == {"thought"}


def test_drafts_are_taken_in_as_in_a_build(keys: Commands) -> None:
    def ids(*words: str) -> list[str]:
        return [one["id"] for one in keys("export", "json", *words).json["data"]["contacts"]]

    assert ids() == ["me", "sam", "tara"]
    assert ids("--drafts") == ["me", "sam", "tara", "zed"]


def test_what_nobody_sees_is_escaped_and_kept(keys: Commands) -> None:
    odd = "Ta\u202era \u200b\U000e0041"
    keys.write({"contacts/tara.md": f"---\nname: {odd}\n---\n"})
    result = keys("export", "json")
    assert not {"\u202e", "\u200b", "\U000e0041"} & set(result.out)
    assert odd in [one["name"] for one in result.json["data"]["contacts"]]


def test_the_same_vault_gives_the_same_bytes(keys: Commands) -> None:
    first = keys("export", "json").out
    assert keys("export", "json", "--jobs", "2").out == first
    assert json.loads(first)["version"] == "0.1.0"


def test_an_audience_reads_no_findings_and_no_key_it_may_not_see(keys: Commands) -> None:
    shown = {
        path: text.replace("---\n", "---\nvisibility: team\n", 1) for path, text in FILES.items()
    }
    team = '[audiences.team]\nshow = ["contacts"]\nfields = ["name"]\n'
    keys.write({**shown, "doorstep.toml": team})
    document = keys("export", "json", "--audience", "team").json
    assert document["diagnostics"] == []
    assert keys("export", "json").json["diagnostics"] != []
    data = document["data"]
    assert (data["intros"], data["threads"], data["ties"], data["circles"]) == ([], [], [], [])
    (tara,) = (one for one in data["contacts"] if one["id"] == "tara")
    kept = {key: value for key, value in tara.items() if value not in ("", [], None, {}, False)}
    assert kept == {"id": "tara", "path": "contacts/tara.md", "name": "Tara Lindqvist"}

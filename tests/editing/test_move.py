"""A note gets another id: what a user wrote, and what stands there afterwards."""

from tests.editing.friends import FILES, FRIEND, INTRO, PATH, SAM, TARA, texts
from tests.support.commands import Commands

SAM_AFTER = """\
---
name: Sam Okafor
introduced_by: "[[eva-moen|Tara]]"   # long ago
knows:
- eva-moen 4 rowed, "tara" to friends
- '[[ben]] 3'
standing:
  - "[[eva-moen]] 0.8"
---

Met by [[eva-moen#Log|her]], [[Tara Lindqvist]] and [[Tara L]]; ![[eva-moen]].
A [way](../eva-moen.md#log "her note") and a way [by tara.md](<../eva-moen.md>).

| who | where |
|---|---|
| [[eva-moen\\|T]] | x |

Code: `[[tara]]`, and %% a comment [[tara]] %% then [[eva-moen]].

## Log

- 2026-01-02: %% [[tara]] %% coffee with [[eva-moen]]
  and [[contacts/eva-moen.md|her]] again
- 2026-01-03: [[eva-moen]], `[[eva-moen]]`
"""


def test_a_contact_is_renamed_wherever_it_is_named_by_its_id(friends: Commands) -> None:
    result = friends("mv", "Tara L", "eva-moen")
    assert result.code == 0, result.err
    intro = INTRO.replace("contacts/tara.md", "contacts/eva-moen.md").replace(
        "[tara]", "[eva-moen]"
    )
    assert texts(friends) == {
        "contacts/me.md": FILES["contacts/me.md"].replace("[[tara]]", "[[eva-moen]]"),
        "contacts/eva-moen.md": TARA.replace("[[tara]]", "[[eva-moen]]").replace(
            "(tara.md)", "(eva-moen.md)"
        ),
        FRIEND: SAM_AFTER,
        "contacts/ben.md": FILES["contacts/ben.md"],
        PATH: intro,
    }
    assert f"{FRIEND}:5:3: tara -> eva-moen" in result.out.splitlines()
    assert f"note: {FRIEND}:18:10 stays as it is: no link is read there" in result.err
    assert friends("mv", "eva-moen", "contacts/tara.md").code == 0
    assert texts(friends) == FILES


def test_an_introduction_is_renamed_likewise(friends: Commands) -> None:
    result = friends("mv", "2026-01-tara-via-sam", "tara-by-sam")
    assert result.code == 0, result.err
    after = texts(friends)
    assert after.pop("intros/tara-by-sam.md") == INTRO.replace(
        "2026-01-tara-via-sam", "tara-by-sam"
    )
    assert after == {path: text for path, text in FILES.items() if path != PATH}


def test_a_note_goes_to_another_folder_and_ways_from_and_to_it_follow(friends: Commands) -> None:
    friends.write(
        {
            FRIEND: SAM + "\n![boat](../../attachments/boat.png) [Ben](../ben.md) ![[x.png]]\n",
            "contacts/ben.md": "---\nname: Ben\n---\n\nSee [Sam](friends/sam.md) and [[sam]].\n",
        }
    )
    friends.write({"attachments/boat.png": ""})
    result = friends("mv", "sam", "contacts/")
    assert result.code == 0, result.err
    after = texts(friends)
    assert after["contacts/ben.md"].endswith("See [Sam](sam.md) and [[sam]].\n")
    assert "![boat](../attachments/boat.png) [Ben](ben.md) ![[x.png]]" in after["contacts/sam.md"]
    assert '[way](tara.md#log "her note")' in after["contacts/sam.md"]
    result = friends("mv", "sam", "contacts/friends/sam.md")
    assert result.code == 0, result.err
    assert "[Sam](friends/sam.md)" in texts(friends)["contacts/ben.md"]
    assert friends("mv", "sam", "contacts/rowing club/").code == 0
    assert "[Sam](rowing%20club/sam.md)" in texts(friends)["contacts/ben.md"]
    assert friends("check").code == 0


def test_faults_elsewhere_and_words_that_only_look_like_the_id_are_no_hindrance(
    friends: Commands,
) -> None:
    other = "---\nname: Zoë\nemail: none\nclosness: 9\ngoal: see tara\n---\n\nTara, tara-x.\n"
    friends.write({"contacts/zoe.md": other, "contacts/tara-x.md": "no front matter; tara\n"})
    assert friends("mv", "tara", "eva").code == 0
    assert texts(friends)["contacts/zoe.md"] == other
    assert texts(friends)["contacts/tara-x.md"] == "no front matter; tara\n"


def test_of_two_files_with_one_id_the_one_that_nobody_finds_can_be_renamed(
    friends: Commands,
) -> None:
    friends.write({"contacts/z/tara.md": "---\nname: Other Tara\n---\n"})
    assert friends("check").code == 1
    assert "type contacts/tara.md or contacts/z/tara.md" in " ".join(
        friends("mv", "tara", "eva").err.split()
    )
    result = friends("mv", "contacts/z/tara.md", "other-tara")
    assert result.code == 0, result.err
    assert result.out == "contacts/z/tara.md -> contacts/z/other-tara.md\n"
    assert friends("check").code == 0


def test_two_spokes_of_one_day_keep_their_order(friends: Commands) -> None:
    asked = "---\ntarget: ben\nintroducer: {}\ngoal: Tea\n---\n\n## Log\n\n- 2026-02-01 {}\n"
    friends.write(
        {
            "intros/a.md": asked.format("sam", "introduced"),
            "intros/b.md": asked.format("tara", "asked"),
        }
    )
    result = friends("mv", "a", "c")
    assert result.code == 1
    assert 'told in the order of their names, and the thread "ben" would stand' in result.err
    assert friends("mv", "a", "a2").code == 0


def test_the_case_of_an_id_can_change(friends: Commands) -> None:
    assert friends("mv", "tara", "Tara").code == 0
    assert "- Tara 4 rowed" in texts(friends)[FRIEND]
    assert "contacts/Tara.md" in texts(friends)

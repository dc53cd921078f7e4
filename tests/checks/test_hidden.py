"""What is said of a vault that an audience sees in part."""

from datetime import date

import pytest

from site_builder.source import Source

from .vault_check import check_files, text_of

SETTINGS = '[audiences.team]\nshow = ["contacts", "intros", "body", "log"]\nfields = [{}]\n'
FIELDS = '"name", "role", "knows", "goal", "x_note", "introduced_by"'
DANA = "---\nname: Dana Roy\naliases: [Boss]\n---\n"
SEEN = "---\nname: Tara Lind\nvisibility: [team]\n{}\n---\n"


def said(files: dict[str, str], fields: str = FIELDS, audience: str = "team") -> str:
    texts = {"doorstep.toml": SETTINGS.format(fields), "contacts/dana.md": DANA, **files}
    sources = [Source(path, text.encode()) for path, text in texts.items()]
    return text_of(
        one for one in check_files(sources, date(2026, 11, 22), audience) if "hidden" in one.id
    )


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("role: works for Dana Roy", "4:17"),
        ('x_note: "ask the Boss"', "4:18"),
        ("x_note:\n  - one\n  - Dana Roy", "6:5"),
        ("knows: [sam 3 through Dana Roy]", "4:23"),
    ],
)
def test_a_hidden_name_is_found_at_its_place(line: str, place: str) -> None:
    files = {"contacts/sam.md": SEEN.format(""), "contacts/tara.md": SEEN.format(line)}
    assert said(files).startswith(f"contacts/tara.md:{place}: error[hidden-name]")
    assert said(files, audience="private") == ""
    assert said(files, fields='"name"') == ""


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("About Dana Roy.", "7:7"),
        ("# Him\n\n*Dana* **Roy**", "9:2"),
        ("[him](https://x.example/dana/roy)", "7:25"),
        ("%% Dana Roy %%\n\n## Log\n\n- 2026-01-01: saw Boss", "11:19"),
        ("[[tara|Dana Roy]]", "7:8"),
        ("&#68;ana Roy", "6:1"),
        ("[him](https://x.example/Dana%20Roy)", "7:25"),
        ("%% Dana Roy %% and Dana Roy", "7:20"),
    ],
)
def test_a_hidden_name_in_the_body_is_found(body: str, place: str) -> None:
    files = {"contacts/tara.md": f"{SEEN.format('')}\n{body}\n"}
    found = said(files)
    assert found.startswith(f"contacts/tara.md:{place}: error[hidden-name]"), found


def test_a_hidden_name_in_the_name_of_a_circle_is_found_once() -> None:
    circle = '[groups."team/x"]\nname = "Friends of Dana Roy"\n'
    settings = {"doorstep.toml": SETTINGS.format(FIELDS + ', "groups"') + circle}
    files = {
        f"contacts/{who}.md": SEEN.format("groups: [team/a, team/x]") for who in ("ben", "tara")
    }
    found = said(files | settings)
    assert found.startswith("contacts/ben.md:4:18: error[hidden-name]")
    assert found.count("error") == 1
    assert said(files | settings, audience="private") == ""
    assert said(files | {"doorstep.toml": SETTINGS.format(FIELDS) + circle}) == ""


@pytest.mark.parametrize(
    "body", ["%% Dana Roy %%", "A rope around the boss.", "Danas Royal", "Tara Lind"]
)
def test_what_is_no_hidden_name_is_let_pass(body: str) -> None:
    assert said({"contacts/tara.md": f"{SEEN.format('')}\n{body}\n"}) == ""


def test_a_name_that_somebody_visible_bears_is_no_hidden_name() -> None:
    other = SEEN.format("").replace("Tara Lind", "Boss Lind")
    files = {"contacts/tara.md": f"{SEEN.format('')}\nBoss said so.\n"}
    assert '"Boss"' in said(files)
    assert said(files | {"contacts/boss.md": other}) == ""


def test_what_somebody_hidden_is_called_is_a_hidden_name_too() -> None:
    files = {"contacts/tara.md": f"{SEEN.format('')}\nBob said so.\n"}
    hidden = {"contacts/bob.md": "---\nname: Robert Hale\ncalled: Bob\n---\n"}
    assert said(files) == ""
    assert '"Bob"' in said(files | hidden)
    shown = {"contacts/bob.md": SEEN.format("called: Bob")}
    assert said(files | shown, fields=FIELDS + ', "called"') == ""
    assert '"Bob"' in said(files | shown)


def test_a_name_without_blanks_is_found_among_words_and_not_within_a_visible_one() -> None:
    files = {
        "contacts/tara.md": SEEN.replace("Tara Lind", "田中花子").format("role: 花子です"),
        "contacts/hanako.md": "---\nname: 花子\n---\n",
        "contacts/taro.md": "---\nname: 山田 太郎\n---\n",
    }
    assert said(files) == ""
    body = "\n## Log\n\n- 2026-01-01: 昨日山田太郎と会った\n"
    found = said(files | {"contacts/tara.md": files["contacts/tara.md"] + body})
    assert found.startswith("contacts/tara.md:9:17: error[hidden-name]"), found
    assert '"山田太郎"' in found


def test_an_address_that_the_audience_does_not_see_is_a_hidden_name_too() -> None:
    files = {
        "contacts/tara.md": SEEN.format("email: t@lind.example") + "\nMail to t@lind.example\n"
    }
    assert '"t@lind.example"' in said(files)
    assert said(files, fields=FIELDS + ', "email"') == ""


def test_a_hidden_name_in_the_name_of_an_introduction_is_found_at_its_first_line() -> None:
    intro = "---\ntarget: tara\nintroducer: sam\nvisibility: [team]\n---\n"
    hidden = {"contacts/dana.md": DANA, "contacts/dana-roy.md": "---\nname: X\n---\n"}
    files = {"contacts/sam.md": SEEN.format(""), "contacts/tara.md": SEEN.format("")}
    found = said(hidden | files | {"intros/2026-dana-roy.md": intro})
    assert found.startswith(
        'intros/2026-dana-roy.md:1:1: error[hidden-name]: team would read "dana-roy"'
    )


@pytest.mark.parametrize(("line", "body"), [("introduced_by: dana", ""), ("", "[[dana]]")])
def test_a_name_that_the_audience_takes_for_somebody_else_is_an_error(line: str, body: str) -> None:
    alias = SEEN.format("aliases: [dana]")
    files = {"contacts/tara.md": f"{SEEN.format(line)}\n{body}\n", "contacts/sam.md": alias}
    found = said(files, fields=FIELDS + ', "aliases"')
    assert 'error[hidden-name]: team would take "dana" for sam' in found
    assert said(files, fields='"aliases"' if line else '"introduced_by"') == (
        "" if line else said(files)
    )


def test_an_introduction_is_lost_with_its_people_and_says_so_once() -> None:
    intro = "---\ntarget: dana\nintroducer: dana2\ngoal: tea\nvisibility: [team]\n---\n"
    files = {"contacts/dana2.md": DANA.replace("Boss", "B"), "intros/one.md": intro}
    assert said(files).startswith("intros/one.md:2:9: warning[hidden-reference]: team does not see")
    assert said(files).count("warning") == 1


def test_an_introduction_to_nobody_is_another_checks_business() -> None:
    intro = "---\nintroducer: dana\nvisibility: [team]\n---\n".replace("dana", "tara")
    files = {"contacts/tara.md": SEEN.format(""), "intros/one.md": intro}
    assert said(files) == ""


def test_a_person_by_a_name_that_is_not_shown_is_called_by_the_id() -> None:
    files = {
        "contacts/tara.md": SEEN.format("aliases: [T]"),
        "contacts/sam.md": SEEN.format("knows: [T 3]"),
    }
    assert said(files).endswith('team does not know anybody as "T"\nhelp: write tara\n')
    assert said(files, fields=FIELDS + ', "aliases"') == ""


def test_a_tie_to_somebody_hidden_is_left_out_without_a_word() -> None:
    assert said({"contacts/tara.md": SEEN.format("knows: [dana 3]")}) == ""


HIDDEN_SAM = "---\nname: {}\n---\n"
TIES = {"contacts/sam.md": SEEN.format("").replace("Tara Lind", "Sam Holm")}


@pytest.mark.parametrize("name", ["sam okafor", "sam van den berg"])
def test_a_tie_that_the_audience_reads_as_one_to_somebody_else_is_an_error(name: str) -> None:
    hidden = {f"contacts/{name}.md": HIDDEN_SAM.format("Who")}
    files = TIES | {"contacts/tara.md": SEEN.format(f"knows: [{name}]")}
    found = said(files | hidden)
    cure = f'write "[[{name}]]"'
    assert found == (
        f'contacts/tara.md:4:9: error[hidden-name]: team would take "{name}" for sam, '
        f"as it does not see whom you mean\nhelp: {cure}\n"
    )
    assert said(files) == ""
    mended = SEEN.format(f"knows: [{cure.removeprefix('write ')}]")
    assert said(files | hidden | {"contacts/tara.md": mended}) == ""


def test_a_tie_that_is_none_to_the_audience_tells_nobody_hidden() -> None:
    files = TIES | {"contacts/tara.md": SEEN.format("knows: [Sam Okafor from work]")}
    assert said(files | {"contacts/sam okafor.md": HIDDEN_SAM.format("Who")}) == ""


@pytest.mark.parametrize("line", ["sam okafor", "sam okafor from work", "sam 3 okafor"])
def test_a_hidden_name_that_begins_with_whom_a_tie_names_is_an_error(line: str) -> None:
    hidden = {"contacts/sam-okafor.md": HIDDEN_SAM.format("Sam Okafor")}
    files = TIES | {"contacts/tara.md": SEEN.format(f"knows: [{line}]")}
    found = said(files | hidden)
    assert found.startswith("contacts/tara.md:4:9: error[hidden-name]: team would read")
    assert found.count("error") == 1
    assert said(files) == said(files | hidden, fields='"name"') == ""
    mended = SEEN.format("knows: [sam-okafor]")
    assert said(files | hidden | {"contacts/tara.md": mended}) == ""


@pytest.mark.parametrize("cure", ["sam 3 Kollege", '"[[sam]] Kollege"'])
def test_a_tie_that_is_none_to_the_audience_says_so(cure: str) -> None:
    line = SEEN.format("knows: [sam Kollege]")
    found = said(TIES | {"contacts/tara.md": line})
    assert found == (
        "contacts/tara.md:4:9: warning[hidden-reference]: team does not see this tie, as more than "
        '"sam" may be the name\nhelp: say how well they know each other, like "sam 3", '
        'or write "[[sam]]"\n'
    )
    assert said(TIES | {"contacts/tara.md": SEEN.format(f"knows: [{cure}]")}) == ""

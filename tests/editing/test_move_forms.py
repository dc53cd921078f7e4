"""The forms in which a note may be named: each is changed as it stands, or refused."""

import pytest

from tests.editing.friends import texts
from tests.support.commands import Commands


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("knows: tara", "knows: eva"),
        ("knows: [tara 3, Tara Lindqvist 2]", "knows: [eva 3, Tara Lindqvist 2]"),
        ("knows:\r\n  - tara 3\r", "knows:\r\n  - eva 3\r"),
        ('knows: ["tara 3"]', 'knows: ["eva 3"]'),
        ("knows: ['[[tara|Tara]] 3']", "knows: ['[[eva|Tara]] 3']"),
        ('knows: [ "[[ tara ]] 3?" ] # tara', 'knows: [ "[[ eva ]] 3?" ] # tara'),
        ("introduced_by: TARA", "introduced_by: eva"),
        ("introduced_by: Tara L", "introduced_by: Tara L"),
        ("introduced_by: contacts/tara.md", "introduced_by: contacts/eva.md"),
        ('introduced_by: "[[tara.md#Log]]"', 'introduced_by: "[[eva.md#Log]]"'),
        ("introduced_by: [[tara]]", "introduced_by: [[eva]]"),
        ("standing: [tara 0.5]", "standing: [eva 0.5]"),
        ("strangers: [tara, sam]", "strangers: [eva, sam]"),
    ],
)
def test_every_form_of_a_reference_is_known(friends: Commands, before: str, after: str) -> None:
    text = "---\nname: Zoë 🚪\n{}\n---\n"
    (friends.root / "contacts/zoe.md").write_bytes(text.format(before).encode())
    assert friends("mv", "tara", "eva").code == 0
    assert (friends.root / "contacts/zoe.md").read_bytes() == text.format(after).encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[[tara]]: x", "[[eva]]: x"),
        ("[[ tara |T ]]", "[[ eva |T ]]"),
        ("[[tara|tara]], [[tara|Tara]]", "[[eva|eva]], [[eva|Tara]]"),
        ("[[Tara L|tara]]", "[[Tara L|tara]]"),
        ("[[tara|my tara]]", "[[eva|my tara]]"),
        ("[tara.md](tara.md)", "[eva.md](eva.md)"),
        ("[x](tara.md) [y](tara.md)", "[x](eva.md) [y](eva.md)"),
        ("[a\nb](./tara.md#l 'x')", "[a\nb](./eva.md#l 'x')"),
        ("![x]( tara.md )", "![x]( eva.md )"),
        ("> - [ ] [[tara]] *[[tara]]*", "> - [ ] [[eva]] *[[eva]]*"),
        ("[[[tara]]] [x][[tara]]", "[[[eva]]] [x][[eva]]"),
        ("a [x](%74ara.md)", "a [x](eva.md)"),
        ("a [x](intros/tara.md) [[intros/tara]]", "a [x](intros/tara.md) [[intros/tara]]"),
        ("https://x.example/tara.md <a@tara.md>", "https://x.example/tara.md <a@tara.md>"),
        ("`[[tara]]` <!-- [[tara]] --> tara", "`[[tara]]` <!-- [[tara]] --> tara"),
        (
            "## Log\n\n- 2026-01-02: [[tara|tara]]\n  `[[tara]]`",
            "## Log\n\n- 2026-01-02: [[eva|eva]]\n  `[[eva]]`",
        ),
    ],
)
def test_every_form_of_a_link_is_known(friends: Commands, before: str, after: str) -> None:
    text = "---\nname: Zoë 🚪\n---\n\n🚪 {}\n"
    friends.write({"contacts/zoe.md": text.format(before).replace("🚪 ## Log", "## Log")})
    result = friends("mv", "tara", "eva")
    assert result.code == 0, result.err
    text = text.format(after).replace("🚪 ## Log", "## Log")
    assert texts(friends)["contacts/zoe.md"] == text


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('---\nname: Zoë\nintroduced_by: "tar\\u0061"\n---\n', "3:16"),
        ("---\nname: Zoë\nknows:\n  - >-\n    tara\n    3\n---\n", "4:5"),
        ("---\nname: Zoë\n---\n\nA [way][t].\n\n[t]: tara.md\n", "5:"),
        ("---\nname: Zoë\n---\n\n[**tara.md**](tara.md)\n", "5:15"),
        ("---\nname: Zoë\n---\n\nSee [[ta%% x %%ra]].\n", "5:7"),
        ("---\nname: Zoë\nknows: [tara 9]\n---\n", "3:9"),
        ("---\nname: Zoë\nintrodced_by: tara\n---\n", "3:15"),
        ("---\nname: Zoë\nknows: [ben 2]\nknows:\n  - tara 3\n---\n", "5:5"),
        ("---\nname: Zoë: x\nknows: [tara]\n---\n", "3:9"),
        ("---\nname: Zoë\n---\n\n## Log\n\n- 2026-13-01: [[tara]]\n", "7:17"),
    ],
)
def test_what_cannot_be_changed_with_certainty_is_refused_with_its_place(
    friends: Commands, text: str, where: str
) -> None:
    friends.write({"contacts/zoe.md": text})
    before = texts(friends)
    result = friends("mv", "tara", "eva")
    assert result.code == 1
    assert result.err.startswith(
        f"build: contacts/tara.md was not renamed: contacts/zoe.md:{where}"
    )
    assert "\nhelp: " in result.err
    assert texts(friends) == before

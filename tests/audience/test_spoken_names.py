"""Names are found in running text as whole words."""

import pytest

from site_builder.audience.spoken_names import SpokenNames


def found(text: str, *names: str) -> list[str]:
    spoken = SpokenNames()
    for name in names:
        spoken.add(name)
    return list(spoken.find(text))


@pytest.mark.parametrize(
    ("name", "text", "result"),
    [
        ("Dana Roy", "lunch with Dana Roy, again", ["Dana Roy"]),
        ("Dana Roy", "DANA  roy and dana-roy", ["DANA  roy", "dana-roy"]),
        ("Dana Roy", "Dana Royal, Bandana Roy, Dana and Roy", []),
        ("dana-roy", "2026-dana-roy-via-sam", ["dana-roy"]),
        ("dana@roy.example", "mailto:Dana@Roy.example?", ["Dana@Roy.example"]),
        ("+46 8 123", "call +46-8-123", ["46-8-123"]),
        ("Will", "Will will, if WILL may", ["Will"]),
        ("may", "may or May", []),
        ("Bo", "Bo", []),
        ("Ana", "Ana, Anabel", ["Ana"]),
        ("…", "… nothing", []),
        ("Zoë Ångström", "ZOË ÅNGSTRÖM", ["ZOË ÅNGSTRÖM"]),
        ("Zo\u00eb Berg", "met Zoe\u0308 Berg", ["Zo\u00eb Berg"]),
        ("Zoe\u0308 Berg", "met Zo\u00eb Berg", ["Zo\u00eb Berg"]),
        ("Dana Roy", "https://x.example/Dana%20Roy/Zo%C3%AB", ["Dana Roy"]),
        ("Zo\u00eb Berg", "https://x.example/Zoe%CC%88+Berg", ["Zo\u00eb+Berg"]),
        ("dana-roy", "https://x.example/dana_roy", ["dana_roy"]),
        ("dana_roy@x.example", "to dana_roy@x.example", ["dana_roy@x.example"]),
        ("Dana Roy", "100% Dana, 50%20 Roy", []),
        ("山田太郎", "昨日山田太郎さんと会った", ["山田太郎"]),
        ("山田 太郎", "昨日山田太郎さんと", ["山田太郎"]),
        ("山田太郎", "山田 太郎（部長）", ["山田 太郎"]),
        ("王芳", "和王芳吃饭", ["王芳"]),
        ("王芳", "王小芳", []),
        ("林", "森林", []),
        ("김민수", "어제 김민수는 서울에", ["김민수"]),
        ("สมชาย ใจดี", "พบสมชาย ใจดีเมื่อวาน", ["สมชาย ใจดี"]),
        ("नेहा", "नेहा से, निहा से", ["नेहा"]),
        ("ليلى حداد", "مع ليلى حداد.", ["ليلى حداد"]),
    ],
)
def test_a_name_is_found_where_it_is_said(name: str, text: str, result: list[str]) -> None:
    assert found(text, name) == result


def test_the_longest_name_at_a_place_is_found() -> None:
    assert found("Dana Roy Berg", "Dana Roy", "Dana Roy Berg") == [
        "Dana Roy Berg",
    ]


def test_many_names_with_one_beginning_are_told_apart() -> None:
    assert found("Dana Lind", "Dana Roy", "Dana Lind", "Dana") == ["Dana Lind"]

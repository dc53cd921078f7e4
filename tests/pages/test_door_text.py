"""Texts of pictures fit their places in every script, whatever fonts the reader has."""

import pytest

from site_builder.pages.picture import width, wrap


def test_text_is_cut_at_words_where_it_can() -> None:
    assert wrap("rowed together for years", 9, lines=2) == ("rowed together", "for years")
    assert wrap("", 9, lines=2) == ()
    cut = wrap("one two three four five six", 4, lines=1)
    assert len(cut) == 1
    assert cut[0].endswith("…")


def test_a_chinese_or_japanese_text_goes_on_in_the_next_line() -> None:
    text = "both in 東京湾漕艇倶楽部・第一エイト会員"
    assert wrap(text, 16, lines=2) == ("both in 東京湾漕艇倶楽部・第一", "エイト会員")
    assert wrap("山本 五郎左衛門", 6, lines=2) == ("山本 五郎左", "衛門")
    assert wrap("残念（山）田", 3, lines=3) == ("残念", "（山）", "田")
    assert wrap("한빛출판 편집장", 6, lines=2) == ("한빛출판", "편집장")
    assert wrap("中", 0.5, lines=2) == ("…",)


@pytest.mark.parametrize(
    ("text", "room", "rows"),
    [
        ("สมาคมพายเรือกรุงเทพ", 6, ("สมาคมพาย", "เรือกรุงเทพ")),
        ("ชมรม สมาคม", 4, ("ชมรม", "สมาคม")),
        ("ကျောင်းသားဟောင်းများအသင်း", 10, ("ကျောင်းသားဟောင်း", "များအသင်း")),
        ("សមាគមទូកក្រុងភ្នំពេញ", 8, ("សមាគមទូកក្រុង", "ភ្នំពេញ")),
    ],
)
def test_a_text_without_blanks_goes_on_in_the_next_line(
    text: str, room: float, rows: tuple[str, ...]
) -> None:
    assert wrap(text, room, lines=2) == rows


def test_a_tamil_first_name_is_whole_in_the_circle_of_a_door() -> None:
    assert wrap("கார்த்திக்", 2 * 44 / (13 * 1.12), lines=2) == ("கார்த்திக்",)


def test_the_dots_of_a_cut_text_stand_where_it_ends() -> None:
    assert wrap("אוניברסיטה", 4, lines=1)[0].endswith("…\u200f")
    assert wrap("שִׁירָה" * 2, 3, lines=1)[0].endswith("…\u200f")
    assert wrap("e\u0301" * 9, 3, lines=1)[0].endswith("…")


def test_combining_marks_take_no_room() -> None:
    assert width("e\u0301") == width("e")
    assert width("शिशु") == width("शिश")
    assert width("👨\u200d👩") == width("👨👩")


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("王小明", 3.0),
        ("김민수", 2.76),
        ("ﾔﾏﾀﾞ", 2.0),
        ("தமிழ்ச்செல்வன் இராமசாமி ஔவையார் ஞானசம்பந்தன்", 29.64),
        ("ಶ್ರೀನಿವಾಸ ರಾಮಚಂದ್ರ ಬಸವರಾಜ್", 12.54),
        ("ഉണ്ണിക്കൃഷ്ണൻ വാസുദേവൻ ജോസഫ്", 18.77),
        ("Մխիթար Գրիգորյան Մամիկոնյան", 17.84),
        ("ጠሐይ ሣህለ ሥላሴ ኧ ፀሓይ", 10.5),
        ("ສົມຊາຍ", 3.31),
        ("🦊🎨", 2.55),
        ("क्षितिज त्रिपाठी", 6.0),
    ],
)
def test_a_text_is_not_thought_narrower_than_fonts_draw_it(text: str, real: float) -> None:
    assert real <= width(text) < 2 * real

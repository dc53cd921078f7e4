"""The headers of mails, whatever their texts hold."""

from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.interop.incoming.mail import MOST_HEADERS, Mail, read_mails
from site_builder.interop.incoming.person import WrongFileError

FIRST = """\
From 1795@x Mon Nov 02 10:00:00 +0000 2026
Date: Mon, 02 Nov 2026 23:30:00 +0000
From: "Sam, Okafor" <Sam@x.example>
To: Mo <mo@x.example>,
 Tara <tara@x.example>
Cc: mo@x.example
Subject: =?utf-8?q?Tara_=3C=3E_Mo=2C_caf=C3=A9?=

From here on nothing is a header.
From: nobody@x.example
>From the text.
From me to you

"""
SECOND = """\
From - Tue Nov  3 10:00:00 2026
Date: Tue, 03 Nov 2026 10:00:00 +0000
From: tara@x.example
To: mo@x.example
In-Reply-To: <1@x>
"""


def mails(text: str) -> list[Mail]:
    found = read_mails(text.encode().splitlines(keepends=True), UTC)
    return [mail for mail in found if isinstance(mail, Mail)]


def test_who_wrote_to_whom_on_which_day() -> None:
    first, second = mails(FIRST + SECOND)
    assert first == Mail(
        line=1,
        day=date(2026, 11, 2),
        sender="sam@x.example",
        to=("mo@x.example", "tara@x.example"),
        subject="Tara <> Mo, café",
        first=True,
        personal=True,
    )
    assert (second.line, second.sender, second.first) == (14, "tara@x.example", False)


def test_one_mail_may_begin_with_any_header_behind_a_byte_order_mark() -> None:
    (mail,) = mails("\ufeffX-Mozilla-Status:0001\n" + SECOND.partition("\n")[2])
    assert mail.sender == "tara@x.example"


def test_a_day_is_that_of_the_time_zone() -> None:
    lines = FIRST.encode().splitlines(keepends=True)
    (mail,) = read_mails(lines, ZoneInfo("Europe/Oslo"))
    assert isinstance(mail, Mail)
    assert mail.day == date(2026, 11, 3)


@pytest.mark.parametrize(
    "parted",
    [
        (FIRST + SECOND)
        .replace("From 1795@x Mon Nov 02 10:00:00 +0000 2026", "From ")
        .replace("From - Tue Nov  3 10:00:00 2026", "From "),  # Thunderbird of today
        FIRST.rstrip("\n") + "\n" + SECOND,  # without the empty line
        (FIRST + SECOND).replace("2026\n", "2026\n>From - Sat Apr 11 10:00:00 2026\n"),
        "From \n" + FIRST.partition("\n")[2].partition("\n\n")[0] + "\n" + SECOND,  # headers alone
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_mails_are_parted_as_programs_part_them(parted: str, end: str) -> None:
    assert [mail.sender for mail in mails(parted.replace("\n", end))] == [
        "sam@x.example",
        "tara@x.example",
    ]


def test_a_text_that_begins_like_a_mail_is_none() -> None:
    text = SECOND + "\nhello\nFrom now on, 2025\n\nFrom now on, in 2025\nhello\n\nFrom \nhello\n"
    assert [*read_mails(text.encode().splitlines(keepends=True), UTC)] == mails(SECOND)


def test_one_mail_without_a_mailbox_is_read_too() -> None:
    text = FIRST.partition("\n")[2]
    assert [mail.sender for mail in mails(text)] == ["sam@x.example"]
    assert [mail.sender for mail in mails("\r\n" + text.replace("\n", "\r\n"))] == ["sam@x.example"]


@pytest.mark.parametrize(
    "header",
    [
        *("List-Id: <l@x>", "List-Unsubscribe: <x>", "List-Post: <x>", "Precedence: Bulk"),
        *("Auto-Submitted: auto-replied", "Precedence: auto_reply", "X-Autoreply: yes"),
        "X-Auto-Response-Suppress: All",
    ],
)
def test_lists_and_machines_are_not_personal(header: str) -> None:
    (mail,) = mails(SECOND + header + "\n")
    assert not mail.personal
    (mail,) = mails(SECOND + "Auto-Submitted: no\n")
    assert mail.personal


@pytest.mark.parametrize("broken", ["Date: soon", "Date: Mon, 99 Nov 2026 10:00:00", "From: Tara"])
def test_a_mail_that_does_not_say_who_or_when_is_passed_over(broken: str) -> None:
    name = broken.partition(":")[0]
    lines = (broken if line.startswith(f"{name}:") else line for line in SECOND.split("\n"))
    assert [*read_mails([f"{line}\n".encode() for line in lines], UTC)] == [1]


@pytest.mark.parametrize("name", ["From", "To"])
@pytest.mark.parametrize("sign", ["a:", "("])
def test_groups_and_brackets_without_end_are_no_address(name: str, sign: str) -> None:
    kept = [line for line in SECOND.split("\n") if not line.startswith(f"{name}:")]

    def read(times: int) -> list[Mail | int]:
        text = "\n".join([*kept[:-1], f"{name}: {sign * times}", "", FIRST])
        return [*read_mails(text.encode().splitlines(keepends=True), UTC)]

    few, many = read(2), read(100_000)
    assert few == many
    assert len(many) == 2
    assert isinstance(many[1], Mail)


def test_headers_without_an_end_are_not_kept() -> None:
    endless = SECOND + "X: " + "a" * 100 + "\n"
    (mail,) = mails(endless + ("Subject: x\n" * (MOST_HEADERS // 10)) + "Precedence: bulk\n")
    assert mail.personal  # what stands beyond is not read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        ("\n\n", "the file is empty"),
        ("hello\n", 'expected mails, .* begins "hello"'),
        ("PK\x03\x04", "zip archive; unpack it"),
        ("\xa0\n", 'expected mails, .* begins ""'),
        ("BEGIN:VCARD\nVERSION:3.0\nFN:Eva\nEND:VCARD\n", "say `build import vcard FILE`"),
        ("Name,Given Name,E-mail 1 - Value\n", "say `build import google FILE`"),
        ('[{"name":"Eva"}]\n', "expected mails, "),
        ("BEGIN:VCALENDAR\n", "expected mails, "),
        ("!BDN\x01", "Outlook's own format; save the mails as .eml"),
    ],
)
def test_what_is_no_mailbox_is_refused(text: str, said: str) -> None:
    with pytest.raises(WrongFileError, match=said):
        mails(text)


@given(st.sampled_from(["Date", "From", "To", "Subject", "X"]), st.binary())
@example("Date", b"Mon, 02 Nov 2026 23:30:00 +9999")
@example("Subject", b"=?utf-8?b?abc?= =?nope?q?x?= =?utf-8?q?=ff?=")
@example("From", b'"a <b@c')
def test_no_header_breaks_the_reader(name: str, value: bytes) -> None:
    header = name.encode() + b": " + value
    lines = (header + b"\n" + SECOND.partition("\n")[2].encode()).splitlines(keepends=True)
    found = [*read_mails(lines, UTC)]
    assert all(mail == 1 if isinstance(mail, int) else mail.day for mail in found)

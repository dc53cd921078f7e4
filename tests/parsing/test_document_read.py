"""The two files that document 1 shows are read in full, with the place of everything."""

from datetime import date

import pytest

from site_builder.model.contact import LogLine
from site_builder.model.document import Document
from tests.support.vaults import contact_of, document_of, excerpt, intro_of

CONTACT = """
    ---
    name: Tara Lindqvist
    email: tara@northwind.example
    org: Northwind
    role: VP Platform
    location: Stockholm
    closeness: 2
    groups:
      - team/oslo-rowing 2009-2012
      - school/kth 2001-2006
      - employer/northwind 2019-
    knows:
      - sam-okafor 4 rowed together
      - ben-ito 3
      - chloe-dubois 1? only heard of her
    tags: [platform, nordics]
    ---

    Runs the platform group. Likes short mails with one question.

    ## Log

    - 2026-06-03: met at the Nordic Platform Day, talked about migrations
"""
INTRO = """
    ---
    target: tara-lindqvist
    introducer: sam-okafor
    goal: Thirty minutes on how Northwind migrated its build platform
    why: We measured three of the tools she is choosing between
    deadline: 2026-12-15
    ---

    Sam offered this himself over lunch.

    ## Log

    - 2026-09-20 asked: over lunch
    - 2026-09-23 agreed
    - 2026-09-26 opted-in
    - 2026-09-28 introduced: warm mail to both
    - 2026-09-28 wrote: thanked Sam, offered two dates
    - 2026-10-02 replied: would love to, swamped until mid October
    - 2026-10-14 proposed: three slots
    - 2026-10-28 nudged: sent the benchmark she asked about
    - 2026-11-06 interrupted: two-line message on LinkedIn
"""


def test_the_contact_of_the_format_is_read_in_full() -> None:
    tara = contact_of(CONTACT)
    assert (tara.id, tara.name, tara.first_name) == ("tara", "Tara Lindqvist", "Tara")
    assert (tara.email, tara.org, tara.closeness) == (("tara@northwind.example",), "Northwind", 2)
    assert [group.slug for group in tara.groups] == ["oslo-rowing", "kth", "northwind"]
    assert [tie.closeness for tie in tara.knows] == [4, 3, 1]
    assert tara.tags == ("platform", "nordics")
    assert tara.notes.pieces[0].startswith("<p>Runs the platform group.")
    assert "<h" not in tara.notes.pieces[0]
    (line,) = tara.log
    assert isinstance(line, LogLine)
    assert line.date == date(2026, 6, 3)
    assert line.text == "met at the Nordic Platform Day, talked about migrations"


def test_the_contact_s_places_are_those_of_the_file() -> None:
    document = document_of(CONTACT)
    tara = contact_of(CONTACT)
    assert excerpt(document, tara.at("closeness")) == "2"
    assert tara.knows[2].span.line == 15
    assert excerpt(document, tara.log[0].span).startswith("2026-06-03: met at")
    assert (tara.log[0].span.line, tara.log[0].span.column) == (23, 3)


def test_the_intro_of_the_format_is_read_in_full() -> None:
    intro = intro_of(INTRO)
    assert intro.target is not None
    assert intro.introducer is not None
    assert (intro.target.name, intro.introducer.name) == ("tara-lindqvist", "sam-okafor")
    assert intro.deadline == date(2026, 12, 15)
    assert [event.word for event in intro.events] == [
        *("asked", "agreed", "opted-in", "introduced", "wrote"),
        *("replied", "proposed", "nudged", "interrupted"),
    ]
    assert intro.events[3].text == "warm mail to both"
    assert intro.at("deadline").line == 6
    assert intro.notes.pieces == ("<p>Sam offered this himself over lunch.</p>\n",)


def test_defaults_are_those_of_the_format() -> None:
    tara = contact_of("---\nname: T\n---\n")
    assert (tara.ask, tara.visibility, tara.draft, tara.me) == ("yes", ("private",), False, False)
    assert tara.closeness is None
    intro = intro_of("---\ntarget: a\nintroducer: b\n---\n")
    assert (intro.visibility, intro.draft, intro.requester) == (("private",), False, None)


@pytest.mark.parametrize(
    ("path", "kind", "ident"),
    [
        ("contacts/tara.md", "contact", "tara"),
        ("contacts/friends/close/Tara L.md", "contact", "Tara L"),
        ("intros/2026/2026-09-28-tara-via-sam.md", "intro", "2026-09-28-tara-via-sam"),
        ("contacts/a.b.md", "contact", "a.b"),
    ],
)
def test_the_stem_is_the_id_and_folders_are_no_part_of_it(path: str, kind: str, ident: str) -> None:
    document = document_of("---\nname: T\ntarget: a\nintroducer: b\n---\n", path)
    assert (document.kind, document.id, document.path) == (kind, ident, path)
    assert document.record is not None
    assert document.record.id == ident


@pytest.mark.parametrize("text", ["", "no front matter", "---\na: [\n---\n", "---\na: b\n"])
def test_an_unreadable_file_is_a_document_with_its_fault(text: str) -> None:
    document = document_of(text)
    assert isinstance(document, Document)
    assert document.record is None
    assert len(document.faults) == 1
    assert (document.id, document.text) == ("tara", text)


def test_link_lines_in_the_notes_count_from_the_top_of_the_file() -> None:
    tara = contact_of(
        "---\nname: T\n---\n\nKnows [[ben]].\n\n## Log\n\n- 2026-01-01: x\n\n[[ana]]\n"
    )
    assert [(link.span.line, link.span.column) for link in tara.notes.links] == [(5, 7), (11, 1)]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Prof. Dr. Rolf Müller", "Rolf"),
        ("Dr Leila Haddad", "Leila"),
        ("Dr. No", "No"),
        ("Prof.", "Prof."),
        ("Drew Sir", "Drew"),
        ("Dame Diop", "Dame"),
        ("פרופ' נועם לוי", "נועם"),
        ('ד"ר נועם לוי', "נועם"),
        ("د. ليلى حداد", "ليلى"),
        ("डॉ. मीरा राव", "मीरा"),
        ("ዶ/ር አበበ ተስፋዬ", "አበበ"),
        ("ดร. สมชาย ใจดี", "สมชาย"),
        ("🦊 Renard Doré", "Renard"),
        ("🦊", "🦊"),
    ],
)
def test_nobody_is_greeted_by_a_title(name: str, given: str) -> None:
    assert contact_of(f"---\nname: {name}\n---\n").first_name == given


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("山田 太郎", "山田 太郎"),
        ("山田太郎", "山田太郎"),
        ("김 민수", "김 민수"),
        ("陈 静怡 (Jenny)", "陈 静怡"),
        ("Jenny Chen 陈静怡", "Jenny"),
        ("アレクサンドル・フォン・ヴァルト", "アレクサンドル"),
        ("亚历山大·冯·洪", "亚历山大"),
        ("・山田", "・山田"),
        ("عبد الرحمن الفلاحي", "عبد الرحمن"),
        ("أبو بكر السعدي", "أبو بكر"),
        ("عبد", "عبد"),
    ],
)
def test_nobody_is_greeted_by_a_family_name_or_half_a_name(name: str, given: str) -> None:
    assert contact_of(f"---\nname: {name}\n---\n").first_name == given

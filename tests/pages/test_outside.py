"""Links that leave the site: web, mail, telephone, nothing else."""

import pytest

from site_builder.pages.facts import mail_link, phone_link, url_link


@pytest.mark.parametrize(
    "url", ["https://x.example/a?b=c", "HTTP://x.example", "mailto:a@x.example", "tel:+4670"]
)
def test_safe_addresses_are_links(url: str) -> None:
    assert url_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        " https://x.example",
        "https://x.example\n.evil.example",
        "data:text/html,x",
        "vbscript:x",
        "//x.example",
        "x.example",
        "https:x.example",
        "file:///etc/passwd",
        "",
    ],
)
def test_all_else_is_text(url: str) -> None:
    assert url_link(url) == ""


def test_a_mail_address_opens_the_mail_program_and_nothing_more() -> None:
    assert mail_link("tara+doors@x.example") == "mailto:tara+doors@x.example"
    assert mail_link("tara@x.example?bcc=eve@y.example") == ""
    assert mail_link("tara?subject=x@x.example") == "mailto:tara%3Fsubject%3Dx@x.example"
    assert mail_link("tara at example") == ""


def test_a_phone_number_can_be_dialled() -> None:
    assert phone_link("+46 (70) 123-45.67") == "tel:+46701234567"
    assert phone_link("ask at the desk") == ""
    assert phone_link("1 - 2") == ""

"""What a host is told is what every page says of itself."""

from pathlib import Path

from site_builder.pages.host_files import HEADERS, POLICY, host_files

THEMES = Path(__file__).parents[2] / "themes"


def test_the_policy_of_the_headers_is_that_of_the_pages() -> None:
    base = (THEMES / "default/templates/base.html").read_text("utf-8")
    assert f'http-equiv="Content-Security-Policy" content="{POLICY}"' in base
    assert HEADERS["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"


def test_hosts_that_read_headers_get_all_of_them() -> None:
    first, *rest = host_files()["_headers"].decode().splitlines()
    assert first == "/*"
    assert dict(line.strip().split(": ", 1) for line in rest) == HEADERS


def test_robots_are_asked_to_stay_away() -> None:
    assert host_files()["robots.txt"] == b"User-agent: *\nDisallow: /\n"

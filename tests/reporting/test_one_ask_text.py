"""One ask at a time, on the terminal: the same words as on the pages."""

from collections.abc import Iterable

from rich.padding import Padding
from rich.text import Text

from site_builder.app.words import first_things
from site_builder.insights.analyse import suggestion_for
from site_builder.insights.insight import Insights
from site_builder.model.contact import ContactId
from site_builder.pages.door import door_page
from site_builder.pages.one_ask import kept_note
from site_builder.reporting.stalled_text import stalled_text
from site_builder.reporting.suggest_text import suggest_text
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import door_in
from tests.support.one_ask import insights
from tests.support.theme_files import html_of

TARA, OMAR = ContactId("tara"), ContactId("omar")
WAITS = "Ben is to be asked for Tara first, so not for Omar before 20 Dec."
FIRST = "To be asked for Tara first: one ask at a time."


def printed(lines: Iterable[Text | Padding]) -> list[str]:
    return [str(getattr(line, "renderable", line)) for line in lines]


def stalled(found: Insights, door: str) -> list[str]:
    return printed(stalled_text(found, [door_in(found, door)]))


def suggested(found: Insights, target: ContactId) -> list[str]:
    return printed(suggest_text(found, suggestion_for(found, target)))


def test_whoever_another_door_asks_first_is_said_to_be_on_the_terminal_too() -> None:
    found = insights(ben="closeness: 4\nknows: [tara 4, omar 2]")
    who = "Who could: Ben (to be asked for Tara first)   build suggest omar"
    assert stalled(found, OMAR)[-2:] == [who, WAITS]
    assert WAITS in suggested(found, OMAR)
    assert FIRST in suggested(found, OMAR)
    assert first_things(found, suggestion_for(found, OMAR)) == WAITS


def test_the_door_that_asks_them_says_nothing_of_it() -> None:
    found = insights(ben="closeness: 4\nknows: [tara 4, omar 2]")
    assert stalled(found, TARA)[-1] == "Who could: Ben   build suggest tara"
    assert not any("one ask" in line or "first, so" in line for line in suggested(found, TARA))
    assert first_things(found, suggestion_for(found, TARA)) == ""


def test_the_next_in_line_is_told_why_they_are_named() -> None:
    ben = "closeness: 4\nknows: [tara 4, omar 2]"
    found = insights(ben=ben, katya="closeness: 1\nknows: [omar 2]")
    note = "Ben would come first, but is to be asked for Tara: one ask at a time."
    who = "Who could: Ben (to be asked for Tara first) or Katya   build suggest omar"
    assert stalled(found, OMAR)[-2:] == [who, note]


def test_terminal_and_page_have_the_same_words() -> None:
    found = insights(ben="closeness: 4\nknows: [tara 4, omar 2]")
    door = door_in(found, OMAR)
    page = HtmlReader(html_of(door_page(found, door))).text.replace("\u00a0", " ")
    assert kept_note(found, door).replace("\u00a0", " ") == WAITS
    for words in (WAITS, FIRST):
        assert words in page
        assert words in suggested(found, OMAR)

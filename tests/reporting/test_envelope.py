"""JSON documents: readable, the same as Python's own writer makes them, whatever they hold."""

import json

from hypothesis import given
from hypothesis import strategies as st

from site_builder.reporting.envelope import dump_json
from site_builder.reporting.report import Json
from site_builder.reporting.safe_text import visible_json

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(0.001, 1e6)
    | st.text(st.characters(codec="utf-8"))
)
DOCUMENTS = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=20,
)


@given(DOCUMENTS)
def test_a_document_is_written_as_python_writes_it(document: Json) -> None:
    plain = json.dumps(document, ensure_ascii=False, indent=2)
    assert dump_json(document) == f"{visible_json(plain)}\n"


def test_half_a_character_of_a_file_s_name_is_written_as_a_number() -> None:
    assert dump_json({"path": "a\udcff", "found": []}) == (
        '{\n  "path": "a\\udcff",\n  "found": []\n}\n'
    )

"""`build export graphml`: read back with Python's XML reader."""

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_builder.interop.carried import carried
from site_builder.interop.gather import gather
from site_builder.interop.graphml import BEGINS, graphml, xml_id
from tests.support.commands import Commands
from tests.support.vaults import insights_of, people

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
NMTOKEN = re.compile(
    r"[-.0-9:A-Z_a-z\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C\u200D\u203F"
    r"\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD"
    r"\U00010000-\U000EFFFF]+"
)
"""As XML 1.0 has it (production 7)."""
TYPES: dict[str, Callable[[str], Any]] = {
    "string": str,
    "int": int,
    "boolean": {"true": True, "false": False}.__getitem__,
}
ONLY = gather(insights_of(people("tara"), "2026-11-22"))


class Graph:
    """A graph as a reader has it: values by the name and type that its keys give them."""

    def __init__(self, data: str | bytes) -> None:
        """Read it."""
        self.root = ET.fromstring(data)  # noqa: S314 - our own bytes
        self.keys = {key.get("id"): key for key in self.root.iter(f"{GRAPHML}key")}
        (graph,) = self.root.iter(f"{GRAPHML}graph")
        self.directed = graph.get("edgedefault") == "directed"
        self.nodes = {node.get("id"): self.told(node) for node in graph.iter(f"{GRAPHML}node")}
        self.edges = [
            (edge.get("source"), edge.get("target"), self.told(edge))
            for edge in graph.iter(f"{GRAPHML}edge")
        ]

    def told(self, element: ET.Element) -> dict[str, Any]:
        """Return the values of a node or an edge."""
        told = {}
        for data in element.iter(f"{GRAPHML}data"):
            key = self.keys[data.get("key")]
            assert f"{GRAPHML}{key.get('for')}" == element.tag
            told[key.get("attr.name", "")] = TYPES[key.get("attr.type", "")](data.text or "")
        return told


def test_people_are_nodes_with_typed_values(keys: Commands) -> None:
    graph = Graph(keys("export", "graphml").out.encode())
    assert [*graph.nodes] == ["me", "sam", "tara"]
    assert graph.directed
    assert graph.nodes["tara"] == {
        "label": "Tara Lindqvist",
        "contact": "tara",
        "me": False,
        "org": "X",
        "role": "head of tools",
        "location": "Tromsø",
        "closeness": 2,
        "last_exchange": "2026-09-20",
        "circles": "team/rowing; employer/x",
        "tags": "tools",
    }
    assert graph.nodes["me"] == {"label": "Mo", "contact": "me", "me": True}


def test_ties_my_own_ties_and_introductions_are_edges(keys: Commands) -> None:
    result = keys("export", "graphml")
    stated, to_me, mine, intro = Graph(result.out.encode()).edges
    told = {"kind": "tie", "label": "shared a lab", "closeness": 4, "hearsay": True}
    assert stated == ("tara", "sam", told)
    assert to_me == ("tara", "me", {"kind": "tie", "hearsay": False})
    assert mine == ("me", "tara", {"kind": "mine", "closeness": 2})
    assert intro == (
        "sam",
        "tara",
        {
            "kind": "intro",
            "label": "Coffee",
            "intro": "t",
            "thread": "tara--hiring",
            "state": "unconfirmed",
            "first": "2026-09-01",
            "last": "2026-09-20",
        },
    )
    assert "3 nodes, 4 edges\n" in result.err


def test_without_an_owner_there_are_no_ties_of_mine(build: Commands) -> None:
    build.write({"contacts/a.md": "---\nname: A\ncloseness: 3\n---\n"})
    graph = Graph(build("export", "graphml").out.encode())
    assert graph.edges == []
    assert graph.nodes["a"]["closeness"] == 3


def test_a_favour_to_others_is_an_edge_without_a_thread(keys: Commands) -> None:
    intro = "---\ntarget: sam\nintroducer: tara\nrequester: zoe\ngoal: Tea\n---\n"
    keys.write({"contacts/zoe.md": "---\nname: Zoe\n---\n", "intros/z.md": intro})
    found = Graph(keys("export", "graphml").out.encode()).edges[-1]
    told = {"kind": "intro", "label": "Tea", "intro": "z", "requester": "zoe"}
    assert found == ("tara", "sam", told)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("tara-lindqvist", "tara-lindqvist"),
        ("Åse_田", "Åse_田"),
        ("a b", "a_x20_b"),
        ("a_x20_b", "a_x5F_x20_b"),
        ("a\u200db²", "a_x200D_b_xB2_"),
    ],
)
def test_an_id_is_one_that_xml_takes(name: str, written: str) -> None:
    assert xml_id(name) == written


@given(st.text(st.one_of(st.characters(), st.sampled_from("_x0A2 ")), min_size=1))
def test_two_names_never_have_one_id(name: str) -> None:
    written = xml_id(name)
    assert NMTOKEN.fullmatch(written)
    back = re.sub("_x([0-9A-F]+)_", lambda found: chr(int(found[1], 16)), written)
    assert back == name


@given(st.text())
def test_any_text_comes_back_and_nothing_in_it_is_hidden(text: str) -> None:
    person = replace(ONLY.contacts[0], name=text)
    data = graphml(replace(ONLY, contacts=(person,)), {})
    told = carried(text)
    assert Graph(data).nodes["tara"].get("label", "") == told
    assert not {"\u202e", "\u200b", "\xad", "\u2066", "\U000e0041"} & set(data.decode())


def test_what_turns_text_is_written_as_a_number(build: Commands) -> None:
    build.write({"contacts/a.md": "---\nname: Ta\u202era <&>\n---\n"})
    printed = build("export", "graphml").out
    assert "Ta&#8238;ra &lt;&amp;&gt;" in printed
    assert Graph(printed.encode()).nodes["a"]["label"] == "Ta\u202era <&>"


def test_the_file_is_known_again(keys: Commands) -> None:
    assert keys("export", "graphml").out.encode().startswith(BEGINS)
    for _ in range(2):
        assert keys("export", "graphml", "-o", "x.graphml").code == 0
    assert keys("export", "json", "-o", "x.graphml").code == 2

"""A canvas of jsoncanvas.org: text nodes are notes, and lie in the smallest group around their middle."""

import json

import pytest

from workshop.core.messages import Refused
from workshop.intake import read_file


def node(x, y, text="", kind="text", **more):
    size = {"width": 100, "height": 60} | more
    return (
        {"id": f"{x}-{y}", "type": kind, "x": x, "y": y} | ({"text": text} if text else {}) | size
    )


def read(*nodes, **more):
    found = read_file("wall.canvas", json.dumps({"nodes": nodes, "edges": []} | more).encode())
    return [
        (note.text, None if note.cluster is None else found.clusters[note.cluster])
        for note in found.notes
    ]


def group(x, y, width, height, label):
    return node(x, y, kind="group", width=width, height=height, label=label)


def test_a_note_lies_in_the_smallest_group_that_holds_its_middle():
    assert read(
        node(20, 20, "Inside"),
        node(-60, 300, "Half out"),
        node(900, 0, "Far"),
        group(0, 0, 800, 800, "All"),
        group(10, 10, 200, 100, "Calls"),
        node(460, 10, "On the edge"),
    ) == [
        ("Far", None),
        ("On the edge", "All"),
        ("Inside", "Calls"),
        ("Half out", None),
    ]


def test_notes_come_in_the_order_of_reading_and_other_nodes_stay_where_they_are():
    assert read(
        node(0, 100, "Third"),
        node(200, 0, "Second"),
        node(0, 0, "First"),
        node(0, 0, kind="file", file="a.png"),
        node(0, 0, kind="link", url="https://example.org"),
        node(0.5, 1e30, "Last", color="4"),
    ) == [("First", None), ("Second", None), ("Third", None), ("Last", None)]


def test_a_group_without_a_label_is_a_cluster_without_a_name():
    assert read(group(0, 0, 300, 300, ""), node(10, 10, "In")) == [("In", "")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "bad_file"),
        (b"[]", "bad_file"),
        (b"{}", "bad_file"),
        (b'{"nodes": [{"type": "text"}]}', "bad_file"),
        (b'{"nodes": [{"type":"text","x":"0","y":0,"width":1,"height":1}]}', "bad_file"),
        (b'{"nodes": [{"type":"text","x":1e999,"y":0,"width":1,"height":1}]}', "bad_file"),
        (b'{"nodes": ' + b"[" * 5000, "bad_file"),
        (b'{"a":' * 3000 + b"1" + b"}" * 3000, "bad_file"),
        (b'{"nodes": []}', "no_notes_found"),
        (b'{"schema": "https://example.org/other"}', "not_a_workshop"),
        (b'{"schema": 7}', "bad_file"),
    ],
)
def test_what_is_no_canvas_is_refused_by_name(data, code):
    with pytest.raises(Refused, match=code):
        read_file("wall.canvas", data)


def test_of_a_name_that_stands_twice_the_last_one_holds():
    twice = b'{"nodes": [], "nodes": [{"type":"text","x":0,"y":0,"width":1,"height":1,"text":"a","text":"b"}]}'

    assert [note.text for note in read_file("x.json", twice).notes] == ["b"]

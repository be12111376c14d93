"""A canvas of jsoncanvas.org: text nodes are notes, and lie in the smallest group around their middle."""

import json

import pytest

from workshop.core.messages import Refused
from workshop.intake import Found, FoundNote, read_file


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


def test_a_canvas_of_our_own_says_its_steps_its_clusters_and_the_kind_of_each_note():
    """As it is saved here: what was asked is no note, and a step is no cluster."""
    step, wall, ids = "a" * 32, "b" * 32, iter(f"{n:032x}" for n in range(9))
    written = [
        (60, 60, "Who answers? 1\\. List, \\*now\\*\\\nwww\\.example\n\n*Need – Ada*"),
        (60, 160, "A \\\\ day\n\n*Early solution*"),
        (60, 900, "Loose\n\n*Idea*"),
    ]
    nodes = [
        group(0, 0, 480, 500, "3. Clusters") | {"id": step},
        node(40, 20, "What belongs together?") | {"id": f"{step}-asked-{step}", "width": 560},
        group(40, 40, 400, 200, "Calls"),
        group(40, 300, 400, 100, "Cluster without a name"),
        group(0, 800, 900, 300, "2. Silent notes") | {"id": wall},
        *(node(x, y, text) | {"id": next(ids)} for x, y, text in written),
    ]

    found = read_file("board.canvas", json.dumps({"nodes": nodes, "edges": []}).encode())

    assert found == Found(
        notes=(
            FoundNote(
                text="Who answers? 1. List, *now*\nwww.example", type="Need", cluster=0, part=0
            ),
            FoundNote(text="A \\ day", type="Early solution", cluster=0, part=0),
            FoundNote(text="Loose", type="Idea", part=1),
        ),
        clusters=("Calls", ""),
        parts=("3. Clusters", "2. Silent notes"),
    )


def test_one_with_more_groups_than_a_wall_could_have_is_refused():
    with pytest.raises(Refused, match="bad_file"):
        read(*(group(0, 0, 9, 9, "x") for _ in range(1001)), node(0, 0, "x"))

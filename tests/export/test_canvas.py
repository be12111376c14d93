"""board.canvas: every note once, inside its cluster, inside its step, beside the others and never on them."""

import json
from itertools import combinations
from typing import Any

import jsonschema
import pytest

from tests.core.story import Story, id_of
from tests.export.canvas_schema import CANVAS
from tests.export.readers import of_canvas
from tests.export.rooms import again, closed, grouped, moderated, opened, place, revealed, write
from tests.export.test_columns import held as with_columns
from workshop.export import make, report
from workshop.words import catalogue

Node = dict[str, Any]


def canvas(story: Story, language: str = "en") -> dict[str, list[Node]]:
    return json.loads(make("board.canvas", place(story), catalogue(language)))


def crowded() -> Story:
    """Some two hundred notes of very different length."""
    story = opened()
    for number in range(240):
        person = ("ada", "bo", "cy", "dag", "eli")[number % 5]
        write(story, f"n{number}", (person, "idea", f"{number} " + "word " * (number % 50)))
        story.told += 1
    return story


STORIES = [opened, revealed, grouped, closed, again, moderated, with_columns]


@pytest.mark.parametrize("story", STORIES)
def test_it_keeps_the_published_form_and_holds_each_note_once(story):
    told = story()
    found = canvas(told)

    jsonschema.validate(found, CANVAS, jsonschema.Draft202012Validator)
    ids = [node["id"] for node in found["nodes"]]
    assert len(ids) == len(set(ids))
    assert {note.id for note in report(place(told)).notes} <= set(ids)
    assert {edge[end] for edge in found["edges"] for end in ("fromNode", "toNode")} <= set(ids)


@pytest.mark.parametrize("story", STORIES)
def test_nothing_lies_on_anything_but_inside_a_group(story):
    nodes = canvas(story())["nodes"]

    for one, other in combinations(nodes, 2):
        assert apart(one, other) or (one["type"] == "group" and inside(other, one))


def apart(one: Node, other: Node) -> bool:
    return (
        one["x"] + one["width"] <= other["x"]
        or other["x"] + other["width"] <= one["x"]
        or one["y"] + one["height"] <= other["y"]
        or other["y"] + other["height"] <= one["y"]
    )


def inside(one: Node, group: Node) -> bool:
    return (
        group["x"] <= one["x"]
        and group["y"] <= one["y"]
        and one["x"] + one["width"] <= group["x"] + group["width"]
        and one["y"] + one["height"] <= group["y"] + group["height"]
    )


def test_a_note_lies_in_its_cluster_in_the_step_that_made_it():
    nodes = {node["id"]: node for node in canvas(closed())["nodes"]}
    step, calls, lists = (nodes[id_of(word)] for word in ("group", "calls", "lists"))

    assert (step["label"], calls["label"]) == ("group", "Someone answers")
    assert lists["label"] == "Cluster without a name"
    assert nodes[id_of("nothing")]["label"] == "Nothing fits here"
    assert inside(calls, step)
    assert inside(nodes[id_of("ring")], calls)
    assert inside(nodes[id_of("list")], lists)
    stairs = nodes[id_of("stairs")]
    assert inside(stairs, step)
    assert not inside(stairs, calls)


def test_a_note_says_what_it_is_in_colour_and_in_words():
    nodes = {node["id"]: node for node in canvas(closed())["nodes"]}

    assert nodes[id_of("hope")]["text"] == "Calm\n\n*Expectation – Ada*"
    assert nodes[id_of("ring")]["text"] == "Someone calls the day after\n\n*Need*"
    colours = [nodes[id_of(word)]["color"] for word in ("ring", "number", "list")]
    assert len(set(colours)) == 3


def test_the_prompt_stands_where_its_notes_lie():
    nodes = {node["id"]: node for node in canvas(closed())["nodes"]}

    asked = nodes[f"{id_of('group')}-asked-{id_of('write')}"]
    assert asked["text"] == "write?"
    assert inside(asked, nodes[id_of("group")])
    assert id_of("write") not in nodes


def test_what_builds_on_a_note_is_joined_to_it_and_what_was_carried_too():
    edges = [(edge["fromNode"], edge["toNode"], edge["label"]) for edge in canvas(again())["edges"]]

    assert edges[0] == (id_of("magnet"), id_of("number"), "builds on")
    carried = {to for _from, to, label in edges if label == "carried on from an earlier cycle"}
    assert carried == {id_of("ring"), id_of("number")}


def test_a_column_is_a_group_of_its_own():
    told = report(place(with_columns()))
    nodes = canvas(with_columns())["nodes"]
    labels = {node["label"] for node in nodes if node["type"] == "group"}

    used = {(step.id, note.column) for note in told.notes for step in told.agenda}
    titles = {it.title for step in told.agenda for it in step.columns if (step.id, it.id) in used}
    assert titles
    assert titles <= labels


def test_hundreds_of_notes_lie_side_by_side_and_not_in_one_row():
    story = crowded()
    story.says("finn", "RevealNotes", step=id_of("write"))

    nodes = canvas(story)["nodes"]

    notes = [node for node in nodes if "asked" not in node["id"] and node["type"] == "text"]
    assert len(notes) == 241
    assert len({node["x"] for node in notes}) == 15
    assert all(apart(one, other) for one, other in combinations(notes, 2))


def test_it_speaks_the_rooms_language_and_is_the_same_at_every_export():
    held = place(closed())

    assert "Klynge uten navn" in of_canvas(make("board.canvas", held, catalogue("nb")))
    assert make("board.canvas", held) == make("board.canvas", held)


def test_marks_of_apps_for_notes_stay_what_was_written():
    story = opened()
    words = r"100%% of [[them]] ==know== \=this #now ^here"
    write(story, "marks", ("ada", "idea", words))
    story.says("finn", "RevealNotes", step=id_of("write"))

    data = make("board.canvas", place(story))

    text = next(it for it in json.loads(data)["nodes"] if it["id"] == id_of("marks"))["text"]
    assert not {"%%", "==", "[[", " #", " ^"} & {text[at : at + 2] for at in range(len(text))}
    assert words in of_canvas(data)

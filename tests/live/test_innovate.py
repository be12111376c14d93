"""Three hours of innovating with twelve people, from the start guide to the artifact, reckoned by hand."""

from hashlib import sha256

import pytest

from tests.simulation.hall import spread
from workshop.demo.client import new_id

QUESTION = "How could the first days at home be safe?"
FIRST, SHARPER = "Nobody is alone the first day", "Everyone has a number the first day"
CLUSTERS = ("Calls", "Keys", "Lists", "Visits", "Neighbours", "Doors", "Games")
# Who gives a dot to what, by criterion: the places of the people, twelve with two dots each.
USER = {"A": range(9), "B": range(6), "C": range(6, 12), "D": range(9, 12)}
NEW = {
    "A": range(4), "B": range(4, 8), "C": (8, 9), "D": (10, 11),
    "E": range(4), "F": range(4, 8), "G": range(8, 12),
}  # fmt: skip
BEFORE = {
    "clear": (1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4),
    "keen": (2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 5, 5),
}
AFTER = {
    "clear": (3, 3, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5),
    "keen": (2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 5),
}
SURE = (1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4), (3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5)
MATRIX = {
    "A": ((8, 8, 8, 8, 9, 9, 9, 9, 9, 10, 10, 10), (2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5)),
    "B": ((5, 6, 6, 6, 7, 7, 8, 8, 8, 8, 9, 9), (6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9)),
    "C": ((2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5), (1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3)),
    "D": ((1, 1, 1, 2, 2, 2, 6, 7, 7, 8, 8, 8), (9,) * 12),
    "H": ((4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 6), (2, 2, 3, 3, 4, 4, 6, 6, 7, 7, 8, 8)),
}  # fmt: skip


@pytest.mark.rule("H1")
def test_three_hours_of_innovating_to_the_artifact(hold):
    hall = hold(purpose=QUESTION, aim="innovate", minutes=200)
    assert [step["method"] for step in hall.steps()] == [
        "goal", "check_in", "pulse", "now_expect", "others", "brainwrite", "break", "build_round",
        "brainwrite", "cluster", "cluster_story", "dot_vote", "break", "matrix", "actions", "pulse",
    ]  # fmt: skip

    set_out(hall)
    look_around(hall)
    notes = write_and_build(hall)
    items = cluster(hall, notes)
    lot = choose(hall, items)
    weigh(hall, items)
    promise(hall, items["A"])
    given, report = hall.close()

    check_the_beginning(given)
    check_the_notes(given, items)
    check_the_vote(given, items, lot)
    check_the_matrix(given, items)
    check_the_end(given, report)


def set_out(hall):
    """A goal, how sure the room is of it, a better goal, and that once more; then how people are."""
    step, first = hall.goes_to("goal"), new_id()
    hall.leads("SaveSheet", id=first, step=step["id"], values={"goal": FIRST}, before="")
    hall.mark(step, {("", "confidence"): SURE[0]}, text=FIRST)
    hall.leads(
        "SaveSheet", id=new_id(), step=step["id"], before=first,
        values={"goal": SHARPER, "whom": "Who comes home"}, reason="Alone was not the point",
    )  # fmt: skip
    hall.mark(step, {("", "confidence"): SURE[1]}, text=SHARPER)
    hall.write(hall.goes_to("check_in"), ["I hope for one number"] * 12)
    feel(hall, 0, BEFORE)


def feel(hall, nth, marks):
    step = hall.goes_to("pulse", nth)
    hall.mark(step, {(step["id"], scale): values for scale, values in marks.items()})


def look_around(hall):
    """Under five columns, then a table of who has tried it."""
    step = hall.goes_to("now_expect")
    columns = [column["id"] for column in step["setup"]["columns"]]
    types = {column["id"]: column["type"] for column in step["setup"]["columns"]}
    chosen = [columns[at % 5] for at in range(12)]
    hall.write(step, ["So it is"] * 12, column=chosen, type=[types[it] for it in chosen])
    assert not any(note["step"] == step["id"] for note in hall.board.holding.all("note"))
    hall.reveals(step)
    table = hall.goes_to("others")
    rows = [{"who": "Bergen", "result": "Fewer falls"}, {"who": "Turku"}, {"who": "A guess: Lyon"}]
    wishes = [[{"id": new_id(), "step": table["id"], "cells": cells}] for cells in rows]
    hall.each("AddRow", wishes + [[]] * 9)


def write_and_build(hall):
    """Three notes from each: a thought, one that builds on the first that was dealt, and an opposite."""
    step = hall.goes_to("brainwrite")
    own = hall.write(step, [f"Thought {number}" for number in range(12)])
    assert not any(note["step"] == step["id"] for note in hall.board.holding.all("note"))
    hall.reveals(step)
    hall.goes_to("break")
    build = hall.goes_to("build_round")
    deals = dealt(hall, build, own)
    built = hall.write(build, [f"Yes, and {n}" for n in range(12)], parent=[it[0] for it in deals])
    turned = hall.goes_to("brainwrite", 1)
    opposite = hall.write(turned, [f"The opposite {number}" for number in range(12)])
    hall.reveals(turned)
    return [*own, *built, *opposite]


def dealt(hall, step, own):
    """Three for each and none their own; twelve notes go round to twelve people.

    Each hand begins three further, so a note lies in three hands; it misses its writer's, and the
    first ones of a hand get at most three that went past their own before: from two to six hands.
    """
    hall.each("TakeDeal", [[{"step": step["id"]}]] * 12)
    hall.agrees()
    deals = [person.holding.one("deal")["notes"] for person in hall.people]
    assert [len(set(notes)) for notes in deals] == [3] * 12
    assert [at for at, notes in enumerate(deals) if own[at] in notes] == []
    times = [sum(note in notes for notes in deals) for note in own]
    assert sum(times) == 36
    assert 2 <= min(times) <= max(times) <= 6
    assert hall.board.holding.all("deal") == hall.finn.holding.all("deal") == []
    return deals


def cluster(hall, notes):
    """Seven clusters of five, by the hands of seven, each told; the last note stands alone."""
    step, ids = hall.goes_to("cluster"), [new_id() for _ in CLUSTERS]
    hall.each(
        "AddCluster",
        [
            [{"id": ids[at], "step": step["id"], "title": title, "notes": notes[5 * at : 5 * at + 5]}]
            for at, title in enumerate(CLUSTERS)
        ] + [[]] * 5,
    )  # fmt: skip
    hall.each("MoveNote", [[{"step": step["id"], "note": notes[0], "cluster": ids[1]}]] + [[]] * 11)
    hall.each("MoveNote", [[{"step": step["id"], "note": notes[0], "cluster": ids[0]}]] + [[]] * 11)
    hall.goes_to("cluster_story")
    for found in ids:
        hall.leads("Spotlight", of="cluster", item=found)
    hall.agrees()
    assert [it["told"] for it in hall.board.holding.all("cluster")] == [True] * 7
    hall.leads("EndSpotlight")
    return dict(zip("ABCDEFGH", [*ids, notes[35]], strict=True))


def choose(hall, items):
    """Three tie for two places, and a lot breaks it; what nobody gave a dot is the wild card."""
    step, found = hall.goes_to("dot_vote"), new_id()
    hall.leads("OpenVote", id=found, step=step["id"])
    hall.agrees()
    opened = hall.told("round", found)
    assert (opened["budget"], opened["per_item"], opened["electorate"]) == (2, 1, 12)
    assert {it["item"] for it in opened["candidates"]} == set(items.values())
    votes = (("user", USER), ("new", NEW))
    closed = hall.vote(
        found, [(items[it], name, who) for name, dots in votes for it, who in dots.items()]
    )
    assert (set(closed["tie"]), closed["places"]) == ({items[it] for it in "EFG"}, 2)
    hall.leads("BreakTie", round=found, how="lot")
    hall.leads("PickWildCard", round=found, item=items["H"], reason="Nobody dared to")
    hall.agrees()
    (lot,) = hall.told("round", found)["trail"]
    return lot


def weigh(hall, items):
    step = hall.goes_to("matrix")
    chosen = [items[it] for it in MATRIX]
    marks = {}
    for it, (value, effort) in MATRIX.items():
        marks |= {(items[it], "value"): value, (items[it], "effort"): effort}
    hall.mark(step, marks, items=chosen)
    choices = (("A", "keep", ""), ("B", "keep", ""), ("D", "drop", "We do not agree what it is"))
    for it, choice, reason in choices:
        hall.leads("ChooseItem", step=step["id"], item=items[it], choice=choice, reason=reason)


def promise(hall, about):
    step, ids = hall.goes_to("actions"), (new_id(), new_id())
    hall.each(
        "AddAction",
        [
            [{"id": ids[0], "step": step["id"], "what": "Ring everyone", "due": "2099-01-08", "about": about}],
            [{"id": ids[1], "step": step["id"], "what": "Ask Bergen", "who": "Cy"}],
        ] + [[]] * 10,
    )  # fmt: skip
    hall.each("TakeAction", [[{"action": ids[0], "taken": True, "who": "Ada"}]] + [[]] * 11)
    feel(hall, 1, AFTER)


def check_the_beginning(given):
    sheets, scorings = given["sheets"], {it["id"]: it for it in given["scorings"]}
    assert [(it["version"], it["fields"][-1]["text"], it["reason"]) for it in sheets] == [
        (1, FIRST, ""),
        (2, SHARPER, "Alone was not the point"),
    ]
    sure = [scorings[it["confidence"]]["results"] for it in sheets]
    assert [spread(result) for (result,) in sure] == [
        ("3", "2", "3", "1"),
        ("4", "4", "4.5", "0.5"),
    ]
    assert [result["counts"] for (result,) in sure] == [[1, 4, 5, 2, 0], [0, 0, 2, 7, 3]]
    assert {row["title"] for row in given["rows"]} == {"Bergen", "Turku", "A guess: Lyon"}
    looked = [step["id"] for step in given["agenda"] if step["method"] == "now_expect"]
    columns = [it["column"] for it in given["notes"] if it["step"] in looked]
    assert sorted(map(columns.count, set(columns))) == [2, 2, 2, 3, 3]


def check_the_notes(given, items):
    assert {it["id"]: (it["title"], len(it["notes"])) for it in given["clusters"]} == {
        items[letter]: (title, 5) for letter, title in zip("ABCDEFG", CLUSTERS, strict=True)
    }
    assert len(given["notes"]) == 12 * 5
    built = [it for it in given["notes"] if it["text"].startswith("Yes, and")]
    texts = {it["id"]: it["text"] for it in given["notes"]}
    assert [texts[it["parent"]][:7] for it in built] == ["Thought"] * 12


def check_the_vote(given, items, lot):
    """Dots by "helps" and by "new": A 9 + 4, B 6 + 4, C 6 + 2, D 3 + 2, and E, F, G 4 for being new."""
    (vote,) = given["votes"]
    assert (vote["ballots"], vote["dots"], vote["top"]) == (12, 48, 6)
    names = {item: letter for letter, item in items.items()}
    told = {
        names[it["item"]]: (it["dots"], it["by_criterion"], it["voters"], it["rank"], it["tied"])
        for it in vote["results"]
    }
    assert told == {
        "A": (13, [9, 4], 9, 1, False),
        "B": (10, [6, 4], 8, 2, False),
        "C": (8, [6, 2], 6, 3, False),
        "D": (5, [3, 2], -1, 4, False),
        "E": (4, [0, 4], 4, 5, True),
        "F": (4, [0, 4], 4, 5, True),
        "G": (4, [0, 4], 4, 5, True),
        "H": (0, [0, 0], 0, 8, False),
    }
    drawn = sorted(
        (items[it] for it in "EFG"),
        key=lambda item: sha256(f"{lot['seed']}|{item}".encode()).digest(),
    )
    assert vote["trail"][0]["chosen"] == drawn[:2]
    above = [it["item"] for it in vote["results"] if it["above_cut"]]
    assert set(above) == {*(items[it] for it in "ABCD"), *drawn[:2]}
    assert (vote["wild_card"], vote["why"]) == (items["H"], "Nobody dared to")


def check_the_matrix(given, items):
    """(2 · value + (10 - effort)) / 3: A 25/3, B 17.5/3, C and H 15/3, D 9/3; cut at 5."""
    names = {item: letter for letter, item in items.items()}
    (scoring,) = [it for it in given["scorings"] if len(it["items"]) > 1]
    assert {(names[it["item"]], it["scale"]): spread(it) for it in scoring["results"]} == {
        ("A", "value"): ("9", "8", "9.5", "1.5"),
        ("A", "effort"): ("3", "2.5", "4", "1.5"),
        ("B", "value"): ("7.5", "6", "8", "2"),
        ("B", "effort"): ("7.5", "7", "8", "1"),
        ("C", "value"): ("3.5", "3", "4", "1"),
        ("C", "effort"): ("2", "1.5", "3", "1.5"),
        ("D", "value"): ("4", "1.5", "7.5", "6"),
        ("D", "effort"): ("9", "9", "9", "0"),
        ("H", "value"): ("5", "4.5", "6", "1.5"),
        ("H", "effort"): ("5", "3", "7", "4"),
    }
    (weighing,) = given["weighings"]
    assert [
        (names[it["item"]], it["score"], it["quadrant"], it["rank"], it["tied"], it["apart"])
        for it in weighing["items"]
    ] == [
        ("A", "8.33", "first", 1, False, []),
        ("B", "5.83", "explore", 2, False, []),
        ("C", "5", "small", 3, True, []),
        ("H", "5", "first", 3, True, ["effort"]),
        ("D", "3", "drop", 5, False, ["value"]),
    ]
    assert [(names[it["item"]], it["choice"], it["reason"]) for it in given["choices"]] == [
        ("A", "keep", ""),
        ("B", "keep", ""),
        ("D", "drop", "We do not agree what it is"),
    ]


def check_the_end(given, report):
    assert {
        (it["what"], it["who"], it["due"], it["taken"], it["about_title"])
        for it in given["actions"]
    } == {
        ("Ring everyone", "Ada", "2099-01-08", True, "Calls"),
        ("Ask Bergen", "Cy", "", False, ""),
    }
    before, after = [
        it for it in given["scorings"] if len(it["scales"]) == 2 and len(it["items"]) == 1
    ]
    assert after["before"] == before["id"]
    assert [[spread(it) for it in pulse["results"]] for pulse in (before, after)] == [
        [("2.5", "2", "3", "1"), ("3", "3", "4", "1")],
        [("4", "4", "5", "1"), ("3", "3", "3.5", "0.5")],
    ]
    assert "| I understand what this is about | 2.5 | 4 | +1.5 |" in report
    assert "| I feel like doing something about it | 3 | 3 | 0 |" in report

"""Half a day of two cycles with twelve people, from the start guide to the artifact, reckoned by hand."""

import pytest

from tests.simulation.hall import spread
from workshop.demo.client import new_id

FIRST, SHARPER = "Safe first days", "The first call comes before noon"
PROBLEMS = ("Nobody calls", "Nobody has a key", "Three lists")
# The places of the people who give a dot: twelve have two each.
DOTS = {
    "Nobody calls": range(9),
    "Nobody has a key": (*range(6), 9, 10, 11),
    "Three lists": range(6, 12),
}
BEFORE = {
    "clear": (3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5),
    "keen": (1, 1, 2, 2, 2, 3, 4, 4, 4, 5, 5, 5),
}
AFTER = {
    "clear": (2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5),
    "keen": (4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5),
}
SURE = (1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4), (3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5)
SPLIT = (1, 1, 1, 1, 2, 2, 4, 4, 5, 5, 5, 5)
OPTIONS = {
    "Calls": ((4,) * 6 + (5,) * 6, (2,) * 6 + (3,) * 6, (3,) * 5 + (4,) * 7),
    "Keys": (SPLIT, (4,) * 12, (2,) * 12),
    "Lists": ((3,) * 12, (3,) * 12, (3,) * 12),
    "Do nothing: go on as today": ((1,) * 12, (5,) * 12, (1,) * 12),
}
MATRIX = {
    "Calls": ((8, 8, 8, 8, 9, 9, 9, 9, 9, 10, 10, 10), (2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5)),
    "Keys": ((5, 6, 6, 6, 7, 7, 8, 8, 8, 8, 9, 9), (6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9)),
}


@pytest.mark.rule("H1")
def test_half_a_day_of_two_cycles_to_the_artifact(hold):
    hall = hold(aim="improve", minutes=240)
    assert [(step["method"], step["cycle"]) for step in hall.steps()] == [
        ("check_in", 1), ("pulse", 1), ("brainwrite", 1), ("cluster", 1), ("dot_vote", 1),
        ("goal", 1), ("break", 1), ("brainwrite", 2), ("build_round", 2), ("cluster", 2),
        ("break", 2), ("options", 2), ("matrix", 2), ("actions", 2), ("retro", 2), ("pulse", 2),
    ]  # fmt: skip

    hall.write(hall.goes_to("check_in"), ["I hope for one number"] * 12)
    feel(hall, 0, BEFORE)
    items = find_the_problem(hall)
    choose_the_problem(hall, items)
    sharpen_the_goal(hall)
    ideas = find_ideas(hall)
    rows = compare(hall, ideas)
    weigh(hall, rows)
    promise(hall, rows["Calls"])
    given, report = hall.close()

    check_the_first_cycle(given, items)
    check_the_ideas(given, ideas)
    check_the_options(given, rows)
    check_the_matrix(given, rows)
    check_the_end(given, report)


def feel(hall, nth, marks):
    step = hall.goes_to("pulse", nth)
    hall.mark(step, {(step["id"], scale): values for scale, values in marks.items()})


def find_the_problem(hall):
    """Ten problems, and two answers that came too soon: they lie apart and stand alone."""
    step = hall.goes_to("brainwrite")
    texts = [f"It hurts {number}" for number in range(10)] + ["An app", "A leaflet"]
    ids = hall.write(step, texts, type=["problem"] * 10 + ["solution"] * 2)
    hall.reveals(step)
    parts = (ids[:4], ids[4:7], ids[7:10])
    return dict(zip(PROBLEMS, grouped(hall, hall.goes_to("cluster"), PROBLEMS, parts), strict=True))


def grouped(hall, step, titles, parts):
    ids = [new_id() for _ in titles]
    wishes = [
        [{"id": found, "step": step["id"], "title": title, "notes": notes}]
        for found, title, notes in zip(ids, titles, parts, strict=True)
    ]
    hall.each("AddCluster", wishes + [[]] * (12 - len(wishes)))
    return ids


def choose_the_problem(hall, items):
    """Nine dots each for two, and one place: the room votes again between them, 7 to 5."""
    step, found, again = hall.goes_to("dot_vote"), new_id(), new_id()
    hall.leads("OpenVote", id=found, step=step["id"])
    hall.agrees()
    closed = hall.vote(found, [(items[title], "", who) for title, who in DOTS.items()])
    assert (closed["budget"], closed["per_item"], len(closed["candidates"])) == (2, 1, 5)
    calls, keys = (items[it] for it in PROBLEMS[:2])
    assert (set(closed["tie"]), closed["places"]) == ({calls, keys}, 1)
    hall.leads("BreakTie", round=found, how="run_off", id=again)
    hall.agrees()
    hall.vote(again, [(calls, "", range(7)), (keys, "", range(7, 12))])


def sharpen_the_goal(hall):
    step, first = hall.goes_to("goal"), new_id()
    hall.leads("SaveSheet", id=first, step=step["id"], values={"goal": FIRST}, before="")
    hall.mark(step, {("", "confidence"): SURE[0]}, text=FIRST)
    hall.leads(
        "SaveSheet", id=new_id(), step=step["id"], values={"goal": SHARPER}, before=first,
        reason="Nobody calls",
    )  # fmt: skip
    hall.mark(step, {("", "confidence"): SURE[1]}, text=SHARPER)


def find_ideas(hall):
    """Twelve ideas, and twelve that build on what was dealt; eight in each cluster."""
    step = hall.goes_to("brainwrite", 1)
    own = hall.write(step, [f"Idea {number}" for number in range(12)])
    hall.reveals(step)
    build = hall.goes_to("build_round")
    hall.each("TakeDeal", [[{"step": build["id"]}]] * 12)
    hall.agrees()
    deals = [person.holding.one("deal")["notes"] for person in hall.people]
    assert [len(set(notes) - {own[at]}) for at, notes in enumerate(deals)] == [3] * 12
    built = hall.write(build, ["Yes, and"] * 12, parent=[notes[2] for notes in deals])
    notes = own + built
    titles, parts = ("Calls", "Keys", "Lists"), (notes[:8], notes[8:16], notes[16:])
    return dict(zip(titles, grouped(hall, hall.goes_to("cluster", 1), titles, parts), strict=True))


def compare(hall, ideas):
    """Three options from the clusters beside doing nothing, with what speaks for and against."""
    step = hall.goes_to("options")
    wishes = [
        [{"id": new_id(), "step": step["id"], "cells": {}, "about": it}] for it in ideas.values()
    ]
    hall.each("AddRow", wishes + [[]] * 9)
    hall.agrees()
    rows = {it["cells"]["option"]: it["id"] for it in hall.board.holding.all("row")}
    sides = ["pro"] * 7 + ["con"] * 5
    hall.write(
        step, ["It is quick"] * 7 + ["It is dear"] * 5, type=sides, about=[rows["Calls"]] * 12
    )
    assert not any(note["about"] for note in hall.board.holding.all("note"))
    hall.reveals(step)
    hall.mark(step, by_scale(rows, OPTIONS, ("use", "doable", "lasts")))
    nothing = "Do nothing: go on as today"
    choices = (
        ("Calls", "keep", ""),
        ("Keys", "keep", ""),
        ("Lists", "drop", "Not ours"),
        (nothing, "drop", "It hurts"),
    )
    choose(hall, step, rows, choices)
    return rows


def by_scale(rows, marks, scales):
    return {
        (rows[title], scale): values
        for title, columns in marks.items()
        for scale, values in zip(scales, columns, strict=True)
    }


def choose(hall, step, rows, choices):
    for title, choice, reason in choices:
        hall.leads("ChooseItem", step=step["id"], item=rows[title], choice=choice, reason=reason)


def weigh(hall, rows):
    """What was dropped before is not weighed any more."""
    step = hall.goes_to("matrix")
    closed = hall.mark(step, by_scale(rows, MATRIX, ("value", "effort")))
    assert {it["title"] for it in closed["items"]} == set(MATRIX)


def promise(hall, about):
    step, action = hall.goes_to("actions"), new_id()
    hall.each(
        "AddAction",
        [[{"id": action, "step": step["id"], "what": "Ring before noon", "due": "2099-01-08", "about": about}]]
        + [[]] * 11,
    )  # fmt: skip
    hall.each("TakeAction", [[], [{"action": action, "taken": True, "who": "Bo"}]] + [[]] * 10)
    retro = hall.goes_to("retro")
    columns = [column["id"] for column in retro["setup"]["columns"]]
    hall.write(retro, ["We learned it"] * 12, column=[columns[at % 5] for at in range(12)])
    hall.reveals(retro)
    feel(hall, 1, AFTER)


def check_the_first_cycle(given, items):
    vote, again = given["votes"]
    told = {
        it["title"]: (it["dots"], it["rank"], it["tied"], it["above_cut"]) for it in vote["results"]
    }
    assert told == {
        "Nobody calls": (9, 1, True, True),
        "Nobody has a key": (9, 1, True, False),
        "Three lists": (6, 3, False, False),
        "An app": (0, 4, True, False),
        "A leaflet": (0, 4, True, False),
    }
    assert [(it["title"], it["dots"], it["voters"]) for it in again["results"]] == [
        ("Nobody calls", 7, 7),
        ("Nobody has a key", 5, 5),
    ]
    assert (again["run_off_of"], vote["trail"][-1]["chosen"]) == (
        vote["id"],
        [items["Nobody calls"]],
    )
    sheets, scorings = given["sheets"], {it["id"]: it for it in given["scorings"]}
    assert [
        (it["version"], it["cycle"], it["fields"][0]["text"], it["reason"]) for it in sheets
    ] == [
        (1, 1, FIRST, ""),
        (2, 1, SHARPER, "Nobody calls"),
    ]
    sure = [scorings[it["confidence"]]["results"] for it in sheets]
    assert [spread(result) for (result,) in sure] == [
        ("3", "2", "3", "1"),
        ("4", "4", "4.5", "0.5"),
    ]


def check_the_ideas(given, ideas):
    sizes = {it["id"]: len(it["notes"]) for it in given["clusters"]}
    assert [sizes[found] for found in ideas.values()] == [8, 8, 8]
    types = [it["type"] for it in given["notes"]]
    counted = {it: types.count(it) for it in set(types)}
    assert counted == {
        "expectation": 12, "problem": 10, "solution": 2, "idea": 24, "pro": 7, "con": 5, "learning": 12,
    }  # fmt: skip


def check_the_options(given, rows):
    """(2 · use + doable + lasts) / 4: calls 15.5/4, keys 12/4, lists 12/4, doing nothing 8/4."""
    scoring = next(it for it in given["scorings"] if len(it["items"]) == 4)
    assert {(it["title"], it["scale"]): spread(it) for it in scoring["results"]} == {
        ("Calls", "use"): ("4.5", "4", "5", "1"),
        ("Calls", "doable"): ("2.5", "2", "3", "1"),
        ("Calls", "lasts"): ("4", "3", "4", "1"),
        ("Keys", "use"): ("3", "1", "5", "4"),
        ("Keys", "doable"): ("4", "4", "4", "0"),
        ("Keys", "lasts"): ("2", "2", "2", "0"),
        ("Lists", "use"): ("3", "3", "3", "0"),
        ("Lists", "doable"): ("3", "3", "3", "0"),
        ("Lists", "lasts"): ("3", "3", "3", "0"),
        ("Do nothing: go on as today", "use"): ("1", "1", "1", "0"),
        ("Do nothing: go on as today", "doable"): ("5", "5", "5", "0"),
        ("Do nothing: go on as today", "lasts"): ("1", "1", "1", "0"),
    }
    weighing = next(it for it in given["weighings"] if it["scoring"] == scoring["id"])
    assert {
        it["title"]: (it["score"], it["rank"], it["tied"], it["apart"]) for it in weighing["items"]
    } == {
        "Calls": ("3.88", 1, False, []),
        "Keys": ("3", 2, True, ["use"]),
        "Lists": ("3", 2, True, []),
        "Do nothing: go on as today": ("2", 4, False, []),
    }
    assert [it["quadrant"] for it in weighing["items"]] == [""] * 4
    table = scoring["step"]
    assert {
        it["title"]: (it["choice"], it["reason"]) for it in given["choices"] if it["step"] == table
    } == {
        "Calls": ("keep", ""),
        "Keys": ("keep", ""),
        "Lists": ("drop", "Not ours"),
        "Do nothing: go on as today": ("drop", "It hurts"),
    }
    assert [it["title"] for it in given["rows"] if it["nothing"]] == ["Do nothing: go on as today"]


def check_the_matrix(given, rows):
    """(2 · value + (10 - effort)) / 3: calls (18 + 7) / 3, keys (15 + 2.5) / 3; cut at 5."""
    scoring = next(it for it in given["scorings"] if len(it["items"]) == 2)
    weighing = next(it for it in given["weighings"] if it["scoring"] == scoring["id"])
    assert [
        (it["title"], it["value"], it["effort"], it["score"], it["quadrant"], it["rank"])
        for it in weighing["items"]
    ] == [("Calls", "9", "3", "8.33", "first", 1), ("Keys", "7.5", "7.5", "5.83", "explore", 2)]
    assert {(it["title"], it["scale"]): spread(it) for it in scoring["results"]} == {
        ("Calls", "value"): ("9", "8", "9.5", "1.5"),
        ("Calls", "effort"): ("3", "2.5", "4", "1.5"),
        ("Keys", "value"): ("7.5", "6", "8", "2"),
        ("Keys", "effort"): ("7.5", "7", "8", "1"),
    }


def check_the_end(given, report):
    (action,) = given["actions"]
    assert (action["who"], action["due"], action["taken"], action["about_title"]) == (
        "Bo", "2099-01-08", True, "Calls",
    )  # fmt: skip
    learned = [it["column"] for it in given["notes"] if it["type"] == "learning"]
    assert sorted(map(learned.count, set(learned))) == [2, 2, 2, 3, 3]
    pulses = [it for it in given["scorings"] if len(it["scales"]) == 2 and len(it["items"]) == 1]
    assert [it["before"] for it in pulses] == ["", pulses[0]["id"]]
    assert [[spread(it) for it in pulse["results"]] for pulse in pulses] == [
        [("4", "3", "4", "1"), ("3.5", "2", "4.5", "2.5")],
        [("3.5", "3", "4", "1"), ("5", "4", "5", "1")],
    ]
    assert "| I understand what this is about | 4 | 3.5 | −0.5 |" in report
    assert "| I feel like doing something about it | 3.5 | 5 | +1.5 |" in report

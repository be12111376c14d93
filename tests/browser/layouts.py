"""What can be done in each layout, once with a finger and once with a keyboard.

A new layout in static/js/layouts/ needs an entry here; test_layouts.py says so if it has none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from tests.browser import comparing
from tests.browser.crowd import Crowd
from tests.browser.keys import Keys
from tests.browser.people import IS_LIVE, Phone
from tests.servers.rytme import ROOT
from workshop.demo.client import new_id
from workshop.demo.content import Note
from workshop.methods import METHODS

CALL = Note("Nobody calls the day after", "problem", "")
KEY = Note("The key box was never put up", "problem", "")
BREAD = Note("Bread and milk in the house", "need", "")
NAMES = {path.stem for path in (ROOT / "static" / "js" / "layouts").glob("*.js")}


@dataclass(frozen=True)
class Layout:
    """`reach` brings the room there; `by_taps` and `by_keys` do everything and end in `outcome`."""

    reach: Callable[[Crowd], Any]
    by_taps: Callable[[Phone, Crowd], None]
    by_keys: Callable[[Keys, Crowd], None]
    seen: Callable[[Crowd], Any]
    outcome: Any
    roving: bool = True  # one tab stop, and arrows; else a form of buttons


# -- what every layout of notes lets a writer do: add, change, remove, undo


def writes_and_mends_by_taps(ada: Phone, kind: str = "") -> None:
    ada.writes("A torch by the dor", "To be removed")
    ada.note("A torch by the dor").get_by_role("button", name="More for this note").tap()
    ada.dialog().get_by_role("button", name="Change").tap()
    if kind:
        ada.dialog().locator(".type").filter(has_text=kind).tap()
    ada.dialog().locator("textarea").fill("A torch by the door")
    ada.dialog().get_by_role("button", name="Save").tap()
    ada.note("To be removed").get_by_role("button", name="More for this note").tap()
    ada.dialog().get_by_role("button", name="Remove").tap()
    ada.dialog().get_by_role("button", name="Remove").tap()
    ada.writes("Too much")
    ada.page.get_by_role("button", name="Undo").tap()


def writes_by_keys(keys: Keys, field: str, *texts: str) -> None:
    for text in texts:
        keys.tab_to(field)
        keys.types(text)
        keys.presses("Add")


def mends_by_keys(keys: Keys) -> None:
    """From the note in the focus: it gets its last letter, and the other one goes."""
    keys.press("Enter")
    keys.presses("Change")
    keys.lands_in("dialog textarea")
    keys.types("A torch by the door")
    keys.presses("Save")
    keys.arrow_to("To be removed")
    keys.press("Enter")
    keys.presses("Remove")
    keys.presses("Remove")
    keys.page.get_by_text("To be removed").wait_for(state="detached")


# -- wall: all that, say how far one is, build on


def reach_wall(crowd: Crowd) -> None:
    crowd.starts("wall")
    crowd.writes([CALL])


def wall_by_taps(ada: Phone, crowd: Crowd) -> None:
    writes_and_mends_by_taps(ada)
    ada.page.get_by_role("button", name="I’m done").tap()
    ada.is_live()
    crowd.reveals()
    ada.note(CALL.text).get_by_role("button", name="Build on").tap()
    ada.page.locator("#composer").fill("Call in the evening too")
    ada.page.locator(".compose button[type=submit]").tap()


def wall_by_keys(keys: Keys, crowd: Crowd) -> None:
    writes_by_keys(keys, "One thought per note", "A torch by the dor", "To be removed")
    keys.tab_into_the_list()
    keys.arrow_to("A torch")
    mends_by_keys(keys)
    writes_by_keys(keys, "One thought per note", "Too much")
    keys.presses("I’m done")
    keys.presses("Undo")
    keys.page.get_by_text("Too much").wait_for(state="detached")
    settled(keys)
    crowd.reveals()
    keys.page.get_by_text(CALL.text).wait_for()
    keys.tab_into_the_list()
    keys.arrow_to(CALL.text)
    keys.press("Enter")
    keys.presses("Build on it")
    keys.lands_in("#composer")
    keys.types("Call in the evening too")
    keys.presses("Add")


def wall_seen(crowd: Crowd) -> Any:
    notes = crowd.finn.holding.all("note")
    texts = {note["id"]: note["text"] for note in notes}
    return sorted((note["text"], texts.get(note["parent"], "")) for note in notes)


# -- columns: all that in a column, say how one knows it and as whom, move one of another's


def reach_columns(crowd: Crowd) -> None:
    setup = METHODS["now_expect"].setup
    more = {
        "columns": msgspec.to_builtins(setup.columns),
        "roles": ["A neighbour"],
        "evidence": True,
    }
    step = crowd.plans("now_expect", phase="frame", visibility="live", can_build=False, setup=more)
    crowd.says("StartStep", step=step)
    ada, *_ = crowd.people
    for note, column in ((CALL, "hurts"), (KEY, "works")):
        fields = {"id": new_id(), "step": step, "text": note.text, "column": column}
        ada.send("AddNote", type="problem", **fields)
        ada.settle()


def columns_by_taps(ada: Phone, crowd: Crowd) -> None:
    ada.page.locator(".type").filter(has_text="We fear").tap()
    ada.press("Heard")
    ada.page.get_by_label("Write as").select_option("A neighbour")
    writes_and_mends_by_taps(ada, kind="We don't know yet")
    ada.moves(CALL.text, to="We expect")


def columns_by_keys(keys: Keys, crowd: Crowd) -> None:
    keys.tab_to("Works now")
    keys.press("ArrowRight", "ArrowRight", "ArrowRight")
    keys.presses("Heard")
    keys.tab_to("Write as")
    keys.press("ArrowDown")
    writes_by_keys(keys, "What could go wrong?", "A torch by the dor", "To be removed")
    keys.tab_into_the_list()
    keys.arrow_to("A torch")
    keys.press("m")
    keys.presses("We don't know yet")
    keys.tab_into_the_list()
    keys.arrow_to("A torch")
    mends_by_keys(keys)
    writes_by_keys(keys, "What could go wrong?", "Too much")
    keys.presses("Undo")
    keys.page.get_by_text("Too much").wait_for(state="detached")
    to_note(keys, CALL)
    keys.press("M")
    keys.presses("We expect")


def columns_seen(crowd: Crowd) -> Any:
    names = ("text", "type", "column", "evidence", "role")
    return sorted(tuple(it[name] for name in names) for it in crowd.finn.holding.all("note"))


# -- clusters: new, name, move, leave alone, dissolve, several at once, merge, part, copy


def reach_clusters(crowd: Crowd) -> None:
    crowd.starts("wall")
    crowd.writes([CALL, KEY, BREAD])
    crowd.reveals()
    crowd.starts("clusters")


def clusters_by_taps(ada: Phone, crowd: Crowd) -> None:
    ada.moves(CALL.text)
    ada.press("Name this cluster")
    ada.dialog().get_by_text("A name comes when two notes lie here.").wait_for()
    ada.dialog().get_by_role("button", name="Back").tap()
    ada.moves(KEY.text, to="No name yet")
    ada.names_a_cluster("Someone answers")
    ada.moves(BREAD.text)
    ada.press("Name this cluster")
    ada.dialog().get_by_role("button", name="Dissolve").tap()
    ada.dialog().get_by_role("button", name="Dissolve it").tap()
    ada.moves(KEY.text, to="Leave alone")
    ada.moves(KEY.text, to="Someone answers")
    chooses = ada.page.get_by_role("button", name="Choose several")
    chooses.tap()
    for note in (KEY, BREAD):
        ada.note(note.text).tap()
    ada.page.locator(".chosen-bar").get_by_role("button", name="Move to…").tap()
    ada.dialog().get_by_role("button", name="New cluster").tap()
    ada.is_live()
    ada.moves(KEY.text, to="Copy to another")
    ada.dialog().get_by_role("button", name="Someone answers").tap()
    ada.is_live()
    ada.press("Name this cluster")
    ada.dialog().get_by_role("button", name="Part it").tap()
    ada.dialog().get_by_label(KEY.text).check()
    ada.dialog().get_by_role("button", name="Make a cluster of them").tap()
    ada.is_live()
    ada.page.get_by_role("button", name="Name this cluster").last.tap()
    ada.dialog().get_by_role("button", name="Put together with…").tap()
    ada.dialog().get_by_role("button", name="Someone answers").tap()
    ada.is_live()
    ada.press("Name this cluster")
    ada.dialog().get_by_role("button", name="Dissolve").tap()
    ada.dialog().get_by_role("button", name="Dissolve it").tap()


def clusters_by_keys(keys: Keys, crowd: Crowd) -> None:
    to_note(keys, CALL)
    keys.press("m")
    keys.presses("New cluster")
    to_note(keys, KEY)
    keys.press("M")
    keys.presses("No name yet")
    keys.presses("Name this cluster")
    keys.lands_in("dialog input")
    keys.types("Someone answers")
    keys.press("Enter")
    to_note(keys, BREAD)
    keys.press("Enter")  # opening a note is moving it
    keys.presses("New cluster")
    keys.presses("Name this cluster")
    keys.presses("Dissolve")
    keys.presses("Dissolve it")
    to_note(keys, KEY)
    keys.press("m")
    keys.presses("Leave alone")
    keys.press("m")
    keys.press("Escape")  # nothing happens, and the focus is where it was
    keys.press("m")
    keys.presses("Someone answers")
    to_note(keys, KEY)
    keys.press("Space")
    to_note(keys, BREAD)
    keys.press("Space")
    keys.press("m")
    keys.presses("New cluster")
    settled(keys)
    to_note(keys, KEY)
    keys.press("m")
    keys.presses("Copy to another")
    keys.presses("Someone answers")
    settled(keys)
    keys.presses("Name this cluster")
    keys.presses("Part it")
    keys.page.get_by_role("checkbox", name=KEY.text).focus()
    keys.press("Space")
    keys.presses("Make a cluster of them")
    settled(keys)
    keys.page.get_by_role("button", name="Name this cluster").last.focus()
    keys.press("Enter")
    keys.presses("Put together with…")
    keys.presses("Someone answers")
    settled(keys)
    keys.presses("Name this cluster")
    keys.presses("Dissolve")
    keys.presses("Dissolve it")


def to_note(keys: Keys, note: Note) -> None:
    keys.tab_into_the_list()
    keys.arrow_to(note.text)


def clusters_seen(crowd: Crowd) -> Any:
    titles = {it["id"]: it["title"] for it in crowd.finn.holding.all("cluster")}
    placed = {it["text"]: titles.get(it["cluster"], "") for it in crowd.finn.holding.all("note")}
    return sorted(titles.values()), placed


# -- vote: give and take back, undo


def reach_vote(crowd: Crowd) -> None:
    reach_clusters(crowd)
    step = crowd.starts("vote")
    crowd.says("OpenVote", id=new_id(), step=step["id"], budget=2)


def vote_by_taps(ada: Phone, crowd: Crowd) -> None:
    for title in (CALL.text, KEY.text):
        ada.candidate(title).get_by_role("button", name="Give one dot").tap()
    ada.candidate(CALL.text).get_by_role("button", name="Take one dot").tap()
    ada.candidate(BREAD.text).get_by_role("button", name="Give one dot").tap()
    ada.candidate(KEY.text).get_by_role("button", name="Take one dot").tap()
    ada.page.get_by_role("button", name="Undo the last dot").tap()
    ada.page.get_by_role("button", name="Done – you can still change it").tap()
    ada.is_live()
    crowd.closes_the_vote()


def vote_by_keys(keys: Keys, crowd: Crowd) -> None:
    for name in (f"Give one dot to “{CALL.text}”", f"Give one dot to “{KEY.text}”"):
        keys.presses(name)
        keys.press("Escape")
    keys.presses(f"Take one dot from “{CALL.text}”")
    keys.presses(f"Give one dot to “{BREAD.text}”")
    keys.presses(f"Take one dot from “{KEY.text}”")
    keys.presses("Undo the last dot")
    keys.presses("Done – you can still change it")
    settled(keys)
    crowd.closes_the_vote()


def vote_seen(crowd: Crowd) -> Any:
    rounds = crowd.finn.holding.all("round")
    return {it["title"]: it["dots"] for it in rounds[-1]["results"]}


# -- poll: give a mark, choose another, take it back, say what stands in the way


def reach_poll(crowd: Crowd) -> None:
    crowd.come(2)
    step = new_id()
    crowd.breathe()
    crowd.says(
        "AddStep",
        id=step,
        place=len(crowd.finn.holding.all("step")),
        method="gradients",
        layout="poll",
        phase="close",
        title="Agreement",
        minutes=5,
        types=["reservation"],
        visibility="private",
        anonymous=True,
        setup={"scales": [{"id": "stand", "title": "Where do you stand?"}], "proposal": True},
    )
    crowd.says("StartStep", step=step)
    scales = [
        {"id": "clear", "title": "Clear", "high": 3, "words": ["Not yet", "Half-way", "Fully"]},
        {"id": "keen", "title": "Keen", "words": ["Not at all", "Very much"]},
    ]
    crowd.says("OpenScoring", id=new_id(), step=step, text=CALL.text, scales=scales)


def poll_by_taps(ada: Phone, crowd: Crowd) -> None:
    clear, keen = (
        ada.page.get_by_role("group", name="Clear"),
        ada.page.get_by_role("group", name="Keen"),
    )
    clear.locator(".mark", has_text="Not yet").tap()
    clear.locator(".mark", has_text="Half-way").tap()
    keen.locator(".mark").nth(4).tap()
    keen.get_by_role("button", name="Take it back").tap()
    ada.page.get_by_text("Say what stands in the way").tap()
    ada.writes("Nobody is there at weekends")
    ada.page.get_by_role("button", name="Done – you can still change it").tap()
    ada.is_live()
    marked(crowd)


def poll_by_keys(keys: Keys, crowd: Crowd) -> None:
    keys.tab_to("1 Not yet")
    keys.press("Space")
    keys.press("ArrowDown")
    keys.tab_to("1 Not at all")
    keys.press("Space")
    keys.presses("Take it back – Keen")
    keys.presses("Say what stands in the way")
    keys.tab_to("One thought per note")
    keys.types("Nobody is there at weekends")
    keys.presses("Add")
    keys.presses("Done – you can still change it")
    settled(keys)
    marked(crowd)


def marked(crowd: Crowd) -> None:
    """Three others mark too, so that the marks are told."""
    for person in crowd.people:
        person.pump_until(lambda who=person: who.holding.all("card"))
        scoring = person.holding.all("scoring")[-1]
        mark = {"scoring": scoring["id"], "item": scoring["id"], "scale": "clear", "value": 3}
        person.send("GiveScore", **mark)
    crowd.settle()
    crowd.says("CloseScoring", scoring=crowd.finn.holding.all("scoring")[-1]["id"])
    crowd.says("RevealNotes", step=crowd.finn.holding.one("workshop")["step"])


def poll_seen(crowd: Crowd) -> Any:
    scorings, notes = crowd.finn.holding.all("scoring"), crowd.finn.holding.all("note")
    lies = {it["scale"]: (it["answers"], it["counts"]) for it in scorings[-1]["results"]}
    return lies, [note["text"] for note in notes]


# -- actions: write, take, change, give back


def reach_actions(crowd: Crowd) -> None:
    crowd.starts("actions")
    crowd.acts(1)


def actions_by_taps(ada: Phone, crowd: Crowd) -> None:
    ada.writes_an_action("Call tomorow")
    ada.takes_on("Call tomorow", "Ada")
    ada.press("Change “Call tomorow”")
    ada.page.locator("li.action").get_by_label("What").fill("Call tomorrow")
    ada.page.locator("li.action").get_by_role("button", name="Save").tap()
    what = crowd.question.actions[0].what
    ada.takes_on(what, "Ada")
    ada.press(f"Give it back: “{what}”")


def actions_by_keys(keys: Keys, crowd: Crowd) -> None:
    keys.presses("Write an action")
    keys.lands_in("form.card input")
    keys.types("Call tomorow")
    keys.press("Enter")
    keys.lands_in(".button--wide")  # the form gives the focus back
    keys.presses("I take it: “Call tomorow”")
    keys.lands_in("dialog input")
    keys.types("Ada")
    keys.press("Enter")
    keys.presses("Change “Call tomorow”")
    keys.lands_in("form.card input")
    keys.types("Call tomorrow")
    keys.press("Enter")
    keys.lands_in("li.action button")
    what = crowd.question.actions[0].what
    keys.presses(f"I take it: “{what}”")
    keys.lands_in("dialog input")
    keys.types("Ada")
    keys.press("Enter")
    keys.presses(f"Give it back: “{what}”")


def actions_seen(crowd: Crowd) -> Any:
    first = crowd.question.actions[0].what
    found = {
        it["what"]: (it["who"], bool(it["participant"])) for it in crowd.finn.holding.all("action")
    }
    return found.pop(first), found


# -- form: write it down, write the next version and why, read the one before


def reach_form(crowd: Crowd) -> None:
    crowd.says("StartStep", step=crowd.plans("goal", types=[], visibility="live"))


def form_by_taps(ada: Phone, crowd: Crowd) -> None:
    ada.press("Write it down")
    ada.page.locator("#sheet-goal").fill("Nobody goes home alone")
    ada.press("Save")
    ada.press("Write the next version")
    ada.page.locator("#sheet-goal").fill("Nobody is alone the first night")
    ada.page.locator("#sheet-reason").fill("The nights are worst")
    ada.press("Save as version 2")
    ada.page.get_by_text("1 earlier version").tap()
    ada.sees("Nobody goes home alone")


def form_by_keys(keys: Keys, crowd: Crowd) -> None:
    keys.presses("Write it down")
    keys.lands_in("#sheet-challenge")
    keys.tab_to("The goal")
    keys.types("Nobody goes home alone")
    keys.presses("Save")
    keys.lands_in(".button--wide")  # the form gives the focus back
    keys.press("Enter")
    keys.lands_in("#sheet-challenge")
    keys.tab_to("The goal")
    keys.types("Nobody is alone the first night")
    keys.tab_to("Why this version?")
    keys.types("The nights are worst")
    keys.presses("Save as version 2")
    keys.presses("1 earlier version")
    keys.page.get_by_text("Nobody goes home alone").wait_for()


def form_seen(crowd: Crowd) -> Any:
    sheets = crowd.finn.holding.all("sheet")
    return sorted((it["version"], it["values"]["goal"], it["reason"]) for it in sheets)


def settled(keys: Keys) -> None:
    keys.page.evaluate(IS_LIVE)


LAYOUTS = {
    "wall": Layout(
        reach_wall,
        wall_by_taps,
        wall_by_keys,
        wall_seen,
        [("A torch by the door", ""), ("Call in the evening too", CALL.text), (CALL.text, "")],
    ),
    "columns": Layout(
        reach_columns,
        columns_by_taps,
        columns_by_keys,
        columns_seen,
        [
            ("A torch by the door", "unknown", "unknown", "heard", "A neighbour"),
            (CALL.text, "expectation", "expect", "", ""),
            (KEY.text, "learning", "works", "", ""),
        ],
    ),
    "clusters": Layout(
        reach_clusters,
        clusters_by_taps,
        clusters_by_keys,
        clusters_seen,
        (
            ["Someone answers"],
            {CALL.text: "Someone answers", KEY.text: "Someone answers", BREAD.text: ""},
        ),
    ),
    "vote": Layout(
        reach_vote,
        vote_by_taps,
        vote_by_keys,
        vote_seen,
        {CALL.text: 0, KEY.text: 1, BREAD.text: 1},
        roving=False,
    ),
    "poll": Layout(
        reach_poll,
        poll_by_taps,
        poll_by_keys,
        poll_seen,
        ({"clear": (4, [0, 1, 3]), "keen": (0, [])}, ["Nobody is there at weekends"]),
        roving=False,
    ),
    "table": Layout(
        comparing.reach_table,
        comparing.table_by_taps,
        comparing.table_by_keys,
        comparing.table_seen,
        comparing.TABLE,
        roving=False,
    ),
    "matrix": Layout(
        comparing.reach_matrix,
        comparing.matrix_by_taps,
        comparing.matrix_by_keys,
        comparing.matrix_seen,
        comparing.MATRIX,
        roving=False,
    ),
    "actions": Layout(
        reach_actions,
        actions_by_taps,
        actions_by_keys,
        actions_seen,
        (("", False), {"Call tomorrow": ("Ada", True)}),
        roving=False,
    ),
    "form": Layout(
        reach_form,
        form_by_taps,
        form_by_keys,
        form_seen,
        [
            (1, "Nobody goes home alone", ""),
            (2, "Nobody is alone the first night", "The nights are worst"),
        ],
        roving=False,
    ),
    "talk": Layout(
        lambda crowd: crowd.starts("talk"),
        lambda ada, crowd: None,
        lambda keys, crowd: None,
        lambda crowd: None,
        None,
        roving=False,
    ),
}

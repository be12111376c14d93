"""A simulated facilitator, who leads the room through its agenda; yields the seconds until the next look."""

from collections.abc import Callable, Iterator
from typing import Any

from workshop.demo.client import Client, new_id
from workshop.demo.content import answers
from workshop.demo.grouping import WORTH_A_NAME
from workshop.demo.pace import Pace
from workshop.demo.sight import (
    Record,
    agenda,
    behind,
    clusters,
    last_result,
    members,
    round_of,
    scoring_of,
    still_open,
    wall,
    weighed,
    workshop,
)

Look = Iterator[float]
OPTIONS = 3  # clusters that become rows
KEPT = 2


class Leader:
    """Goes on when the room is done with a step, at the latest when its minutes have passed."""

    def __init__(self, client: Client, pace: Pace, clock: Callable[[], float], people: int) -> None:
        self.client, self.pace, self.clock, self.people = client, pace, clock, people

    def lead(self) -> Look:
        yield from self.until(lambda: self.counts().get("joined", 0) >= self.people, 2)
        before: Record | None = None
        for step in agenda(self.client):
            yield from self.says(
                "StartStep",
                step=step["id"],
                before=before["id"] if before else "",
                keep_open=glides(before, step),
            )
            before = step
            yield from self.says("StartTimer")
            yield from LAYOUTS[step["layout"]](self, step)
        yield from self.says("CloseWorkshop", share=True)
        yield from self.until(lambda: workshop(self.client)["state"] == "closed", 1)

    def says(self, kind: str, **fields: Any) -> Look:
        """Send a command, and wait for its answer."""
        wish = self.client.send(kind, **fields)
        while wish.answer is None:
            yield self.pace.look / 4

    def until(self, done: Callable[[], object], minutes: float) -> Look:
        """Look up again and again until it is so, or so many minutes have passed."""
        end = self.clock() + minutes * self.pace.minute
        while not done() and self.clock() < end:
            yield self.pace.look

    def pause(self, minutes: float) -> Look:
        yield minutes * self.pace.minute

    def counts(self) -> dict[str, int]:
        return dict(self.client.presence.get("counts", {}))


def glides(before: Record | None, step: Record) -> bool:
    """While the room groups what it has, a late note is still welcome."""
    return bool(before and before["types"]) and step["layout"] == "clusters"


def talk(leader: Leader, step: Record) -> Look:
    yield from leader.pause(min(step["minutes"], 1))


def wall_step(leader: Leader, step: Record) -> Look:
    """Silence while notes come, then the reveal, here or of the step before, and time to read."""
    if step["visibility"] == "private":
        yield from leader.pause(step["minutes"] / 2)
        yield from quiet(leader, step["minutes"] / 2)
        later = [it for it in agenda(leader.client) if it["source"] == step["id"]]
        if any(it["layout"] == "wall" for it in later):
            return
    for step_id in behind(leader.client, step):
        found = leader.client.holding.get("step", step_id)
        if found and found["visibility"] == "private" and not found["revealed"]:
            yield from leader.says("RevealNotes", step=step_id)
    yield from leader.pause(min(step["minutes"] / 2, 3))


def quiet(leader: Leader, minutes: float) -> Look:
    """Until no new note has come for a quarter of a minute."""
    seen, since = -1, leader.clock()

    def still() -> bool:
        nonlocal seen, since
        notes = leader.counts().get("notes", 0)
        if notes != seen:
            seen, since = notes, leader.clock()
        return leader.clock() - since > leader.pace.minute / 4

    yield from leader.until(still, minutes)


def clusters_step(leader: Leader, step: Record) -> Look:
    """Until every pile worth a name has one, and a while longer for second thoughts."""
    if step["setup"].get("story"):
        yield from stories(leader, step)
        return
    yield from leader.pause(step["minutes"] / 3)
    if step["setup"].get("silent"):
        yield from leader.says("EndSilence", step=step["id"])
    yield from leader.until(lambda: named(leader.client, step), step["minutes"] * 2 / 3)
    for other in still_open(leader.client, step):
        yield from leader.says("FinishStep", step=other["id"])


def stories(leader: Leader, step: Record) -> Look:
    """Each cluster stands in the light, for as long as there is time for it."""
    piles = members(wall(leader.client, step))
    told = [it for it in clusters(leader.client, step) if it["id"] in piles]
    for cluster in sorted(told, key=lambda it: int(it["place"])):
        yield from leader.says("Spotlight", of="cluster", item=cluster["id"])
        yield from leader.pause(min(1, step["minutes"] / len(told)))
    yield from leader.says("EndSpotlight")


def named(client: Client, step: Record) -> bool:
    piles = members(wall(client, step))
    piles.pop("", None)
    titles = {it["id"]: it["title"] for it in client.holding.all("cluster")}
    large = [name for name, pile in piles.items() if len(pile) >= WORTH_A_NAME]
    return bool(large) and all(titles.get(name) for name in large)


def vote_step(leader: Leader, step: Record) -> Look:
    yield from ask(leader, step["minutes"] / 4)
    round_id = new_id()
    if minutes := step["setup"].get("plan"):
        yield from leader.says("PlanVote", id=round_id, step=step["id"])
        yield from leader.pause(min(minutes, step["minutes"] / 4))
    yield from leader.says("OpenVote", id=round_id, step=step["id"])
    if (found := round_of(leader.client, step, "open")) is None:
        return
    yield from leader.pause(step["minutes"] / 4)
    most = 0.9 * found["electorate"]
    yield from leader.until(lambda: leader.counts().get("voted", 0) >= most, step["minutes"] / 2)
    yield from leader.pause(step["minutes"] / 8)
    yield from leader.says("CloseVote", round=found["id"])
    yield from leader.until(lambda: round_of(leader.client, step, "closed"), 1)
    yield from tell(leader, step)
    if result := last_result(leader.client):
        yield from leader.says(
            "AddDecision",
            id=new_id(),
            step=step["id"],
            text=result["title"],
            about=result["item"],
            round=found["id"],
        )
    yield from leader.pause(min(step["minutes"] / 8, 0.5))


def poll_step(leader: Leader, step: Record) -> Look:
    """The text is what came out on top, or else what the room has promised; it is polled once."""
    text = proposal(leader.client) if step["setup"].get("proposal") else ""
    yield from leader.says("OpenScoring", id=new_id(), step=step["id"], text=text)
    if (found := scoring_of(leader.client, step, "open")) is None:
        return
    most = 0.9 * found["electorate"]
    yield from leader.until(lambda: leader.counts().get("scored", 0) >= most, step["minutes"] / 2)
    yield from leader.pause(step["minutes"] / 8)
    yield from leader.says("CloseScoring", scoring=found["id"])
    if leader.counts().get("hidden", 0):
        yield from leader.says("RevealNotes", step=step["id"])
    yield from leader.pause(min(step["minutes"] / 4, 1))


def proposal(client: Client) -> str:
    decided = client.holding.all("decision")
    result = last_result(client)
    if decided:
        return str(decided[-1]["text"])
    return str(result["title"]) if result else str(workshop(client)["title"])


def tell(leader: Leader, step: Record) -> Look:
    """A staged result place by place; a tie at the cut by lot, for the room has no time for more."""
    while (found := result_of(leader, step)) and len(found["results"]) < len(found["candidates"]):
        before = found["told"]
        yield from leader.says("TellResult", round=found["id"], before=before)
        yield from leader.until(lambda: (result_of(leader, step) or {}).get("told") != before, 1)  # noqa: B023
    if found and found["tie"]:
        yield from leader.says("BreakTie", round=found["id"], how="lot")


def result_of(leader: Leader, step: Record) -> Record | None:
    return round_of(leader.client, step, "closed")


def ask(leader: Leader, minutes: float) -> Look:
    """A last question before the room chooses; closed when most have answered."""
    poll = new_id()
    question = answers(workshop(leader.client)["language"]).question
    yield from leader.says("AskRoom", id=poll, question=question, form="yes_no")
    most = 0.8 * leader.counts().get("joined", 0)
    yield from leader.until(lambda: leader.counts().get("answered", 0) >= most, minutes)
    yield from leader.says("ClosePoll", poll=poll)


def actions_step(leader: Leader, step: Record) -> Look:
    """Until what the room has promised has a name."""

    def taken() -> bool:
        actions = leader.client.holding.all("action")
        return bool(actions) and all(action["who"] for action in actions)

    yield from leader.pause(step["minutes"] / 3)
    yield from leader.until(taken, step["minutes"] * 2 / 3)


def form_step(leader: Leader, step: Record) -> Look:
    """Thoughts first, then a version that somebody writes, and how sure the room is of it."""

    def written() -> list[Record]:
        sheets = leader.client.holding.all("sheet")
        return [sheet for sheet in sheets if sheet["step"] == step["id"]]

    if step["types"]:
        yield from leader.pause(step["minutes"] / 4)
        yield from quiet(leader, step["minutes"] / 4)
    if leader.counts().get("hidden", 0):
        yield from leader.says("RevealNotes", step=step["id"])
    yield from leader.until(written, step["minutes"] / 3)
    if (found := written()) and step["setup"].get("scales"):
        text = next(iter(found[-1]["values"].values()))
        yield from leader.says("OpenScoring", id=new_id(), step=step["id"], text=text)
        yield from until_marked(leader, step)


def until_marked(leader: Leader, step: Record) -> Look:
    if (asked := scoring_of(leader.client, step, "open")) is None:
        return
    most = 0.9 * asked["electorate"]
    yield from leader.until(lambda: leader.counts().get("scored", 0) >= most, step["minutes"] / 3)
    yield from leader.says("CloseScoring", scoring=asked["id"])


def table_step(leader: Leader, step: Record) -> Look:
    """Rows from the largest clusters beside those that people write; then what speaks for each, and marks."""
    scales = step["setup"].get("scales", ())
    if scales:
        yield from take_rows(leader, step)
    yield from leader.pause(step["minutes"] / 2)
    if leader.counts().get("hidden", 0):
        yield from leader.says("RevealNotes", step=step["id"])
    if scales:
        yield from weigh(leader, step)


def take_rows(leader: Leader, step: Record) -> Look:
    piles = members(wall(leader.client, step))
    large = sorted((name for name in piles if name), key=lambda name: -len(piles[name]))
    for cluster in large[:OPTIONS]:
        yield from leader.says("AddRow", id=new_id(), step=step["id"], cells={}, about=cluster)


def weigh(leader: Leader, step: Record) -> Look:
    """Everyone marks; the two best are kept, and the last is dropped with a reason."""
    yield from leader.says("OpenScoring", id=new_id(), step=step["id"])
    if (found := scoring_of(leader.client, step, "open")) is None:
        return
    most = 0.9 * found["electorate"]
    yield from leader.until(lambda: leader.counts().get("scored", 0) >= most, step["minutes"] / 2)
    yield from leader.pause(step["minutes"] / 4)
    yield from leader.says("CloseScoring", scoring=found["id"])
    yield from leader.until(lambda: scoring_of(leader.client, step, "closed"), 1)
    best = [item["item"] for item in weighed(leader.client, step)]
    reason = answers(workshop(leader.client)["language"]).doubts[0]
    for item in best[:KEPT]:
        yield from leader.says("ChooseItem", step=step["id"], item=item, choice="keep")
    for item in best[KEPT:][-1:]:
        yield from leader.says(
            "ChooseItem", step=step["id"], item=item, choice="drop", reason=reason
        )
    yield from leader.pause(min(step["minutes"] / 8, 1))


LAYOUTS: dict[str, Callable[[Leader, Record], Look]] = {
    "talk": talk,
    "wall": wall_step,
    "columns": wall_step,
    "clusters": clusters_step,
    "vote": vote_step,
    "poll": poll_step,
    "table": table_step,
    "matrix": weigh,
    "form": form_step,
    "actions": actions_step,
}

"""A workshop that has been held, with as many notes as are asked for."""

from collections.abc import Iterator
from itertools import count, cycle, islice

from tests.core.story import MINI, Story, id_of
from workshop.demo.content import content

EACH = 30  # notes of one person
IN_A_CLUSTER = 15


def held(notes: int, language: str = "en") -> Story:
    """The mini cycle to its close: written, revealed, grouped, voted on and promised."""
    people = [f"p{number}" for number in range(max(4, -(-notes // EACH)))]
    story = Story(MINI).joins(*people).joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=id_of("write"))
    ids = [f"note{number:012}" for number in range(notes)]
    for note, person, text in zip(ids, cycle(people), texts(language), strict=False):
        story.says(
            person, "AddNote", id=note, step=id_of("write"), type="idea", text=text, parent=""
        )
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("group"))
    group(story, ids)
    vote(story, people)
    for number, person in enumerate(people[:20]):
        action = {"id": id_of(f"action{number}"), "what": f"See to it, part {number}"}
        story.says("finn", "AddAction", step=id_of("promise"), who=person, **action)
    story.says("finn", "CloseWorkshop")
    return story


def texts(language: str) -> Iterator[str]:
    """What the simulated participants say, over again with a number."""
    said = [note.text for question in content(language).questions for note in question.notes]
    for turn in count(1):
        yield from said if turn == 1 else (f"{text} ({turn})" for text in said)


def group(story: Story, ids: list[str]) -> None:
    lying = ids[: len(ids) * 9 // 10]
    size = max(IN_A_CLUSTER, -(-len(lying) // 190))  # a workshop has at most 200 clusters
    for number, at in enumerate(range(0, len(lying), size)):
        cluster = {"id": id_of(f"cluster{number}"), "title": f"What belongs together {number}"}
        together = lying[at : at + size]
        story.says("finn", "AddCluster", step=id_of("group"), notes=together, **cluster)


def vote(story: Story, people: list[str]) -> None:
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"), budget=3, per_item=2)
    _, found = next(it for it in story.place.everything() if it[0] == "round")
    items = [candidate.item for candidate in found.candidates]
    for number, person in enumerate(people[:100]):
        for item in islice(cycle(items), number, number + 3):
            story.says(person, "CastVote", round=found.id, item=item, dots=1)
    story.says("finn", "CloseVote", round=found.id)
    story.says("finn", "StartStep", step=id_of("promise"))

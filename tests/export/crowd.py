"""A workshop of sixty people and 300 notes, held in either language with the words of the rehearsals."""

from functools import cache
from itertools import cycle, islice

import msgspec

from tests.core.story import Story, id_of, step
from tests.core.wander import AIM
from tests.export.rooms import place
from tests.export.test_scorings import STAND
from workshop.core.setup import Criterion, Setup
from workshop.demo.content import content
from workshop.export import Report, report

PEOPLE = tuple(f"p{number}" for number in range(60))
CRITERIA = {
    "en": (("value", "Most use"), ("ease", "Soon done")),
    "nb": (("value", "Størst nytte"), ("ease", "Fort gjort")),
}


def steps(language: str):
    question = content(language).questions[0].question
    criteria = tuple(Criterion(id=id_, title=title) for id_, title in CRITERIA[language])
    return (
        msgspec.structs.replace(AIM, place=0),
        step(
            "write",
            1,
            "wall",
            "open",
            types=("idea", "need", "problem", "question", "learning", "unknown"),
            prompt=question,
            visibility="private",
            anonymous=True,
            minutes=12,
        ),
        step("group", 2, "clusters", "integrate", source=id_of("write"), minutes=20),
        step("vote", 3, "vote", "close", source=id_of("group"), top=3, minutes=10),
        step(
            "weigh",
            4,
            "vote",
            "close",
            source=id_of("group"),
            top=2,
            setup=Setup(criteria=criteria),
        ),
        step("agree", 5, "poll", "close", setup=Setup(scales=(STAND,), proposal=True)),
        step("promise", 6, "actions", "close", source=id_of("vote"), minutes=15),
    )


@cache
def crowded(language: str) -> Report:
    story = Story(steps(language)).joins(*PEOPLE).joins("finn", role="facilitator")
    first = content(language).questions[0]
    story.says("finn", "ChangeWorkshop", title=first.title, purpose=first.purpose)
    aimed(story, first.purpose)
    themes = written(story, language)
    grouped(story, themes)
    voted(story, "vote", ("",))
    decided(story, language)
    voted(story, "weigh", ("value", "ease"))
    agreed(story, first.builds[0])
    promised(story, language)
    story.says("finn", "CloseWorkshop")
    story.end_keys()
    made = report(place(story))
    about = msgspec.structs.replace(made.workshop, language=language)
    return msgspec.structs.replace(made, workshop=about)


def aimed(story: Story, goal: str) -> None:
    story.says("finn", "StartStep", step=AIM.id)
    story.says("p1", "SaveSheet", id=id_of("aim"), step=AIM.id, values={"goal": goal})


def written(story: Story, language: str) -> dict[str, list[str]]:
    """Five notes each; gives the ids of those of each theme."""
    story.says("finn", "StartStep", step=id_of("write"))
    every = [note for question in content(language).questions for note in question.notes]
    themes: dict[str, list[str]] = {}
    for number, note in enumerate(islice(cycle(every), 300)):
        name, type_ = id_of(f"n{number}"), "idea" if number >= len(every) else note.type
        text = note.text if number < len(every) else f"{note.text} ({number // len(every) + 1})"
        given = {"step": id_of("write"), "type": type_, "text": text}
        story.says(PEOPLE[number % 60], "AddNote", id=name, **given)
        themes.setdefault(note.theme, []).append(name)
    story.says("finn", "RevealNotes", step=id_of("write"))
    return {theme: notes for theme, notes in themes.items() if theme}


def grouped(story: Story, themes: dict[str, list[str]]) -> None:
    story.says("finn", "StartStep", step=id_of("group"))
    for number, (theme, notes) in enumerate(themes.items()):
        given = {"step": id_of("group"), "title": theme, "notes": tuple(notes)}
        story.says("finn", "AddCluster", id=id_of(f"c{number}"), **given)


def voted(story: Story, where: str, criteria: tuple[str, ...]) -> None:
    """Most dots for the first cluster, some for the others."""
    round_ = id_of(f"round{where}")
    story.says("finn", "StartStep", step=id_of(where))
    story.says("finn", "OpenVote", id=round_, step=id_of(where), budget=3, per_item=2)
    for number, person in enumerate(PEOPLE[:52]):
        for at, criterion in enumerate(criteria):
            colour = {"criterion": criterion} if criterion else {}
            for item, dots in (((number * (at + 1)) % 7 % 5, 2), ((number + at) % 9, 1)):
                given = {"round": round_, "item": id_of(f"c{item}"), "dots": dots}
                story.says(person, "CastVote", **given, **colour)
    story.says("finn", "CloseVote", round=round_)
    story.end_keys()


def decided(story: Story, language: str) -> None:
    first = content(language).questions[0]
    for number, text in enumerate(first.builds[:3]):
        given = {"id": id_of(f"d{number}"), "step": id_of("vote"), "text": text}
        about = {"about": id_of(f"c{number}"), "round": id_of("roundvote")}
        story.says("finn", "AddDecision", **given, **about, basis=first.purpose)


def agreed(story: Story, text: str) -> None:
    story.says("finn", "StartStep", step=id_of("agree"))
    asked = {"text": text, "needed": "none_opposed"}
    story.says("finn", "OpenScoring", id=id_of("asked"), step=id_of("agree"), **asked)
    for number, person in enumerate(PEOPLE):
        mark = {"item": id_of("asked"), "scale": "stand", "value": 1 + number * number % 7}
        story.says(person, "GiveScore", scoring=id_of("asked"), **mark)
    story.says("finn", "CloseScoring", scoring=id_of("asked"))
    story.end_keys()


def promised(story: Story, language: str) -> None:
    first = content(language).questions[0]
    story.says("finn", "StartStep", step=id_of("promise"))
    promises = [it for question in content(language).questions for it in question.actions]
    for number, it in enumerate(promises[:9]):
        given = {"id": id_of(f"a{number}"), "step": id_of("promise"), "what": it.what}
        told = {"who": it.who, "first_step": it.first_step, "due": f"2027-0{number + 1}-12"}
        story.says("finn", "AddAction", **given, **told)
    for number, text in enumerate(first.builds[3:7]):
        story.says("p2", "ParkNote", id=id_of(f"k{number}"), text=text)
    story.says("finn", "ChangeWorkshop", follow_up="2027-01-12")

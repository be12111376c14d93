"""A room of people over the real wire, so that a browser can come into the middle of a workshop."""

import random
from datetime import UTC, datetime
from typing import Any

import msgspec

from tests.simulation.meeting import pump_all, step_of
from workshop.demo.client import Client, new_id, post
from workshop.demo.content import Note, Question, content
from workshop.methods import METHODS

Record = dict[str, Any]


class Crowd:
    """A facilitator, and so many people, who do what a rehearsal does; the same in every run."""

    def __init__(
        self,
        url: str,
        people: int = 1,
        *,
        language: str = "en",
        recipe: str = "mini-cycle",
        question: int = 0,
    ) -> None:
        self.url = url
        self.words = content(language)
        self.question: Question = self.words.questions[question]
        self.chance = random.Random(4)
        self.made = self._make(language, recipe)
        self.finn = self._come("facilitator", "Finn")
        self.people: list[Client] = []
        self.come(people)

    def _make(self, language: str, recipe: str) -> Record:
        wish = {"title": self.question.title, "recipe": recipe, "language": language}
        wish["purpose"] = self.question.question
        status, made = post(self.url, "/api/workshops", wish)
        assert status == 201, made
        return made

    def token(self, role: str, name: str = "") -> str:
        knock = {"role": role, "name": name}
        if role == "facilitator":
            knock["key"] = self.made["facilitator_key"]
        status, joined = post(self.url, f"/api/workshops/{self.made['code']}/join", knock)
        assert status == 200, joined
        return str(joined["token"])

    def _come(self, role: str, name: str) -> Client:
        return Client(self.url, self.made["id"], self.token(role, name), role).open()

    def come(self, people: int) -> None:
        names = self.words.names[len(self.people) : len(self.people) + people]
        self.people += [self._come("participant", name) for name in names]

    def breathe(self) -> None:
        """Everyone reads what came, and answers the server's pings."""
        pump_all([self.finn, *self.people])

    def catches_up(self) -> None:
        """The facilitator holds all that was saved by now, also what its own socket has not brought yet."""
        self.finn.join_again()

    def leave(self) -> None:
        for client in (self.finn, *self.people):
            client.close()

    def comes_back(self) -> None:
        """After a restart: the facilitator has a connection again, and nobody else."""
        self.leave()
        self.finn, self.people = self._come("facilitator", "Finn"), []

    # -- the facilitator

    def says(self, kind: str, **fields: Any) -> Record:
        answer = self.finn.say(kind, **fields)
        assert answer["ok"], answer
        return answer

    def starts(self, layout: str, seconds: int = 0, time: int = 0) -> Record:
        """Go to the step of a layout, the first or a later `time`; with `seconds` its time runs."""
        step = step_of(self.finn, layout, time)
        self.says("StartStep", step=step["id"])
        if seconds:
            self.says("StartTimer", seconds=seconds)
        return step_of(self.finn, layout, time)

    def step(self, layout: str, time: int = 0) -> Record:
        return step_of(self.finn, layout, time)

    def reveals(self) -> None:
        self.says("RevealNotes", step=step_of(self.finn, "wall")["id"])

    def opens_the_vote(self) -> str:
        round_id = new_id()
        self.says("OpenVote", id=round_id, step=step_of(self.finn, "vote")["id"])
        return round_id

    def closes_the_vote(self) -> None:
        self.says("CloseVote", round=self.finn.holding.all("round")[-1]["id"])

    def shines(self, of: str, item: str = "") -> None:
        self.says("Spotlight", of=of, item=item)

    def rests(self, seconds: int = 600) -> None:
        """A break, made and begun now."""
        step = new_id()
        place = len(self.finn.holding.all("step"))
        words = {"method": "break", "layout": "talk", "phase": "break", "title": "Break"}
        self.says("AddStep", id=step, place=place, minutes=10, **words)
        self.says("StartStep", step=step)
        self.says("StartTimer", seconds=seconds)

    def plans(self, method: str, **changes: Any) -> str:
        """One more step at the end of the agenda, as the planner adds it."""
        made = METHODS[method]
        words = {"title": made.title, "prompt": made.prompt, "script": list(made.script)}
        names = ("layout", "minutes", "types", "visibility", "anonymous", "can_build")
        fields = {name: getattr(made, name) for name in names}
        setup = msgspec.to_builtins(made.setup)
        given = {"phase": made.phases[0], "setup": setup, **words, **fields, **changes}
        step = new_id()
        self.breathe()
        place = len(self.finn.holding.all("step"))
        self.says("AddStep", id=step, place=place, method=method, **given)
        self.breathe()
        return step

    def cycles(self, question: str) -> None:
        """Once more from here, with all that the room has seen."""
        self.breathe()
        carried = {
            kind: [it["id"] for it in self.finn.holding.all(kind)] for kind in ("note", "cluster")
        }
        chosen = {"notes": carried["note"], "clusters": carried["cluster"]}
        self.says("StartCycle", id=new_id(), question=question, **chosen)

    def asks(self, question: str, form: str) -> str:
        poll = new_id()
        self.says("AskRoom", id=poll, question=question, form=form)
        self.breathe()
        return poll

    def asked(self) -> Record:
        """The question asked last."""
        self.finn.pump_until(lambda: self.finn.holding.all("poll"))
        return dict(self.finn.holding.all("poll")[-1])

    # -- the people

    def answers(self, poll: str, *answers: str) -> None:
        """By one person each, from the first on."""
        for person, answer in zip(self.people, answers, strict=False):
            person.send("AnswerPoll", poll=poll, answer=answer)
        self.settle()

    def writes(self, notes: list[Note]) -> None:
        """Each note by the next person in turn."""
        step = step_of(self.finn, "wall")
        for number, note in enumerate(notes):
            kind = note.type if note.type in step["types"] else step["types"][0]
            person = self.people[number % len(self.people)]
            person.send("AddNote", id=new_id(), step=step["id"], type=kind, text=note.text)
        self.settle()

    def some_notes(self, many: int) -> list[Note]:
        return self.chance.sample([note for note in self.question.notes if note.theme], many)

    def settle(self) -> None:
        for person in self.people:
            person.settle()

    def clusters(self) -> None:
        """By theme, as a reader would; what stands alone stays alone."""
        step = step_of(self.finn, "clusters")
        self.breathe()
        themes = {note.text: note.theme for note in self.question.notes}
        groups: dict[str, list[str]] = {}
        for note in self.finn.holding.all("note"):
            groups.setdefault(themes.get(note["text"], ""), []).append(note["id"])
        for theme, notes in groups.items():
            if theme:
                self.says("AddCluster", id=new_id(), step=step["id"], title=theme, notes=notes)

    def votes(self, share: float = 1.0) -> None:
        """The dots of so many of the people; the first candidates please most."""
        for person in self.people[: round(share * len(self.people))]:
            person.pump_until(lambda who=person: who.holding.all("paper"))
            round_ = person.holding.all("round")[-1]
            wishes = [at for at in range(len(round_["candidates"])) if self.chance.random() < 0.6]
            for at in wishes[: round_["budget"]]:
                item = round_["candidates"][at]["item"]
                person.send("CastVote", round=round_["id"], item=item, dots=1)
        self.settle()

    def acts(self, many: int = 3) -> None:
        step = step_of(self.finn, "actions")
        for action in self.question.actions[:many]:
            fields = {"what": action.what, "who": action.who, "first_step": action.first_step}
            self.says(
                "AddAction",
                id=new_id(),
                step=step["id"],
                due=f"{datetime.now(UTC).year + 1}-01-15",
                **fields,
            )

    def decides(self, text: str) -> None:
        round_ = self.finn.holding.all("round")[-1]["id"]
        step = step_of(self.finn, "vote")["id"]
        self.says("AddDecision", id=new_id(), step=step, text=text, round=round_)

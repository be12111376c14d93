"""What one command costs the server where there is much on the walls, beside where there is little.

The people and the sockets are as many in both, so that only what grows with the notes is seen. Nearly
as many notes as a workshop takes: what is added meanwhile still has room.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import count, cycle
from typing import Any

from tests.bench import cost

LITTLE, MUCH = (10, 100), (10, 4_600)  # viewers, notes
PEOPLE = 120  # each may write fifty in a step
MOST = 1.3
DEALS = 3  # build rounds, since each person takes one hand in each


def compare() -> None:
    print(f"One command at {MUCH[1]} notes, beside {LITTLE[1]}; {PEOPLE} people in both:")
    cost.told("tests.bench.wide", LITTLE, MUCH, MOST)


class Wide(cost.House):
    """Many notes on one wall, which later steps group, vote on, score and build on."""

    def how_many(self, viewers: int) -> int:
        return PEOPLE

    def agenda(self) -> tuple[Any, ...]:
        from tests.core.story import id_of, step
        from workshop.core.setup import Scale, Setup

        scales = (Scale(id="value", title="Value", low=0, high=10),)
        build = {"types": ("idea",), "source": id_of("write"), "can_build": True, "anonymous": True}
        return (
            step("write", 0, "wall", "open", types=("idea",), anonymous=True),
            step("group", 1, "clusters", "integrate", source=id_of("write")),
            step("score", 2, "matrix", "close", source=id_of("write"), setup=Setup(scales=scales)),
            step("vote", 3, "vote", "close", source=id_of("write")),
            *(
                step(f"build{n}", 4 + n, "wall", "open", setup=Setup(deal=3), **build)
                for n in range(DEALS)
            ),
            step("apart", 4 + DEALS, "wall", "open", types=("idea",), setup=Setup(in_groups=True)),
        )

    def kinds(self) -> dict[str, Any]:
        from tests.core.story import id_of

        return {
            "AddNote": (lambda: None, lambda who: self.add_note(who, id_of("write"))),
            "MoveNote": self.moving(),
            "ReportNote": self.reporting(),
            "GiveScore": self.scoring(),
            "CastVote": super().kinds()["CastVote"],
            "TakeDeal": self.dealing(),
        }

    def notes(self) -> list[str]:
        from workshop.core.notes import Note

        return [note.id for note in self.conductor.place(self.log).all(Note)]

    def moving(self) -> tuple[Callable[[], None], Callable[[str], None]]:
        """Fifty notes in turn, into the one cluster and out of it."""
        from tests.core.story import id_of

        where, chosen = cycle(["pile"] * 50 + [""] * 50), cycle(self.notes()[:50])

        def prepare() -> None:
            self.lead("StartStep", step=id_of("group"))
            self.lead("AddCluster", id=id_of("pile"), step=id_of("group"), title="A pile of them")

        def act(who: str) -> None:
            found = id_of("pile") if next(where) else ""
            self.speak(who, "MoveNote", step=id_of("group"), note=next(chosen), cluster=found)

        return prepare, act

    def reporting(self) -> tuple[Callable[[], None], Callable[[str], None]]:
        """A group tells the others of one note, and takes it back."""
        from tests.core.story import id_of
        from workshop.core.groups import NewGroup

        on = cycle([True, False])

        def prepare() -> None:
            groups = tuple(NewGroup(id=id_of(word), title=word) for word in ("red", "blue"))
            self.lead("FormGroups", groups=groups)
            self.lead("StartStep", step=id_of("apart"))
            told = {"id": id_of("told"), "type": "idea", "text": "We call"}
            self.speak(self.people[0], "AddNote", step=id_of("apart"), **told)

        def act(who: str) -> None:
            self.lead("ReportNote", note=id_of("told"), on=next(on))

        return prepare, act

    def scoring(self) -> tuple[Callable[[], None], Callable[[str], None]]:
        """Five of the notes, by everyone, and then over again with another mark."""
        from tests.core.story import id_of

        items, number = self.notes()[50:55], count()  # none that was moved

        def prepare() -> None:
            self.lead("StartStep", step=id_of("score"))
            self.lead("OpenScoring", id=id_of("scoring"), step=id_of("score"), items=items)

        def act(who: str) -> None:
            at = next(number)
            mark = {"item": items[at % 5], "scale": "value", "value": at // PEOPLE % 11}
            self.speak(who, "GiveScore", scoring=id_of("scoring"), **mark)

        return prepare, act

    def dealing(self) -> tuple[Callable[[], None], Callable[[str], None]]:
        from tests.core.story import id_of

        def prepare() -> None:
            for number in range(DEALS):
                self.lead("StartStep", step=id_of(f"build{number}"), keep_open=True)

        def hands() -> Iterator[tuple[str, str]]:
            for number in range(DEALS):
                for person in self.people:
                    yield person, id_of(f"build{number}")

        each = hands()

        def act(_: str) -> None:
            person, step = next(each)
            self.speak(person, "TakeDeal", step=step)

        return prepare, act


if __name__ == "__main__":
    cost.main(Wide, int(sys.argv[1]), int(sys.argv[2]))

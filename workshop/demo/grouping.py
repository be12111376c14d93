"""Among clusters: what belongs together is moved together, not always in one mind, and named last."""

from collections import Counter
from collections.abc import Callable

from workshop.demo.client import new_id
from workshop.demo.person import Person
from workshop.demo.sight import Record, clusters, is_silent, members, wall

STRANGE = 0.1  # how often it comes over those who have a head of their own
MOVES_EACH = 14
WORTH_A_NAME = 3


def group(person: Person, step: Record) -> float:
    """The first of these that there is something to do for."""
    moves = person.times("MoveNote") + person.times("AddCluster")
    if person.waiting() or moves > MOVES_EACH:
        return person.pace.look
    table = Table(person, step)
    for deed in (differ, join, begin, gather, tidy, name):
        if (seconds := deed(person, table)) is not None:
            return seconds
    return person.pace.look


class Table:
    """The notes as they lie, and what each cluster is mostly about."""

    def __init__(self, person: Person, step: Record) -> None:
        self.step = step
        self.notes = wall(person.client, step)
        self.themes = themes(self.notes, person.pool.theme)
        self.piles = members(self.notes)
        self.clusters = clusters(person.client, step)
        self.lone = [note for note in self.piles.get("", ()) if self.theme(note)]
        person.chance.shuffle(self.lone)

    def theme(self, note: Record) -> str:
        return self.themes[note["id"]]

    def about(self, cluster: Record) -> str:
        """The theme of most of its notes."""
        found = Counter(map(self.theme, self.pile(cluster)))
        found.pop("", None)
        return found.most_common(1)[0][0] if found else ""

    def pile(self, cluster: Record) -> list[Record]:
        return self.piles.get(cluster["id"], [])

    def largest(self, theme: str) -> Record | None:
        fitting = [cluster for cluster in self.clusters if self.about(cluster) == theme]
        return max(fitting, key=lambda it: (len(self.pile(it)), it["id"]), default=None)


def themes(notes: list[Record], of_text: Callable[[str], str]) -> dict[str, str]:
    """What each note is about; a build is about what it is built on."""
    found = {note["id"]: of_text(note["text"]) for note in notes}
    return {note["id"]: found[note["id"]] or found.get(note["parent"], "") for note in notes}


def moved(person: Person, table: Table, note: Record, cluster: Record) -> float:
    return person.does("MoveNote", step=table.step["id"], note=note["id"], cluster=cluster["id"])


def differ(person: Person, table: Table) -> float | None:
    """Who has a head of their own moves a note, once, where nobody else sees why."""
    if not person.headstrong or not table.clusters or person.chance.random() > STRANGE:
        return None
    person.headstrong = False
    return moved(
        person, table, person.chance.choice(table.notes), person.chance.choice(table.clusters)
    )


def join(person: Person, table: Table) -> float | None:
    """A lone note goes to the cluster it speaks with."""
    for note in table.lone:
        if cluster := table.largest(table.theme(note)):
            return moved(person, table, note, cluster)
    return None


def begin(person: Person, table: Table) -> float | None:
    """Two lone notes that say related things become a cluster; its name comes later."""
    for note in table.lone:
        theme = table.theme(note)
        pair = [other["id"] for other in table.lone if table.theme(other) == theme][:2]
        if len(pair) == 2:
            return person.does("AddCluster", id=new_id(), step=table.step["id"], notes=pair)
    return None


def gather(person: Person, table: Table) -> float | None:
    """Two clusters of one theme, begun by two people at once, are put together."""
    for cluster in table.clusters:
        home = table.largest(theme) if (theme := table.about(cluster)) else None
        if home and home["id"] != cluster["id"]:
            step = table.step["id"]
            return person.does("MergeClusters", step=step, cluster=cluster["id"], into=home["id"])
    return None


def tidy(person: Person, table: Table) -> float | None:
    """A cluster that everything has left is taken away; a stray note goes home."""
    for cluster in table.clusters:
        if not table.pile(cluster) and person.chance.random() < 0.2:
            return person.does("RemoveCluster", cluster=cluster["id"])
        for note in table.pile(cluster):
            theme = table.theme(note)
            home = table.largest(theme) if theme and theme != table.about(cluster) else None
            if home and person.chance.random() < 0.3:
                return moved(person, table, note, home)
    return None


def name(person: Person, table: Table) -> float | None:
    """Last, as a sentence that someone who was not there would understand."""
    if is_silent(table.step):
        return None
    for cluster in table.clusters:
        if cluster["title"] or len(table.pile(cluster)) < WORTH_A_NAME:
            continue
        if title := table.about(cluster):
            person.send("NameCluster", cluster=cluster["id"], title=title)
            return person.pace.writing(title, person.chance)
    return None

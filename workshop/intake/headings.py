"""What the columns of a table are, told by their headings in the languages that Rytme speaks or has begun to."""

import msgspec

from workshop.core.messages import Refused
from workshop.intake.found import Table

# The likeliest first: our own tables have a cluster and a group, and a survey an answer beside a question.
TEXT = (
    "note text idea answer response comment content card description suggestion "
    "lapp tekst idé svar kommentar innhold kort beskrivelse forslag "
    "innehåll beskrivning förslag "
    "lappu muistilappu teksti idea vastaus kommentti sisältö kuvaus ehdotus"
)
TYPE = "type kind slag typ tyyppi laji"
CLUSTER = (
    "cluster theme category topic section group "
    "klynge tema kategori emne gruppe "
    "kluster ämne grupp "
    "teemaryhmä klusteri teema luokka aihe ryhmä"
)
NAMELESS = frozenset(("cluster without a name", "klynge uten navn"))  # as our own tables say it


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """Places of columns, 0 is first; `head` says that the first row names them."""

    text: int
    type: int | None = None
    cluster: int | None = None
    head: bool = False


def columns_of(table: Table) -> Columns:
    """As the headings say; where they say nothing, the text is where the most is written."""
    head = [word(cell) for cell in table.rows[0]]
    text, kind, cluster = (place(head, words) for words in (TEXT, TYPE, CLUSTER))
    known = text is not None or kind is not None or cluster is not None
    taken = {kind, cluster}
    return Columns(
        text=longest(table, taken) if text is None else text,
        type=kind,
        cluster=cluster,
        head=known or len(head) > 1,
    )


def word(cell: str) -> str:
    return " ".join(cell.split()).casefold()


def place(head: list[str], words: str) -> int | None:
    return next((head.index(each) for each in words.split() if each in head), None)


def longest(table: Table, taken: set[int | None]) -> int:
    """The column that holds the most words, among those that are nothing else."""
    free = [it for it in range(len(table.rows[0])) if it not in taken] or [0]
    return max(free, key=lambda column: sum(len(row[column]) for row in table.rows))


def check_columns(table: Table, columns: Columns) -> Columns:
    """The columns as a form names them; `bad_field` where the table has no such one."""
    width = len(table.rows[0])
    chosen = (columns.text, columns.type, columns.cluster)
    if any(it is not None and not 0 <= it < width for it in chosen):
        raise Refused("bad_field")
    return columns

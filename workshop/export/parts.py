"""What a report is made of. These types are the published form of workshop.json, version 1.

Fields are only ever added within a version. Docstrings here become the schema's own words.
"""

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from workshop.core.messages import Time

Version = Literal["urn:rytme:schema:workshop-1"]
SCHEMA: Final[Version] = "urn:rytme:schema:workshop-1"

WorkshopState = Annotated[str, Meta(pattern="^(lobby|running|closed)$")]
StepState = Annotated[str, Meta(pattern="^(planned|early|open|done)$")]
TieRule = Annotated[str, Meta(pattern="^(|run_off|lot|facilitator)$")]
VoteState = Annotated[str, Meta(pattern="^(open|closed)$")]
PollForm = Annotated[str, Meta(pattern="^(yes_no|scale|words)$")]
Evidence = Annotated[str, Meta(pattern="^(|assumed|seen|heard)$")]
Met = Annotated[str, Meta(pattern="^(yes|no)?$")]
Level = Annotated[str, Meta(pattern="^(no_veto|none_opposed|most_support|all_support)?$")]
Phase = Annotated[str, Meta(pattern="^(frame|open|integrate|close|break)$")]

ActionStatus = Literal["todo", "doing", "done", "dropped"]
Becomes = Literal["", "action", "ask", "next", "answered", "dropped"]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A piece of a report."""


class ImportedLine(Part, frozen=True, kw_only=True):
    """The workshop whose workshop.json this one was opened from: its id and code, and `as_of`, when that was so.

    `at` is when it was imported. People did not come along: what this workshop counts of them was told by that file.
    """

    workshop: str
    code: str
    as_of: Time
    at: Time


class About(Part, frozen=True, kw_only=True):
    """The workshop itself. `participants` counts who took part, `seats` those of them without a phone,
    `never_revealed` notes that nobody else saw, `held_back` notes that a facilitator has hidden or returned,
    `parked_held_back` thoughts in the parking lot that one has hidden.

    `imported` is set where this workshop was opened from a saved one.
    `follow_up` is the day when the actions are looked at again. Times are ISO 8601 UTC, empty where it has not come to that; `as_of` is when this was so.
    """

    id: str
    title: str
    purpose: str
    language: str
    recipe: str
    code: str
    state: WorkshopState
    created_at: Time
    started_at: Time
    closed_at: Time
    as_of: Time
    participants: int
    seats: int
    never_revealed: int
    held_back: int
    follow_up: str
    imported: ImportedLine | None = None
    parked_held_back: int = 0


class CycleLine(Part, frozen=True, kw_only=True):
    """A time through open, integrate and close. The question stays empty until the room has heard it."""

    number: int
    question: str


class ColumnLine(Part, frozen=True, kw_only=True):
    """A prompt of its own beside others in one step."""

    id: str
    title: str
    hint: str


class StepLine(Part, frozen=True, kw_only=True):
    """One step of the agenda, in order. `planned` ones were never begun and keep their prompt to themselves.

    `early` ones collect notes before the meeting. `took` is the seconds that the room spent in it, `glided` says that it went on taking notes while
    the next one was on, `collected` that it took notes before the meeting. Notes of the types in `trays` lay apart.
    """

    id: str
    cycle: int
    method: str
    layout: str
    phase: Phase
    title: str
    prompt: str
    minutes: int
    took: int
    glided: bool
    collected: bool
    source: str
    types: tuple[str, ...]
    columns: tuple[ColumnLine, ...]
    trays: tuple[str, ...]
    anonymous: bool
    private: bool
    revealed: bool
    sealed: bool
    state: StepState


class NoteLine(Part, frozen=True, kw_only=True):
    """A note that the room saw. `parent` is the note it builds on, `name` stands in named steps only.

    `carried` is the note of an earlier cycle that this one is a copy of. `seat`, in named steps only,
    says that it was written for someone without a phone. `column` is the id of a column of its step or of a
    later one, `evidence` how its writer knows it, `role` as whom they chose to write it. `copied` is the note
    that this one is a copy of, because it belonged in two clusters; `contested`, that people kept moving it. `group` is the name of the
    group that wrote it, where the room worked in groups, and `reported` says that they told the others of it.
    `brought` says that a facilitator brought it in from elsewhere: this room did not write it. `about` is the
    row of a table that it speaks for or against, or the scoring of a poll that it speaks of.
    """

    id: str
    step: str
    type: str
    text: str
    column: str
    evidence: Evidence
    role: str
    name: str
    seat: bool
    parent: str
    cluster: str
    carried: str
    about: str
    copied: str = ""
    contested: bool = False
    group: str = ""
    reported: bool = False
    brought: bool = False


class ClusterLine(Part, frozen=True, kw_only=True):
    """Notes that belong together; the title is empty where nobody wrote one.

    `group` is the name of the group that put them together, where the room worked in groups.
    """

    id: str
    step: str
    title: str
    notes: tuple[str, ...]
    group: str = ""


class CandidateLine(Part, frozen=True, kw_only=True):
    """What could be chosen, as it read when the vote opened: a cluster, or a note that stands alone."""

    item: str
    title: str
    notes: int


class VoteLine(Part, frozen=True, kw_only=True):
    """What one candidate got. `voters` is -1 for one to three people, whose number is not told.

    `by_criterion` and `by_group` are dots in the order of the vote's criteria and groups, -1 where a group
    is too few to be told apart. `removed`: it was taken away after the vote had opened. `few`: many dots
    came from few people.
    """

    item: str
    title: str
    notes: int
    dots: int
    voters: int
    rank: int
    tied: bool
    above_cut: bool
    by_criterion: tuple[int, ...]
    by_group: tuple[int, ...]
    removed: bool
    few: bool = False


class GroupLine(Part, frozen=True, kw_only=True):
    """A group of voters, and how many of it have voted; -1 where they are too few to be told apart."""

    title: str
    voters: int


class TieLine(Part, frozen=True, kw_only=True):
    """How a tie at the cut was broken: which of the `items` were `chosen` above it.

    A lot sorts the items by the SHA-256 of "seed|item" and takes the first; a run-off is the vote
    `run_off`; a facilitator may give a `reason`.
    """

    how: TieRule
    items: tuple[str, ...]
    chosen: tuple[str, ...]
    seed: str
    run_off: str
    reason: str


class Vote(Part, frozen=True, kw_only=True):
    """A dot vote and its rules. `electorate` may vote, `late` of them let in later, `ballots` have voted.

    `seats` is how many of the electorate had no phone, and a facilitator who voted for them.

    Each had `budget` dots, at most `per_item` on one candidate; the cut comes after place `top`.
    Results are in order of rank, with every candidate, and empty while the vote is open; of a result
    that is told place by place they hold what the room knows. With `criteria` the budget is for each of
    them. `ties` is what had been agreed on for a tie at the cut, `trail` what was done; `run_off_of` is
    the vote whose tie this one breaks. `wild_card` is kept from below the cut, for the reason `why`.
    """

    id: str
    step: str
    state: VoteState
    secret: bool
    budget: int
    per_item: int
    top: int
    electorate: int
    late: int
    seats: int
    ballots: int
    dots: int
    candidates: tuple[CandidateLine, ...]
    results: tuple[VoteLine, ...]
    criteria: tuple[str, ...]
    groups: tuple[GroupLine, ...]
    ties: TieRule
    trail: tuple[TieLine, ...]
    run_off_of: str
    wild_card: str
    why: str


class ScaleLine(Part, frozen=True, kw_only=True):
    """What was judged by a whole number from `low` to `high`; `words` name both ends, or every mark, or none.

    `weight` is how much it counts beside others; below 0, less is better.
    """

    id: str
    title: str
    low: int
    high: int
    words: tuple[str, ...]
    weight: int


class ScoredLine(Part, frozen=True, kw_only=True):
    """What was marked, as it read when the scoring opened."""

    item: str
    title: str


class MarkLine(Part, frozen=True, kw_only=True):
    """What one item got on one scale. `counts` are people, from the lowest mark to the highest.

    `median`, the quartiles and their distance are decimals as strings. `met` says whether the level that
    was needed is reached. From one to three answers, `answers` is -1 and nothing is broken down.
    `by_group` are the counts of each group of voters, none for a group that is too small to be told.
    """

    item: str
    title: str
    scale: str
    answers: int
    counts: tuple[int, ...]
    median: str
    q1: str
    q3: str
    iqr: str
    met: Met
    by_group: tuple[tuple[int, ...], ...] = ()


class ScoringLine(Part, frozen=True, kw_only=True):
    """Secret marks on scales: a poll on a text, a pulse, a matrix. `text` is what was polled word by word.

    `version` counts the texts, `amends` is the scoring of the version before, and `before` the first one
    that measured the same. `needed` is the level of agreement that was set before, `met` whether it was
    reached. Results hold every item on every scale, and are empty while the scoring is open. `groups` are
    the groups of voters that were told apart. By `consensus` nobody marked: the facilitator placed each
    item as the room agreed, and its place stands where a median would.
    """

    id: str
    step: str
    state: VoteState
    text: str
    version: int
    amends: str
    before: str
    needed: Level
    met: Met
    electorate: int
    late: int
    seats: int
    ballots: int
    scales: tuple[ScaleLine, ...]
    items: tuple[ScoredLine, ...]
    results: tuple[MarkLine, ...]
    groups: tuple[str, ...] = ()
    consensus: bool = False


class CellLine(Part, frozen=True, kw_only=True):
    """What a row tells in one field of its table. `form` is line, text, date or person."""

    field: str
    title: str
    form: str
    text: str


class RowLine(Part, frozen=True, kw_only=True):
    """A row of a table, with the cells that were filled in, the first of which names it.

    `about` is the note or cluster that it was taken from; `nothing` marks the row for doing nothing.
    `name` is the writer's, in named steps only.
    """

    id: str
    step: str
    title: str
    cells: tuple[CellLine, ...]
    about: str
    nothing: bool
    name: str


class WeighedLine(Part, frozen=True, kw_only=True):
    """What the marks of one item came to, as decimals of at most two places; empty where fewer than four
    marked it. `rank` is 0 without a score. `quadrant` is first, explore, small or drop; `apart` are the
    ids of the scales that the room differed on.
    """

    item: str
    title: str
    score: str
    value: str
    effort: str
    quadrant: str
    rank: int
    tied: bool
    apart: tuple[str, ...]


class WeighingLine(Part, frozen=True, kw_only=True):
    """The items of a closed scoring by their scores, the best first."""

    scoring: str
    step: str
    items: tuple[WeighedLine, ...]


class ChoiceLine(Part, frozen=True, kw_only=True):
    """What a step kept or dropped on purpose, and why. `choice` is keep or drop."""

    step: str
    item: str
    title: str
    choice: str
    reason: str


class AnswerLine(Part, frozen=True, kw_only=True):
    """One answer of a poll and how many gave it. `yes` and `no`, `1` to `5`, or people's own words."""

    answer: str
    count: int


class PollLine(Part, frozen=True, kw_only=True):
    """A question asked between the steps. `asked` were in the room, `answers` of them answered.

    Results are empty while the poll is open, and where fewer than four have answered.
    """

    id: str
    question: str
    form: PollForm
    state: VoteState
    asked: int
    answers: int
    results: tuple[AnswerLine, ...]


class FieldLine(Part, frozen=True, kw_only=True):
    """What stands in one field of a form, and what the field was called then."""

    field: str
    title: str
    text: str


class SheetLine(Part, frozen=True, kw_only=True):
    """One version of what a form says; those of one `subject` are versions of one thing, as the `goal`.

    `reason` says why this version came, `insights` are the notes that moved it. `confidence` is the
    scoring that asked how sure the room was of it. `continued` is what it was continued from, and then
    `step` is empty.
    """

    id: str
    step: str
    subject: str
    version: int
    cycle: int
    at: Time
    fields: tuple[FieldLine, ...]
    reason: str
    insights: tuple[str, ...]
    confidence: str
    continued: str


class ContinuedLine(Part, frozen=True, kw_only=True):
    """An earlier workshop that this one went on from. `workshop` is its id, empty where that is not known."""

    id: str
    workshop: str
    title: str
    held: str


class DecisionLine(Part, frozen=True, kw_only=True):
    """What was decided, about which note or cluster, on the basis of which vote.

    `basis` is what it rests on besides, `alternatives` what else there was, `daily` how it shows in an
    ordinary week; `step` is where it was written down; `decided_on` is a date, empty in workshops from before it was asked for.
    """

    id: str
    text: str
    about: str
    about_title: str
    vote: str
    basis: str
    alternatives: str
    decider: str
    decided_on: str
    daily: str
    step: str = ""


class ActionLine(Part, frozen=True, kw_only=True):
    """Who does what by when. `due` is a date or empty; `taken` says that a person accepted it themself.

    `helpers` are others than the owner, `daily` how it fits the normal week. `continued` is what it was
    continued from, and then `step` is empty: else that is where it was written down. `status` is how far
    it has come: todo, doing, done or dropped; what is done or dropped misses nothing.
    """

    id: str
    what: str
    who: str
    due: str
    first_step: str
    taken: bool
    missing: tuple[str, ...]
    about: str
    about_title: str
    helpers: str
    daily: str
    continued: str
    step: str = ""
    status: ActionStatus = "todo"


class ParkedLine(Part, frozen=True, kw_only=True):
    """A thought put in the parking lot, here or in the workshop that this one was `continued` from.

    `becomes` says what becomes of it, with a `word` on that, and is empty while nobody has said; `note`
    is the one that it was set aside from. Files from before that was told have none of it.
    """

    id: str
    text: str
    continued: str
    becomes: Becomes = ""
    word: str = ""
    note: str = ""


class MoveLine(Part, frozen=True, kw_only=True):
    """A note that went to a cluster; the cluster is empty where it stands alone again."""

    note: str
    cluster: str


class GrowthLine(Part, frozen=True, kw_only=True):
    """What the board showed anew at one moment of the work, `at` so many seconds into it, true to the minute.

    `step` is the room's, `came` and `moved` are notes, `told` the votes whose result was there from then
    on, `decided` the decisions.
    """

    at: int
    step: str
    came: tuple[str, ...]
    moved: tuple[MoveLine, ...]
    told: tuple[str, ...]
    decided: tuple[str, ...]


class Report(Part, frozen=True, kw_only=True):
    """A workshop as the whole room saw it. No person is in it but by a name given to be read.

    `growth` is how it came to be so; files from before it was told have none.
    """

    schema: Version = SCHEMA
    workshop: About
    cycles: tuple[CycleLine, ...]
    agenda: tuple[StepLine, ...]
    notes: tuple[NoteLine, ...]
    clusters: tuple[ClusterLine, ...]
    votes: tuple[Vote, ...]
    scorings: tuple[ScoringLine, ...]
    rows: tuple[RowLine, ...]
    weighings: tuple[WeighingLine, ...]
    choices: tuple[ChoiceLine, ...]
    polls: tuple[PollLine, ...]
    sheets: tuple[SheetLine, ...]
    continued: tuple[ContinuedLine, ...]
    decisions: tuple[DecisionLine, ...]
    actions: tuple[ActionLine, ...]
    parked: tuple[ParkedLine, ...]
    growth: tuple[GrowthLine, ...] = ()

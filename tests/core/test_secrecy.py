"""Two histories that differ only in what a viewer may not see give that viewer the very same bytes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.story import LOG, MINI, Story, id_of, step
from tests.core.wander import STEPS
from workshop.core.changes import for_audience, for_person, net, shared_records
from workshop.core.counts import counts
from workshop.core.notes import Note
from workshop.core.setup import Criterion, Setup
from workshop.core.wire import encode
from workshop.export.report import report
from workshop.insight.growth import growth

WATCHERS = [("cy", "participant"), ("finn", "facilitator"), ("", "board")]
PEOPLE = ("ada", "bo")
texts = st.text(alphabet="abcdef ghij", min_size=1, max_size=20).filter(str.strip)
notes = st.tuples(st.sampled_from(PEOPLE), texts, st.sampled_from(["idea", "need"]))
pairs = st.lists(st.tuples(notes, notes), min_size=1, max_size=6)
dots = st.tuples(st.sampled_from(PEOPLE), st.integers(0, 5), st.integers(0, 1))


def ready(readers: str = "author", **fields: object) -> Story:
    story = Story().joins("ada", "bo", "cy").joins("finn", role="facilitator")
    story.says("finn", "ChangeStep", step=id_of("write"), readers=readers, **fields)
    story.says("finn", "StartStep", step=id_of("write"))
    return story


def traffic(story: Story, person: str, role: str) -> list[bytes]:
    """What one batch sends to one viewer."""
    changed = net(story.changed)
    names = story.names(id_of(person)) if person else frozenset()
    deltas = (for_person(changed, role, names), for_audience(changed, role))
    return [encode([delta.put, delta.drop]) for delta in deltas if delta]


def watched(story: Story, person: str, role: str, wishes: list) -> list[list[bytes]]:
    sent = []
    for who, kind, given_fields in wishes:
        story.says(who, kind, **given_fields)
        sent.append(traffic(story, person, role))
    return sent


def written(number: int, note: tuple[str, str, str]) -> tuple[str, str, dict]:
    author, text, note_type = note
    given_fields = {"step": id_of("write"), "type": note_type, "text": text}
    return author, "AddNote", {"id": id_of(f"n{number}{author}"), **given_fields}


@given(pairs)
@settings(max_examples=60, deadline=None)
def test_hidden_notes_are_the_same_to_who_may_not_read_them(written_twice):
    for person, role in WATCHERS:
        first, second = (
            watched(
                ready(),
                person,
                role,
                [written(n, both[which]) for n, both in enumerate(written_twice)],
            )
            for which in (0, 1)
        )
        assert first == second


@given(st.lists(st.tuples(dots, dots), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_ballots_are_the_same_to_everyone_else(cast_twice):
    for person, role in WATCHERS:
        first, second = (
            watched(voting(), person, role, [cast(both[which]) for both in cast_twice])
            for which in (0, 1)
        )
        assert first == second == [[]] * len(cast_twice)


def voting() -> Story:
    story = ready()
    for number in range(6):
        author, kind, given_fields = written(number, ("ada", f"Note {number}", "idea"))
        story.says(author, kind, **given_fields)
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"), budget=9, per_item=9)
    return story


def cast(choice: tuple[str, int, int]) -> tuple[str, str, dict]:
    voter, number, given_dots = choice
    item = id_of(f"n{number}ada")
    return voter, "CastVote", {"round": id_of("round"), "item": item, "dots": given_dots}


@given(st.lists(st.tuples(dots, dots), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_marks_are_the_same_to_everyone_else(given_twice):
    for person, role in WATCHERS:
        first, second = (
            watched(scoring(), person, role, [mark(both[which]) for both in given_twice])
            for which in (0, 1)
        )
        assert first == second == [[]] * len(given_twice)


def scoring() -> Story:
    story = Story(STEPS).joins("ada", "bo", "cy").joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=id_of("score"))
    story.says("finn", "OpenScoring", id=id_of("round"), step=id_of("score"), text="We call.")
    for person in PEOPLE:
        story.says(person, "ChooseScorerGroup", scoring=id_of("round"), group="Users")
    return story


def test_as_whom_one_marks_is_the_same_to_everyone_else():
    for person, role in WATCHERS:
        first, second = (
            watched(scoring(), person, role, [marks_as(group), mark(("ada", 2, 0))])
            for group in ("Users", "Staff")
        )
        assert first == second == [[], []]


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=4))
@settings(max_examples=30, deadline=None)
def test_what_stands_in_the_way_of_a_new_version_is_the_same_to_everyone_else(said_twice):
    for person, role in WATCHERS:
        first, second = (
            watched(
                polled_again(),
                person,
                role,
                [doubt(n, both[which]) for n, both in enumerate(said_twice)],
            )
            for which in (0, 1)
        )
        assert first == second == [[]] * len(said_twice)


def polled_again() -> Story:
    """What stood in the way of the first text has been shown, and the second one is polled."""
    story = Story(STEPS).joins("ada", "bo", "cy").joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=id_of("score"))
    story.says("finn", "OpenScoring", id=id_of("round"), step=id_of("score"), text="We call.")
    who, kind, given_fields = doubt(99, "Who calls at weekends?")
    story.says(who, kind, **given_fields)
    story.says("finn", "CloseScoring", scoring=id_of("round"))
    story.says("finn", "RevealNotes", step=id_of("score"))
    story.says("finn", "OpenScoring", id=id_of("again"), step=id_of("score"), text="We write.")
    return story


def doubt(number: int, text: str) -> tuple[str, str, dict]:
    given_fields = {"step": id_of("score"), "type": "reservation", "text": text}
    return "ada", "AddNote", {"id": id_of(f"d{number}"), **given_fields}


def marks_as(group: str) -> tuple[str, str, dict]:
    return "bo", "ChooseScorerGroup", {"scoring": id_of("round"), "group": group}


def mark(choice: tuple[str, int, int]) -> tuple[str, str, dict]:
    scorer, value, which = choice
    given_fields = {"scoring": id_of("round"), "item": id_of("round"), "value": value or None}
    return scorer, "GiveScore", {**given_fields, "scale": ("value", "effort")[which]}


def test_who_parked_a_thought_is_the_same_to_everyone_else():
    for person, role in WATCHERS:
        first, second = (
            watched(ready(), person, role, [parks(who, "Who has the keys?"), takes_back(who)])
            for who in PEOPLE
        )
        assert first == second


def test_what_is_held_as_it_is_parked_is_the_same_to_who_may_not_read_it():
    for person, role in (("cy", "participant"), ("", "board")):
        first, second = (
            watched(holding(), person, role, [parks("ada", text), takes_back("ada")])
            for text in ("Held one", "Held two")
        )
        assert first == second == [[], []]


def holding() -> Story:
    """Two notes that the room has seen are held."""
    story = ready()
    for number, text in enumerate(("Held one", "Held two")):
        author, kind, given_fields = written(number, ("bo", text, "idea"))
        story.says(author, kind, **given_fields)
    story.says("finn", "RevealNotes", step=id_of("write"))
    for number in range(2):
        story.says("finn", "HideNote", note=id_of(f"n{number}bo"), reason="It hurts")
    return story


def parks(person: str, text: str) -> tuple[str, str, dict]:
    return person, "ParkNote", {"id": id_of("thought"), "text": text}


def takes_back(person: str) -> tuple[str, str, dict]:
    return person, "RemoveParked", {"parked": id_of("thought")}


def test_a_reader_setting_lets_facilitators_read_and_nobody_else():
    story = ready(readers="facilitator")
    who, kind, given_fields = written(1, ("ada", "Held", "idea"))
    story.says(who, kind, **given_fields)
    assert traffic(story, "finn", "facilitator") != []
    assert traffic(story, "cy", "participant") == traffic(story, "", "board") == []


def test_the_author_gets_the_note_and_the_word_that_it_is_hers():
    story = ready()
    who, kind, given_fields = written(1, ("ada", "Mine", "idea"))
    story.says(who, kind, **given_fields)
    mine = for_person(net(story.changed), "participant", story.names(id_of("ada")))
    assert [record["kind"] for record in mine.put] == ["note", "authorship"]
    assert not any("owner" in record for record in mine.put)


def test_counts_are_bare_numbers():
    story = ready()
    for number, author in enumerate(["ada", "ada", "bo"]):
        who, kind, given_fields = written(number, (author, "A thought", "idea"))
        story.says(who, kind, **given_fields)
    assert counts(story.place) == {
        "joined": 3,
        "notes": 3,
        "hidden": 3,
        "writers": 2,
        "unshown": 3,
        "early": 0,
        "voted": 0,
        "done": 0,
        "more": 0,
        "answered": 0,
        "scored": 0,
        "spread": [],
    }


ORDERS = st.permutations([(who, f"{who}{n}") for who in PEOPLE for n in range(3)])


@given(ORDERS, ORDERS)
@settings(max_examples=30, deadline=None)
def test_who_comes_after_the_reveal_does_not_learn_in_which_order_notes_were_written(one, other):
    first, second = (shown_in_turn(order) for order in (one, other))

    for role in ("participant", "board"):
        assert told_to_newcomers(first, role) == told_to_newcomers(second, role)
    assert encode(report(first.place)) == encode(report(second.place))
    assert encode(growth(LOG, first.entries)) == encode(growth(LOG, second.entries))


def shown_in_turn(order: list[tuple[str, str]]) -> Story:
    """One of the notes was held at the reveal, and is shown after it."""
    story = ready("facilitator", moderated=True)
    for who, word in order:
        fields = {"id": id_of(word), "step": id_of("write"), "type": "idea", "text": word}
        story.says(who, "AddNote", **fields)
    for word in ("ada1", "bo1"):
        story.says("finn", "HideNote", note=id_of(word), reason="A name")
    story.says("finn", "RevealNotes", step=id_of("write"))
    for word in ("ada1", "bo1"):
        story.says("finn", "ShowNote", note=id_of(word))
    return story


def told_to_newcomers(story: Story, role: str) -> list[bytes]:
    """What they get when they join, and what comes to them when all of it is moved at once."""
    joined = encode(shared_records(story.place, role))
    story.says("finn", "StartStep", step=id_of("group"))
    every = tuple(sorted(note.id for note in story.place.all(Note)))
    pile = {"id": id_of(f"pile {role}"), "step": id_of("group"), "notes": every}
    story.says("finn", "AddCluster", **pile)
    story.says("finn", "RemoveCluster", cluster=pile["id"])
    return [joined, *traffic(story, "", role)]


def parted() -> Story:
    """A vote by groups and criteria is open, and ada and bo have no dot in it yet."""
    story = Story((*MINI[:3], FULL_VOTE)).joins("ada", "bo", "cy").joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=id_of("write"))
    for number in range(3):
        author, kind, given_fields = written(number, ("ada", f"Note {number}", "idea"))
        story.says(author, kind, **given_fields)
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"))
    return story


def test_as_whom_one_votes_and_for_what_is_the_same_to_everyone_else():
    for person, role in WATCHERS:
        first, second = (
            watched(parted(), person, role, [votes_as(group), gives(criterion)])
            for group, criterion in (("Users", "value"), ("Staff", "ease"))
        )
        assert first == second == [[], []]


def votes_as(group: str) -> tuple[str, str, dict]:
    return "ada", "ChooseVoterGroup", {"round": id_of("round"), "group": group}


def gives(criterion: str) -> tuple[str, str, dict]:
    fields = {"round": id_of("round"), "item": id_of("n0ada"), "dots": 1, "criterion": criterion}
    return "ada", "CastVote", fields


def test_a_staged_result_is_the_same_to_everyone_until_it_is_told():
    """Whatever was chosen, closing says how many dots and people, and nothing else."""
    for person, role in WATCHERS:
        first, second = (
            watched(parted(), person, role, [votes_as("Users"), each, CLOSES])[-1]
            for each in (gives("value"), other(gives("value")))
        )
        assert first == second


def other(cast_vote: tuple[str, str, dict]) -> tuple[str, str, dict]:
    person, kind, fields = cast_vote
    return person, kind, fields | {"item": id_of("n1ada")}


CLOSES = ("finn", "CloseVote", {"round": id_of("round")})
FULL_VOTE = step(
    "vote",
    3,
    "vote",
    "close",
    source=id_of("group"),
    budget=2,
    top=1,
    setup=Setup(
        criteria=(Criterion(id="value", title="Value"), Criterion(id="ease", title="Ease")),
        groups=("Users", "Staff"),
        staged=True,
    ),
)

"""The report holds what the whole room saw, and nothing else."""

from html import unescape

import msgspec
import pytest

from tests.core.full_vote import EASE, ROUND, VALUE, casts, closes, open_room, room, stacked
from tests.core.full_vote import PEOPLE as VOTERS
from tests.core.story import Story, id_of, replayed
from tests.export.rooms import (
    again,
    asked,
    closed,
    grouped,
    moderated,
    opened,
    place,
    promised,
    revealed,
    voted,
    write,
)
from tests.export.unpacked import every_byte
from workshop.core.counts import counts
from workshop.core.history import Deed
from workshop.core.votes import Round
from workshop.export import make, report
from workshop.export.parts import (
    About,
    ActionLine,
    AnswerLine,
    CandidateLine,
    ClusterLine,
    CycleLine,
    DecisionLine,
    NoteLine,
    ParkedLine,
    PollLine,
    StepLine,
    Vote,
    VoteLine,
)


def note(word: str, note_type: str, text: str, parent: str = "", cluster: str = "") -> NoteLine:
    return NoteLine(
        id=id_of(word),
        step=id_of("write"),
        type=note_type,
        text=text,
        column="",
        evidence="",
        role="",
        name="",
        seat=False,
        parent=id_of(parent) if parent else "",
        cluster=id_of(cluster) if cluster else "",
        carried="",
        about="",
    )


def test_the_workshop_is_told_by_its_own_words_and_bare_counts():
    story = closed()

    assert report(place(story)).workshop == About(
        id=story.place.log,
        title="Safe at home",
        purpose="",
        language="en",
        recipe="mini-cycle",
        code="VEVK47",
        state="closed",
        created_at=story.entries[0].at,
        started_at=story.entries[7].at,
        closed_at=story.entries[-1].at,
        as_of=story.entries[-1].at,
        participants=5,
        seats=0,
        never_revealed=0,
        held_back=0,
        follow_up="",
    )


def test_notes_come_in_the_order_of_agenda_and_wall():
    story = grouped()
    expectation = NoteLine(
        id=id_of("hope"),
        step=id_of("hello"),
        type="expectation",
        text="Calm",
        column="",
        evidence="",
        role="",
        name="Ada",
        seat=False,
        parent="",
        cluster="",
        carried="",
        about="",
    )

    assert report(place(story)).notes == (
        expectation,
        note("ring", "need", "Someone calls the day after", cluster="calls"),
        note("number", "idea", "One number that answers", cluster="calls"),
        note("coffee", "problem", "The coffee on the third floor"),
        note("list", "problem", "Two lists, and nobody knows which one holds", cluster="lists"),
        note("stairs", "idea", "Try the stairs before going home"),
        note("magnet", "idea", "On a magnet for the fridge", parent="number", cluster="lists"),
    )


def test_clusters_are_told_also_where_they_have_no_name_or_no_notes():
    assert report(place(grouped())).clusters == (
        ClusterLine(
            id=id_of("calls"),
            step=id_of("group"),
            title="Someone answers",
            notes=(id_of("ring"), id_of("number")),
        ),
        ClusterLine(
            id=id_of("lists"),
            step=id_of("group"),
            title="",
            notes=(id_of("list"), id_of("magnet")),
        ),
        ClusterLine(id=id_of("nothing"), step=id_of("group"), title="Nothing fits here", notes=()),
    )


def line(word: str, title: str, notes: int, *, dots: int, voters: int, rank: int) -> VoteLine:
    return VoteLine(
        item=id_of(word),
        title=title,
        notes=notes,
        dots=dots,
        voters=voters,
        rank=rank,
        tied=rank == 2,
        above_cut=rank < 4,
        by_criterion=(),
        by_group=(),
        removed=False,
    )


def test_a_vote_is_told_with_its_rules_its_ties_its_cut_and_what_got_no_dot():
    results = (
        line("calls", "Someone answers", 2, dots=8, voters=4, rank=1),
        line("lists", "Two lists, and nobody knows which one holds", 2, dots=1, voters=-1, rank=2),
        line("stairs", "Try the stairs before going home", 1, dots=1, voters=-1, rank=2),
        line("coffee", "The coffee on the third floor", 1, dots=0, voters=0, rank=4),
    )
    (told,) = report(place(voted())).votes

    assert msgspec.structs.replace(told, candidates=()) == Vote(
        id=id_of("round"),
        step=id_of("vote"),
        state="closed",
        secret=True,
        budget=3,
        per_item=2,
        top=2,
        electorate=5,
        late=0,
        seats=0,
        ballots=4,
        dots=10,
        candidates=(),
        results=results,
        criteria=(),
        groups=(),
        ties="",
        trail=(),
        run_off_of="",
        wild_card="",
        why="",
    )
    assert set(told.candidates) == {
        CandidateLine(item=it.item, title=it.title, notes=it.notes) for it in results
    }


def test_an_open_vote_tells_what_can_be_chosen_and_no_dots():
    story = grouped()
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"))
    before = make("workshop.json", place(story))
    story.says("ada", "CastVote", round=id_of("round"), item=id_of("calls"), dots=1)

    (told,) = report(story.place).votes

    assert (told.state, told.results, told.dots, told.ballots) == ("open", (), 0, 0)
    assert make("workshop.json", story.place) == before


def test_a_poll_is_told_in_totals_and_an_open_one_without_any():
    closed_one, open_one = report(place(asked())).polls

    assert closed_one == PollLine(
        id=id_of("how"),
        question="How is it?",
        form="words",
        state="closed",
        asked=5,
        answers=4,
        results=(AnswerLine(answer="Calm", count=3), AnswerLine(answer="tired", count=1)),
    )
    assert (open_one.state, open_one.answers, open_one.results) == ("open", 0, ())


def test_decisions_and_actions_are_told_with_what_they_rest_on_and_what_is_missing():
    told = report(place(promised()))

    assert told.decisions == (
        DecisionLine(
            id=id_of("decided"),
            text="We begin with one number",
            about=id_of("calls"),
            about_title="Someone answers",
            vote=id_of("round"),
            basis="",
            alternatives="",
            decider="",
            decided_on="2026-11-21",
            daily="",
            step=id_of("vote"),
        ),
    )
    assert told.actions == (
        ActionLine(
            id=id_of("phone"),
            what="Order the number",
            who="Bo",
            due="2026-12-04",
            first_step="Call the exchange",
            taken=True,
            missing=(),
            about=id_of("calls"),
            about_title="Someone answers",
            helpers="",
            daily="",
            continued="",
            step=id_of("promise"),
        ),
        ActionLine(
            id=id_of("later"),
            what="Look at the lists",
            who="",
            due="",
            first_step="",
            taken=False,
            missing=("who", "due"),
            about="",
            about_title="",
            helpers="",
            daily="",
            continued="",
            step=id_of("promise"),
        ),
    )
    assert told.parked == (
        ParkedLine(id=id_of("parked"), text="What about the weekends?", continued=""),
    )


def test_a_step_that_never_began_keeps_its_prompt_to_itself():
    encore = report(place(closed())).agenda[-1]

    assert encore == StepLine(
        id=id_of("encore"),
        cycle=1,
        method="talk",
        layout="talk",
        phase="frame",
        title="encore",
        prompt="",
        minutes=5,
        took=0,
        glided=False,
        collected=False,
        source="",
        types=(),
        columns=(),
        trays=(),
        anonymous=False,
        private=False,
        revealed=False,
        sealed=False,
        state="planned",
    )


def test_each_cycle_is_told_with_its_question():
    assert report(place(closed())).cycles == (CycleLine(number=1, question="write?"),)
    assert report(place(again())).cycles == (
        CycleLine(number=1, question="write?"),
        CycleLine(number=2, question="Who answers the number?"),
    )


def test_a_cycle_that_the_room_never_came_to_is_not_told():
    story = promised()
    story.says("finn", "StartCycle", id=id_of("again"), question="A question for another day")

    told = report(place(story))

    assert [cycle.number for cycle in told.cycles] == [1]
    assert b"another day" not in every_byte(story.place)


def test_a_carried_note_names_the_note_that_it_is_a_copy_of():
    carried = [note for note in report(place(again())).notes if note.carried]

    assert [(note.carried, note.text) for note in carried] == [
        (id_of("ring"), "Someone calls the day after"),
        (id_of("number"), "One number that answers"),
    ]


def test_a_seat_is_counted_in_the_room_and_in_the_electorate():
    told = report(place(again()))

    assert (told.workshop.participants, told.workshop.seats) == (6, 1)
    assert [(vote.electorate, vote.seats) for vote in told.votes] == [(5, 0), (6, 1)]


def test_a_note_for_a_seat_is_marked_where_notes_carry_names():
    story = opened()
    story.says("finn", "AddSeat", id=id_of("gran"), name="Gran")
    story.says("finn", "StartStep", step=id_of("hello"))
    hope = {"step": id_of("hello"), "type": "expectation", "text": "Peace"}
    story.says("gran", "AddNote", id=id_of("peace"), **hope)

    assert [(it.name, it.seat) for it in report(place(story)).notes] == [
        ("Ada", False),
        ("Gran", True),
    ]


def test_the_agenda_is_told_as_it_was_held():
    told = {(it.title, it.cycle): it for it in report(place(again())).agenda}

    assert told["write", 2].took == 120
    assert [key for key, it in told.items() if it.glided] == [("write", 2)]
    assert [key for key, it in told.items() if it.collected] == [("write", 2)]
    assert [key for key, it in told.items() if it.state == "planned"] == [
        ("promise", 2),
        ("encore", 1),
    ]


def test_a_step_that_is_going_on_has_taken_the_time_so_far():
    story = opened()
    story.told += 90
    story.says("finn", "ChangeStep", step=id_of("encore"), minutes=7)

    assert {it.title: it.took for it in report(place(story)).agenda}["write"] == 91


def test_at_the_end_no_step_is_still_open():
    assert [step.state for step in report(place(closed())).agenda] == [*["done"] * 5, "planned"]
    assert [step.state for step in report(place(promised())).agenda][4] == "open"


def test_what_the_room_never_saw_is_counted_and_nothing_more():
    told_twice = []
    for text, person in (("My boss is the problem", "ada"), ("I am content", "bo")):
        story = opened()
        write(story, "secret", (person, "idea", text))
        told_twice.append(report(place(story)))
        assert text.encode() not in every_byte(story.place)

    assert told_twice[0] == told_twice[1]
    assert told_twice[0].workshop.never_revealed == 1
    assert [note.id for note in told_twice[0].notes] == [id_of("hope")]


def test_notes_that_facilitators_could_read_are_still_not_the_rooms():
    story = Story().joins("ada").joins("finn", role="facilitator")
    story.says("finn", "ChangeStep", step=id_of("write"), readers="facilitator")
    story.says("finn", "StartStep", step=id_of("write"))
    write(story, "held", ("ada", "idea", "Held back"))

    told = report(place(story))

    assert (told.notes, told.workshop.never_revealed) == ((), 1)


def test_a_break_and_a_step_that_collects_are_told_in_every_format():
    story = opened()
    rest = {"method": "break", "layout": "talk", "phase": "break", "title": "Coffee"}
    story.says("finn", "AddStep", id=id_of("rest"), place=2, minutes=10, **rest)
    early = {"method": "brainwrite", "layout": "wall", "phase": "open", "types": ("idea",)}
    story.says("finn", "AddStep", id=id_of("early"), place=3, title="Before", minutes=5, **early)
    story.says("finn", "CollectNotes", step=id_of("early"), until="2026-11-22T09:00:00Z")

    told = report(place(story))

    states = {line.title: (line.phase, line.state) for line in told.agenda}
    assert states["Coffee"] == ("break", "planned")
    assert states["Before"] == ("open", "early")
    page = make("report.html", place(story)).decode()
    assert "Coffee" in page
    assert "collecting notes" in page
    assert "Break" in make("report.md", place(story)).decode()


def test_the_close_keeps_the_count_of_what_was_never_shown():
    story = opened()
    write(story, "shown", ("ada", "idea", "In the light"))
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "ChangeStep", step=id_of("hello"), minutes=3)
    late = opened()
    write(late, "unseen", ("ada", "idea", "In the dark"))
    for told in (story, late):
        told.says("finn", "CloseWorkshop")
        told.end_keys()

    assert report(place(story)).workshop.never_revealed == 0
    assert report(place(late)).workshop.never_revealed == 1
    assert counts(late.place)["hidden"] == 0


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_note_that_is_held_back_is_counted_and_in_no_format(is_closed):
    story = moderated()
    if is_closed:
        story.says("finn", "CloseWorkshop")
        story.end_keys()

    told = report(place(story))

    assert (told.workshop.held_back, told.workshop.never_revealed) == (2, 0)
    written = every_byte(story.place)
    for canary in (b"The coffee", b"Two lists", b"colleague", b"agreed", b"slip"):
        assert canary not in written
    assert b"Try the stairs" in written


def test_a_candidate_that_was_hidden_since_keeps_its_place_without_its_words():
    (vote,) = report(place(moderated())).votes

    assert [(it.rank, it.title, it.dots) for it in vote.results] == [
        (1, "Someone answers", 8),
        (2, "", 1),
        (2, "Try the stairs before going home", 1),
        (4, "", 0),
    ]


def test_a_returned_note_that_waits_is_held_back_and_not_merely_unseen():
    story = Story().joins("ada").joins("finn", role="facilitator")
    story.says("finn", "ChangeStep", step=id_of("write"), readers="facilitator", moderated=True)
    story.says("finn", "StartStep", step=id_of("write"))
    write(story, "rough", ("ada", "idea", "A rough word"))
    write(story, "waits", ("ada", "idea", "A note that waits"))
    story.says("finn", "ReturnNote", note=id_of("rough"), reason="Please without the name")
    story.says("ada", "ChangeNote", note=id_of("rough"), text="A kinder word")

    told = report(place(story))

    assert (told.workshop.held_back, told.workshop.never_revealed) == (1, 1)
    assert told.notes == ()


def test_what_was_undone_is_not_there():
    story = promised()
    story.says("finn", "AddDecision", id=id_of("rash"), step=id_of("promise"), text="A rash word")
    *_, deed = sorted(story.place.all(Deed), key=lambda deed: deed.id)
    story.says("finn", "Undo", deed=deed.id)

    written = every_byte(place(story))

    assert b"A rash word" not in written
    assert report(story.place) == msgspec.structs.replace(
        report(place(promised())),
        workshop=report(story.place).workshop,
        agenda=report(story.place).agenda,
    )


def test_what_is_about_people_and_the_console_is_in_no_format():
    """Deeds, hands, paces, locks, the lead, scripts and half-time lines stay in the room."""
    plain, busy = opened(), opened()
    busy.says("finn", "ChangeStep", step=id_of("write"), half_time="Half the time is left")
    busy.says("finn", "LockStep", step=id_of("write"), locked=True)
    busy.says("finn", "TakeLead")
    busy.says("ada", "SetPace", step=id_of("write"), pace="more")
    busy.says("bo", "RaiseHand", raised=True)

    told = report(place(busy))
    assert told == msgspec.structs.replace(
        report(place(plain)), workshop=told.workshop, agenda=told.agenda
    )
    written = every_byte(busy.place)
    for canary in (b"Half the time", b"Finn", b"No decisions now"):
        assert canary not in written


def test_what_is_revealed_at_the_close_is_in_the_report():
    story = opened()
    write(story, "late", ("ada", "idea", "Just in time"))
    story.says("finn", "CloseWorkshop", reveal=(id_of("write"),))

    told = report(place(story))

    assert [note.text for note in told.notes] == ["Calm", "Just in time"]
    assert told.workshop.never_revealed == 0


def test_a_build_on_a_note_that_was_taken_away_stands_by_itself():
    story = revealed()
    story.says("bo", "RemoveNote", note=id_of("number"))

    assert report(place(story)).notes[-1] == note("magnet", "idea", "On a magnet for the fridge")


def test_a_blanked_log_gives_the_same_report():
    story = closed()
    again = replayed(story.entries)
    again.last_at = place(story).last_at

    assert report(again) == report(story.place)


def test_no_participant_is_in_any_format():
    story = closed()
    written = every_byte(place(story))

    for person in ("ada", "bo", "cy", "dag", "eli", "finn"):
        assert id_of(person).encode() not in written
    for name in (b"Bo,", b"Dag", b"Eli", b"Finn"):
        assert (name in written) == (name == b"Bo,")


def full_vote():
    """Two criteria, three groups, a tie that was drawn for, and a wild card; one note was taken away."""
    told = open_room(
        top=2,
        budget=3,
        per_item=1,
        criteria=(VALUE, EASE),
        groups=("Users", "Staff"),
        wild_card=True,
    )
    for number, person in enumerate(VOTERS):
        group = "Users" if number < 5 else "Staff"
        told.says(person, "ChooseVoterGroup", round=ROUND, group=group)
        casts(told, person, "list", criterion="value")
    for item in ("number", "visit"):
        casts(told, "p0", item, criterion="ease")
    told.says("p3", "RemoveNote", note=id_of("song"))
    closes(told)
    told.says("finn", "BreakTie", round=ROUND, how="lot")
    told.says("finn", "PickWildCard", round=ROUND, item=id_of("letter"), reason="Nobody has tried")
    return told


def test_many_dots_from_few_people_are_told_beside_the_result():
    told = stacked()
    (vote,) = report(place(told)).votes

    assert [line.title for line in vote.results if line.few] == ["List"]
    for format_id in ("report.md", "report.html"):
        assert "Many dots from few people: “List”." in unescape(
            make(format_id, place(told)).decode()
        )


def test_a_vote_by_criteria_and_groups_is_told_with_its_tie_and_its_wild_card():
    told = full_vote()
    (vote,) = report(place(told)).votes

    assert vote.criteria == ("Most use", "Soon done")
    assert [(group.title, group.voters) for group in vote.groups] == [("Users", 5), ("Staff", 4)]
    first = vote.results[0]
    assert (first.title, first.by_criterion, first.by_group) == ("List", (9, 0), (5, 4))
    (tie,) = vote.trail
    assert (tie.how, len(tie.items), len(tie.chosen)) == ("lot", 2, 1)
    assert tie.seed == told.place.get(Round, ROUND).trail[0].seed
    assert (vote.wild_card, vote.why) == (id_of("letter"), "Nobody has tried")
    assert [line.title for line in vote.results if line.removed] == ["Song"]


def test_every_format_says_how_the_tie_was_broken_and_what_each_criterion_got():
    told = place(full_vote())
    page = make("report.md", told).decode()

    assert "A tie at the cut was broken by lot: " in page
    assert "Wild card, kept from below the cut: “Letter”. Why: Nobody has tried" in page
    assert "| Most use | Soon done | Users | Staff |" in page
    assert "Most use: 9; Soon done: 0" in make("votes.csv", told).decode("utf-8-sig")
    html = make("report.html", told).decode()
    assert "broken by lot" in html
    assert "taken away since" in html


def test_of_a_staged_result_the_report_tells_what_the_room_knows():
    told = open_room(staged=True)
    casts(told, "p0", "list")
    closes(told)
    (before,) = report(told.place).votes
    told.says("finn", "TellResult", round=ROUND, before=0)
    (after,) = report(told.place).votes

    assert (before.results, len(after.results)) == ((), 4)
    assert "List" not in {line.title for line in after.results}


def test_a_vote_that_is_only_planned_is_not_told():
    told = room(plan=2)
    told.says("finn", "PlanVote", id=ROUND, step=id_of("vote"))
    assert report(told.place).votes == ()

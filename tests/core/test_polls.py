"""Asking the room: a quick question, secret answers, and totals that tell nothing of anyone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.story import Story, id_of, records, replayed
from workshop.core.changes import for_audience, for_person, net
from workshop.core.counts import counts
from workshop.core.decider import evolve
from workshop.core.messages import Refused
from workshop.core.polls import Answer, AnswerCount, Poll, PollClosed

POLL = id_of("poll")


@pytest.fixture
def story():
    return Story().joins("ada", "bo", "cy").joins("finn", role="facilitator")


def ask(story, form="yes_no", word="poll"):
    return story.says("finn", "AskRoom", id=id_of(word), question="Ready to go on?", form=form)


def answer(story, who, text, word="poll"):
    return story.says(who, "AnswerPoll", poll=id_of(word), answer=text)


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def results(story):
    story.says("finn", "ClosePoll", poll=POLL)
    return {each.answer: each.count for each in story.place.get(Poll, POLL).results}


@pytest.mark.rule("R1")
def test_a_question_is_asked_beside_the_step(story):
    story.says("finn", "StartStep", step=id_of("hello"))
    ask(story)
    expected = Poll(id=POLL, question="Ready to go on?", form="yes_no", asked=3)
    assert story.place.get(Poll, POLL) == expected
    story.says("finn", "StartStep", step=id_of("write"))
    answer(story, "ada", "yes")
    assert counts(story.place)["answered"] == 1


@pytest.mark.rule("R1")
def test_an_answer_sets_and_can_be_taken_back(story):
    ask(story)
    for text in ("yes", "no", "no"):
        answer(story, "ada", text)
    assert [each.answer for each in story.place.all(Answer)] == ["no"]
    assert answer(story, "ada", "no") == []
    answer(story, "ada", "")
    assert list(story.place.all(Answer)) == []


@pytest.mark.rule("R1")
@pytest.mark.parametrize(
    ("form", "given_answers", "expected"),
    [
        ("yes_no", ["yes", "no", "yes", "yes"], {"yes": 3, "no": 1}),
        ("scale", ["4", "4", "2", "5"], {"1": 0, "2": 1, "3": 0, "4": 2, "5": 1}),
        ("words", ["Tired", "glad", " tired ", "ok"], {"Tired": 2, "glad": 1, "ok": 1}),
    ],
)
def test_each_form_has_its_totals(story, form, given_answers, expected):
    story.joins("dan")
    ask(story, form)
    for who, text in zip(("ada", "bo", "cy", "dan"), given_answers, strict=True):
        answer(story, who, text)
    told = results(story)
    assert (list(told.items()), story.place.get(Poll, POLL).answers) == (
        list(expected.items()),
        4,
    )


@pytest.mark.rule("R2")
@pytest.mark.parametrize("form", ["yes_no", "scale", "words"])
@pytest.mark.parametrize("people", [("ada",), ("ada", "bo", "cy")])
def test_what_fewer_than_four_answered_is_told_to_nobody(story, form, people):
    told = {"yes_no": "yes", "scale": "4", "words": "Tired"}[form]
    ask(story, form)
    for who in people:
        answer(story, who, told)
    assert results(story) == {}
    story.end_keys()

    poll = story.place.get(Poll, POLL)
    assert (poll.state, poll.answers, poll.asked) == ("closed", len(people), 3)
    assert "'yes'" not in repr(story.entries)
    assert "Tired" not in repr(story.entries)
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("R2")
def test_a_question_that_nobody_answered_has_its_zeros(story):
    ask(story)
    assert results(story) == {"yes": 0, "no": 0}


def test_a_question_of_an_old_log_has_its_results():
    story = Story()
    story.place.put(Poll(id=POLL, question="Ready?", form="yes_no", asked=3))
    told = (AnswerCount(answer="yes", count=2), AnswerCount(answer="no", count=0))
    evolve(story.place, [PollClosed(poll=POLL, results=told)])
    assert story.place.get(Poll, POLL).answers == 2


@pytest.mark.rule("R1")
@pytest.mark.parametrize("form", ["yes_no", "scale"])
def test_only_what_was_offered_is_an_answer(story, form):
    ask(story, form)
    given_fields = {"poll": POLL, "answer": "perhaps"}
    assert refusal(story, "ada", "AnswerPoll", **given_fields) == ("bad_answer", "answer")


@pytest.mark.rule("R1")
def test_one_question_at_a_time_and_only_while_it_is_open(story):
    ask(story)
    fields = {"id": id_of("other"), "question": "And now?", "form": "words"}
    assert refusal(story, "finn", "AskRoom", **fields) == ("poll_open", "")
    assert refusal(story, "ada", "ClosePoll", poll=POLL) == ("forbidden", "")
    results(story)
    assert refusal(story, "ada", "AnswerPoll", poll=POLL, answer="yes") == ("poll_closed", "poll")
    assert refusal(story, "finn", "ClosePoll", poll=POLL) == ("poll_closed", "poll")
    nothing = {"poll": id_of("nothing"), "answer": "yes"}
    assert refusal(story, "ada", "AnswerPoll", **nothing) == ("no_such_poll", "poll")
    story.says("finn", "AskRoom", **fields)


@pytest.mark.rule("R1")
def test_a_question_has_words_and_a_new_id(story):
    fields = {"id": id_of("ada"), "question": "Ready?", "form": "words"}
    assert refusal(story, "finn", "AskRoom", **fields) == ("id_taken", "id")
    empty = {"id": POLL, "question": " ", "form": "words"}
    assert refusal(story, "finn", "AskRoom", **empty) == ("empty", "question")
    assert refusal(story, "ada", "AskRoom", **empty) == ("forbidden", "")
    ask(story, "words")
    long = {"poll": POLL, "answer": "x" * 41}
    assert refusal(story, "ada", "AnswerPoll", **long) == ("too_long", "answer")


@pytest.mark.rule("R1")
def test_a_hundred_questions_are_the_most(story):
    for number in range(100):
        story.place.put(Poll(id=f"{number:016}", question="?", form="words", state="closed"))
    fields = {"id": POLL, "question": "Ready?", "form": "words"}
    assert refusal(story, "finn", "AskRoom", **fields) == ("too_many_polls", "")


@pytest.mark.rule("R1")
def test_who_takes_no_part_is_not_asked_and_who_comes_late_is(story):
    ask(story)
    assert refusal(story, "finn", "AnswerPoll", poll=POLL, answer="yes") == ("not_asked", "")
    story.joins("dan")
    for who in ("ada", "bo", "cy", "dan"):
        answer(story, who, "yes")
    results(story)
    assert (story.place.get(Poll, POLL).asked, story.place.get(Poll, POLL).answers) == (4, 4)


@pytest.mark.rule("R2")
def test_a_closed_question_keeps_totals_only(story):
    story.joins("dan")
    ask(story, "words")
    answer(story, "ada", "Exhausted")
    answer(story, "ada", "Glad")
    (owner,) = {each.owner for each in story.place.all(Answer)}
    for who in ("bo", "cy", "dan"):
        answer(story, who, "Fine")
    story.says("finn", "ClosePoll", poll=POLL)
    story.end_keys()

    log = repr(story.entries)
    assert (owner == id_of("ada"), owner in log, "Exhausted" in log) == (False, False, False)
    assert "Glad" in log
    assert {(entry.by, entry.op) for entry in story.entries if entry.scope} == {("", "")}
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("R2")
def test_the_end_of_the_workshop_closes_the_question(story):
    story.joins("dan")
    ask(story)
    for who in ("ada", "bo", "cy", "dan"):
        answer(story, who, "yes")
    story.says("finn", "CloseWorkshop")
    story.end_keys()
    poll = story.place.get(Poll, POLL)
    assert (poll.state, poll.results[0]) == ("closed", AnswerCount(answer="yes", count=4))
    assert story.keys == {}


@pytest.mark.rule("R2")
@given(
    st.lists(st.tuples(*[st.tuples(st.sampled_from(["ada", "bo"]), st.text("ab", max_size=3))] * 2))
)
@settings(max_examples=40, deadline=None)
def test_answers_are_the_same_to_everyone_else(pairs):
    for person, role in (("cy", "participant"), ("finn", "facilitator"), ("", "board")):
        names = frozenset([id_of(person)]) if person else frozenset()
        for which in (0, 1):
            story = Story().joins("ada", "bo", "cy").joins("finn", role="facilitator")
            ask(story, "words")
            for both in pairs:
                answer(story, *both[which])
                changed = net(story.changed)
                assert not for_audience(changed, role)
                assert not for_person(changed, role, names)

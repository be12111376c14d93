from pathlib import Path

import pytest

from workshop import methods
from workshop.methods import METHODS, RECIPES, TYPES
from workshop.methods.method import TRAYS, Method

FOLDER = Path(methods.__file__).parent
PHASES = {"frame", "open", "integrate", "close", "break"}


def lines(method: Method) -> list[str]:
    return [*method.script, method.half_time, method.leave_when]


def test_every_file_with_a_method_is_found():
    files = sorted(FOLDER.glob("*.py"))
    holding = [path.stem for path in files if "\nMETHOD = Method(" in path.read_text("utf-8")]

    assert [it.id for it in METHODS.values()] == [stem.rstrip("_") for stem in holding]
    assert len(holding) > 15


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_a_method_has_words_for_picker_and_facilitator(method):
    assert method.title
    assert method.purpose.endswith(".")
    assert method.gives.endswith(".")
    assert method.script
    assert method.leave_when


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_a_method_knows_its_phases_and_note_types(method):
    assert method.phases
    assert set(method.phases) <= PHASES
    assert set(method.types) <= set(TYPES)


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_scripts_are_short_calm_and_whole_sentences(method):
    spoken = [line for line in lines(method) if line]

    assert [line for line in spoken if len(line) > 240] == []
    assert [line for line in spoken if "!" in line] == []
    assert [line for line in spoken if line[-1] not in ".?”"] == []


def test_notes_are_hidden_only_where_people_write_alone():
    assert {it.id for it in METHODS.values() if it.visibility == "private"} == {
        "brainwrite",
        "accept",
        "gradients",
        "now_expect",
        "retro",
        "goal",
        "options",
    }


def test_hidden_notes_are_read_by_their_author_alone_and_carry_no_name():
    brainwrite = METHODS["brainwrite"]

    assert (brainwrite.readers, brainwrite.anonymous) == ("author", True)


def test_check_in_the_talk_after_a_reveal_and_actions_are_never_cut():
    assert {it.id for it in METHODS.values() if it.keep} == {
        "check_in",
        "read",
        "report_back",
        "actions",
        "decision",
        "parking",
    }


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_a_method_needs_some_minutes_and_no_more_than_it_usually_gets(method):
    assert 1 <= method.least <= method.minutes


def test_methods_of_one_layout_may_need_different_times():
    polls = {it.id: it.least for it in METHODS.values() if it.layout == "poll"}

    assert polls == {"accept": 3, "confidence": 2, "gradients": 8, "pulse": 2}


def test_a_break_rests_the_phones():
    rest = METHODS["break"]

    assert (rest.layout, rest.phases, rest.types) == ("talk", ("break",), ())


def test_check_in_carries_names():
    assert METHODS["check_in"].anonymous is False


def test_a_thought_can_be_of_seven_types_and_begins_as_an_idea():
    assert METHODS["brainwrite"].types == (
        "idea",
        "need",
        "problem",
        "question",
        "learning",
        "unknown",
        "solution",
    )


def test_what_is_not_known_and_what_is_solved_too_soon_lie_apart():
    assert METHODS["brainwrite"].setup.trays == ("unknown", "solution")
    assert set(TRAYS) <= set(TYPES)


def test_a_column_asks_for_types_that_its_method_takes():
    for method in METHODS.values():
        asked = {column.type for column in method.setup.columns} - {""}
        assert asked <= set(method.types)


def test_where_columns_are_of_types_each_type_has_one():
    method = METHODS["now_expect"]

    assert {column.type for column in method.setup.columns} == set(method.types)


def test_agreements_stand_by_and_carry_no_names():
    agreements = METHODS["working_agreements"]

    assert (agreements.setup.pinned, agreements.anonymous) == (True, True)


def test_a_vote_leaves_its_budget_to_the_core():
    vote = METHODS["dot_vote"]

    assert (vote.budget, vote.per_item, vote.top) == (0, 0, 3)


def test_no_two_methods_or_recipes_share_a_title():
    titles = [it.title for it in (*METHODS.values(), *RECIPES.values())]

    assert len(titles) == len(set(titles))


def test_each_type_has_a_word_of_its_own():
    assert len(set(TYPES.values())) == len(TYPES)
    assert all(TYPES.values())

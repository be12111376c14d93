import msgspec
import pytest

from workshop.core.agenda import Step
from workshop.core.changing import ChangeStep
from workshop.core.setup import Column, Setup
from workshop.methods import METHODS, RECIPES, Recipe, RecipeStep, StepPlan, worded
from workshop.methods.method import THOUGHTS


def marked(words: str) -> str:
    return f"<{words}>"


def test_a_step_is_worded_whole():
    recipe = Recipe(
        id="try-out",
        title="Try out",
        purpose="A test.",
        steps=(
            RecipeStep(
                method="brainwrite",
                phase="open",
                minutes=7,
                title="Write",
                prompt="What now?",
                script=("Write.",),
                half_time="Half.",
                leave_when="Go.",
                readers="facilitator",
                can_build=False,
                setup=Setup(roles=("A neighbour",), columns=(Column(id="now", title="Now"),)),
            ),
        ),
    )

    assert worded(recipe, marked) == [
        StepPlan(
            place=0,
            method="brainwrite",
            layout="wall",
            phase="open",
            title="<Write>",
            prompt="<What now?>",
            minutes=7,
            cycle=1,
            script=("<Write.>", "<Go.>"),
            half_time="<Half.>",
            types=(*THOUGHTS, "solution"),
            source=None,
            visibility="private",
            readers="facilitator",
            anonymous=True,
            can_build=False,
            moderated=False,
            order="shuffled",
            budget=0,
            per_item=0,
            top=0,
            least=4,
            keep=False,
            setup=Setup(roles=("<A neighbour>",), columns=(Column(id="now", title="<Now>"),)),
        )
    ]


def test_what_a_recipe_leaves_out_is_as_the_method_says():
    vote = worded(RECIPES["one-hour"], str)[5]
    method = METHODS["dot_vote"]

    assert (vote.title, vote.prompt, vote.top) == (method.title, method.prompt, method.top)
    assert vote.script == (*method.script, method.leave_when)
    assert (vote.half_time, vote.keep) == (method.half_time, method.keep)


def test_a_recipe_can_change_and_empty_what_the_method_says():
    mini = worded(RECIPES["mini-cycle"], str)

    assert mini[3].top == 1
    assert mini[4].title == "One action"
    assert mini[4].half_time == ""


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_every_word_passes_through_the_translation(recipe):
    for step in worded(recipe, marked):
        said = [step.title, step.prompt, *step.script, step.half_time]
        assert [words for words in said if words and not words.startswith("<")] == []


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_a_missing_word_is_never_asked_of_the_catalogue(recipe):
    asked: list[str] = []

    worded(recipe, lambda words: asked.append(words) or words)

    assert "" not in asked


def test_the_rooms_own_question_takes_the_place_of_the_recipes():
    steps = worded(RECIPES["one-hour"], marked, "Who calls the day after?")

    asked = {step.place: step.prompt for step in steps if step.prompt == "Who calls the day after?"}
    assert list(asked) == [1, 2]


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_every_step_has_something_to_ask(recipe):
    assert [step.place for step in worded(recipe, str) if not step.prompt] == []


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_a_plan_is_plain_data(recipe):
    steps = worded(recipe, str)

    assert msgspec.convert(msgspec.to_builtins(steps), list[StepPlan]) == steps


def test_a_plan_holds_nothing_that_a_steps_record_lacks():
    assert set(StepPlan.__struct_fields__) - set(Step.__struct_fields__) == set()


def test_a_plan_sets_all_that_a_facilitator_may_change_later():
    changeable = set(ChangeStep.__struct_fields__) - {"op", "log", "step"}

    assert changeable - set(StepPlan.__struct_fields__) == set()

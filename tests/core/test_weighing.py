"""What the marks of a room come to: worked by hand, and then as a room meets it."""

from tests.core.story import MINI, Story, id_of, step
from workshop.core.marks import result
from workshop.core.setup import Field, Scale, Setup
from workshop.core.weighing import Weighed, Weighing, weighed

VALUE = Scale(id="value", title="Value", low=0, high=10, weight=2)
EFFORT = Scale(id="effort", title="Effort", low=0, high=10, weight=-1)
CROWD = ("ada", "bo", "cy", "dag", "eli")


def marks(item, scale, *given):
    return result(item, scale, given, "")


def test_a_matrix_worked_by_hand():
    """calls: median value 8 and effort 3, so (2·8 + (10 - 3)) / 3 = 23/3 = 7.67.
    list: 4 and 2, so (8 + 8) / 3 = 5.33. house: 9 and 9, so (18 + 1) / 3 = 6.33. flag: 1 and 6, so 2.
    """
    results = [
        marks("calls", VALUE, 8, 8, 7, 9, 8),
        marks("calls", EFFORT, 3, 3, 2, 4, 3),
        marks("list", VALUE, 4, 4, 4, 5, 3),
        marks("list", EFFORT, 2, 2, 2, 2, 2),
        marks("house", VALUE, 9, 9, 9, 9, 9),
        marks("house", EFFORT, 9, 9, 9, 2, 10),
        marks("flag", VALUE, 1, 1, 1, 0, 2),
        marks("flag", EFFORT, 6, 6, 6, 6, 6),
    ]

    found = weighed(["flag", "house", "list", "calls"], [VALUE, EFFORT], results)

    # house, effort: 2 9 | 9 | 9 10, so from 5.5 to 9.5, which is 4 apart.
    assert found == (
        Weighed(item="calls", score="7.67", value="8", effort="3", quadrant="first", rank=1),
        Weighed(
            item="house",
            score="6.33",
            value="9",
            effort="9",
            quadrant="explore",
            rank=2,
            apart=("effort",),
        ),
        Weighed(item="list", score="5.33", value="4", effort="2", quadrant="small", rank=3),
        Weighed(item="flag", score="2", value="1", effort="6", quadrant="drop", rank=4),
    )


def test_a_value_now_and_later_counts_by_the_mean_of_the_two():
    """(8 + 5) / 2 = 6.5, and (2·6.5 + (10 - 4)) / 3 = 6.33."""
    short = Scale(id="short", title="This year", low=0, high=10)
    long = Scale(id="long", title="In five years", low=0, high=10)
    results = [
        marks("calls", scale, *[mark] * 4) for scale, mark in ((short, 8), (long, 5), (EFFORT, 4))
    ]

    (found,) = weighed(["calls"], [short, long, EFFORT], results)

    assert (found.value, found.effort, found.score) == ("6.5", "4", "6.33")


def test_on_the_cut_an_item_gets_the_better_of_the_two():
    results = [marks("calls", VALUE, *[5] * 4), marks("calls", EFFORT, *[5] * 4)]

    (found,) = weighed(["calls"], [VALUE, EFFORT], results)

    assert found.quadrant == "first"


def test_criteria_from_one_to_five_are_weighed_without_quadrants():
    """use 4 of weight 2, cost 2 of weight 1: (8 + 2) / 3 = 3.33. A spread of 2 of 4 is apart."""
    use = Scale(id="use", title="Use", weight=2)
    cost = Scale(id="cost", title="Fits the money")
    results = [marks("calls", use, 3, 4, 4, 4), marks("calls", cost, 1, 1, 3, 3)]

    (found,) = weighed(["calls"], [use, cost], results)

    assert found == Weighed(item="calls", score="3.33", value="3.33", rank=1, apart=("cost",))


def test_equal_scores_share_a_place_and_what_few_have_marked_has_none():
    results = [marks(item, VALUE, *[6] * 4) for item in ("one", "two")]
    results += [marks("low", VALUE, *[2] * 4), marks("few", VALUE, 10, 10, 10)]

    found = weighed(["few", "low", "one", "two"], [VALUE], results)

    assert [(it.item, it.rank, it.tied) for it in found] == [
        ("one", 1, True),
        ("two", 1, True),
        ("low", 3, False),
        ("few", 0, False),
    ]
    assert found[-1] == Weighed(item="few")


def test_a_closed_scoring_of_options_is_weighed_for_everyone():
    options = step(
        "options",
        5,
        "table",
        "integrate",
        setup=Setup(
            fields=(Field(id="option", title="Option"),),
            scales=(Scale(id="use", title="Use"),),
            nothing=True,
        ),
    )
    story = Story((*MINI, options)).joins(*CROWD[:4]).joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=options.id)
    story.says("ada", "AddRow", id=id_of("call"), step=options.id, cells={"option": "Call"})
    story.says("finn", "OpenScoring", id=id_of("scoring"), step=options.id)
    for person, mark in zip(CROWD[:4], (4, 5, 4, 5), strict=True):
        given = {"scoring": id_of("scoring"), "item": id_of("call"), "scale": "use"}
        story.says(person, "GiveScore", **given, value=mark)
    assert list(story.place.all(Weighing)) == []

    story.says("finn", "CloseScoring", scoring=id_of("scoring"))

    (weighing,) = story.place.all(Weighing)
    assert (weighing.id, weighing.step) == (id_of("scoring"), options.id)
    assert [(it.score, it.rank) for it in weighing.items] == [("4.5", 1), ("", 0)]

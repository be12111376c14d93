"""What groups did apart, what each group of voters answered, and what was placed or done: as the report tells it."""

import csv
import io

import pytest

from tests.core import test_apart, test_placing, test_standpoints
from tests.core.story import id_of
from tests.core.test_apart import pile
from tests.core.test_placing import places
from tests.core.test_standpoints import answers
from tests.export.rooms import place
from workshop.core.outcomes import Action
from workshop.export import make, report
from workshop.export.reading import gathered
from workshop.export.wording import wording_of

WORDS = wording_of("en")
apart = test_apart.story
poll = test_standpoints.story
matrix = test_placing.story


def markdown(story):
    """Without the marks that keep people's own signs from being read as Markdown."""
    return make("report.md", place(story)).decode().replace("\\", "")


def page(story):
    return make("report.html", place(story)).decode()


def rows(story, name):
    return list(csv.DictReader(io.StringIO(make(name, place(story)).decode("utf-8-sig"))))


def test_a_groups_cluster_is_told_with_its_group_once_the_room_is_together(apart):
    pile(apart, "ada", "calls", "one", "two", title="Calls")
    pile(apart, "bo", "keys", "one", "two", title="Keys")
    told = report(place(apart))
    assert (told.clusters, sum(bool(note.copied) for note in told.notes)) == ((), 0)

    apart.says("finn", "StartStep", step=id_of("together"))

    (cycle,) = gathered(report(place(apart)), WORDS)
    assert [group.title for group in cycle.clusters] == ["Red: Calls", "Blue: Keys"]


def test_how_the_marks_of_each_group_lie_is_told_and_who_is_left_out(poll):
    answers(poll, Users=(1, 1, 2, 3), Staff=(1, 2, 2, 3, 3))
    poll.says("finn", "CloseScoring", scoring=id_of("poll"))

    for text in (markdown(poll), page(poll)):
        assert "1: 2 · 2: 1 · 3: 1" in text
        assert "Groups of which fewer than four have answered are not shown" in text
    (row,) = rows(poll, "scores.csv")
    assert row["By group"] == "Users: 1: 2 · 2: 1 · 3: 1; Staff: 1: 1 · 2: 2 · 3: 2"


def test_a_matrix_that_was_placed_says_so_and_tells_no_spread(matrix):
    places(matrix, "calls", 8, 3)
    matrix.says("finn", "CloseScoring", scoring=id_of("plot"))

    for text in (markdown(matrix), page(matrix)):
        assert "matrix, placed by consensus" in text
        assert "Placed together by consensus, not scored: nobody has marked anything alone." in text
        assert "under 4" not in text
        assert "7.67" in text


@pytest.mark.parametrize(("status", "told"), [("doing", "Under way"), ("done", "Done")])
def test_how_far_an_action_has_come_is_told_and_what_is_over_misses_nothing(apart, status, told):
    action = Action(id=id_of("call"), step="", what="Call the ward", status=status)
    apart.place.put(action)

    (line,) = report(place(apart)).actions
    assert line.missing == (() if status == "done" else ("who", "due"))
    assert f"Call the ward ({told})" in markdown(apart)
    (row,) = rows(apart, "actions.csv")
    assert row["How far"] == told

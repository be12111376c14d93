"""What simulated people say comes from one pool, and each text leaves it once."""

from collections import Counter
from random import Random

import pytest

from workshop.core.limits import LIMITS
from workshop.core.text import graphemes, line
from workshop.demo.content import LANGUAGES, content, expectations
from workshop.demo.pool import Pool


def drained(take) -> list[str]:
    found = []
    while text := take():
        found.append(text)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 2])
def test_no_text_leaves_the_pool_twice(language, number):
    pool = Pool(language, content(language).questions[number], Random(7))

    notes = [note.text for note in drained(pool.note)]
    said = [*notes, *drained(pool.build), *drained(pool.expectation), *drained(pool.parked)]

    assert len(notes) >= 60
    assert [text for text, times in Counter(said).items() if times > 1] == []
    assert pool.left() == 0
    assert len({action.what for action in drained(pool.action)}) == 12


def test_another_seed_gives_another_order():
    question = content("en").questions[0]
    one, same, other = (Pool("en", question, Random(seed)) for seed in (1, 1, 2))

    assert one.note() == same.note()
    assert drained(one.note) != drained(other.note)


def test_the_theme_of_a_text_is_known_and_of_others_words_it_is_not():
    question = content("nb").questions[0]
    pool = Pool("nb", question, Random(1))

    assert {pool.theme(note.text) for note in question.notes} == {
        note.theme for note in question.notes
    }
    assert pool.theme("Noe et menneske har skrevet") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_hope_for_fits_on_a_note_and_is_enough_for_forty(language):
    hopes = expectations(language)

    assert len(set(hopes)) == len(hopes) == 40
    assert [hope for hope in hopes if line(hope) != hope] == []
    assert max(map(graphemes, hopes)) <= LIMITS.note_graphemes

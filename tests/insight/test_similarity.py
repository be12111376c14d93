"""Near-duplicates: what would split a vote is found before it opens, and what differs is left alone."""

from workshop.insight.similarity import ALIKE, MOST_COMPARED, alike, dice, trigrams


def pairs(*texts):
    return [(texts[one], texts[other]) for one, other in alike(texts)]


def test_the_same_words_in_another_dress_are_alike():
    assert pairs("Call the day after", "call the day AFTER!") != []
    assert pairs("Call the day after", "The day after: call") != []
    assert pairs("Ring dagen etter", "Ring  dagen etter.") != []
    assert pairs("Key box", "Key boxes") != []


def test_what_only_shares_a_word_is_not_alike():
    assert pairs("Key box", "Key ring", "Who answers?", "A number that works") == []
    assert pairs("Nobody calls the day after", "The key box was never put up") == []


def test_without_words_nothing_is_alike():
    assert pairs("", "…", "!!") == []


def test_a_measure_that_can_be_reckoned_by_hand():
    # " ke" "key" "ey " and " ke" "key" "eys" "ys ": three and four, two shared, so 2·2 / (3 + 4).
    assert dice(trigrams("key"), trigrams("keys")) == 2 * 2 / 7
    assert dice(trigrams("key"), trigrams("keys"), least=0.9) == 0


def test_the_nearest_come_first():
    exact, near = ("One list for all", "One list for all."), ("Key box", "Key boxes")
    assert pairs(*near, *exact) == [exact, near]


def test_only_so_many_are_compared():
    texts = [f"{number} {'x' * (number % 40)}" for number in range(MOST_COMPARED)]
    assert alike([*texts, "The end", "The end"]) == alike(texts)
    assert 0 < ALIKE < 1

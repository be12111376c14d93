"""What reads nearly the same: things that would share the dots between them in a vote.

Two texts are compared by the character trigrams of their words, with the Dice coefficient (L. R. Dice,
"Measures of the Amount of Ecologic Association Between Species", Ecology 26, 1945): twice what they
share, over what they have. Capitals, signs and the order of words do not count.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations

ALIKE = (
    0.7  # our own judgement: "Key box" and "Key boxes" are alike, "Key box" and "Key ring" are not
)
MOST_COMPARED = 200  # texts; some 20,000 pairs take a tenth of a second
MANY = 20  # more than that is hard to weigh by dots (dotmocracy.org, feedbackframes.com)


def alike(texts: Sequence[str], least: float = ALIKE) -> list[tuple[int, int]]:
    """The places of the texts that read nearly the same, in pairs, the nearest first.

    Only the first 200 texts are compared.

    >>> alike(["A key box that works", "Bread and milk", "Key box, that works!"])
    [(0, 2)]
    """
    grams = [trigrams(text) for text in texts[:MOST_COMPARED]]
    return [pair for _, pair in sorted(near(grams, least))]


def near(grams: Sequence[frozenset[str]], least: float) -> Iterator[tuple[float, tuple[int, int]]]:
    for one, other in combinations(range(len(grams)), 2):
        if (found := dice(grams[one], grams[other], least)) >= least:
            yield -found, (one, other)


def dice(one: frozenset[str], other: frozenset[str], least: float = 0) -> float:
    """From 0 to 1; 0 without reckoning where their sizes alone keep them under `least`.

    >>> dice(frozenset("abc"), frozenset("bcd"))
    0.6666666666666666
    """
    both, fewer = len(one) + len(other), min(len(one), len(other))
    if not fewer or 2 * fewer < least * both:
        return 0
    return 2 * len(one & other) / both


def trigrams(text: str) -> frozenset[str]:
    """Three letters each, word by word, with a blank before and after each word.

    >>> sorted(trigrams("Ro, ro!"))
    [' ro', 'ro ']
    """
    return frozenset(
        f" {word} "[start : start + 3] for word in words(text) for start in range(max(1, len(word)))
    )


def words(text: str) -> list[str]:
    """The words in one form, without what is neither a letter nor a number."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign if sign.isalnum() else " " for sign in folded).split()

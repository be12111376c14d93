"""The join code: six letters that can be read from a board and said aloud.

31 letters to the power of six are 887 million codes; the code buys a participant's place and no more.
"""

import secrets
import unicodedata

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # no I, L, O, 0, 1: they are taken for one another
LENGTH = 6
# A phone whose keyboard stands on Cyrillic or Greek writes letters that look right and are not;
# and who reads a Q as a round letter types O or zero, which no code holds.
_LOOK_ALIKE = str.maketrans("АВЕКМНРСТУХΑΒΕΖΗΚΜΝΡΤΥΧO0", "ABEKMHPCTYXABEZHKMNPTYXQQ")


def make_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def fold_code(typed: str) -> str:
    """The code that was meant: case, spaces, dashes and look-alike letters do not matter."""
    letters = unicodedata.normalize("NFKC", typed[:64]).upper().translate(_LOOK_ALIKE)
    return "".join(letter for letter in letters if letter.isalnum())


def shown_code(code: str) -> str:
    """VEV4K7 as people read it: VEV-4K7."""
    return f"{code[:3]}-{code[3:]}" if len(code) == LENGTH else code

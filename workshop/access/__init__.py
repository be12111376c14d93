"""Who may come in: codes to join by, keys to hold, tokens to speak with, and doors that count failures."""

from .codes import ALPHABET, fold_code, make_code, shown_code
from .failures import Busy, Doors
from .keys import Keys, digest
from .tokens import ROLES, Claim, Tokens, same_origin, shut_out, speaks

__all__ = [
    "ALPHABET",
    "ROLES",
    "Busy",
    "Claim",
    "Doors",
    "Keys",
    "Tokens",
    "digest",
    "fold_code",
    "make_code",
    "same_origin",
    "shown_code",
    "shut_out",
    "speaks",
]

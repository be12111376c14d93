"""The store: one log for each place, the keys that hide names in it, and the directory of workshops."""

from workshop.store.directory import Listing
from workshop.store.faults import ListingTaken, SeqTaken, StoreFailed, StoreFault
from workshop.store.log import Append
from workshop.store.poke import Poke
from workshop.store.store import Store

__all__ = [
    "Append",
    "Listing",
    "ListingTaken",
    "Poke",
    "SeqTaken",
    "Store",
    "StoreFailed",
    "StoreFault",
]

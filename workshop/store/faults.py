"""What can be wrong with a store, and with one commit."""


class StoreFault(Exception):
    """The database is not as promised; one line for the terminal."""


class StoreFailed(Exception):
    """The database did not do it, and nothing is half done; of a commit it may be unknown whether it
    was. One line, without anything that people wrote."""


class SeqTaken(Exception):
    """Another worker wrote this log first: read on, and decide anew."""


class ListingTaken(Exception):
    """An open workshop has this code, or this `op` made a workshop before."""

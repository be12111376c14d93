"""What can be wrong with a store, and with one commit."""


class StoreFault(Exception):
    """The database is not as promised; one line for the terminal."""


class SeqTaken(Exception):
    """Another worker wrote this log first: read on, and decide anew."""

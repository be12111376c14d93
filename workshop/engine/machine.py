"""What the process asks of its machine once."""

import gc
import resource


def raise_descriptor_limit() -> None:
    """Lift the soft limit of open files to the hard one: 1,024 by default, which is a cap of phones."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def settle_collector() -> None:
    """Take what start-up made out of the garbage collector's sight.

    Walking all of it again and again holds the hub for 30 to 40 ms at a time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)

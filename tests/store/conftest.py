"""Stores to test, on every database, and samples to put in them."""

from functools import partial

import pytest

from tests.green import run_green
from workshop.store import Store


@pytest.fixture
def green(engine_name):
    """Run a function in a fresh process, once on each engine, and give what it returns."""
    return partial(run_green, engine_name)


@pytest.fixture
def another_store(database_url):
    """Open one more store on the same database, as another worker has it."""
    opened = []

    def open_one() -> Store:
        store = Store(database_url)
        store.open()
        opened.append(store)
        return store

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(another_store):
    return another_store()

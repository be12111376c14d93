"""What tests of the engine ask for."""

from functools import partial

import pytest

from tests.green import run_green


@pytest.fixture
def green(engine_name):
    """Run a function in a fresh process, once on each engine, and give what it returns."""
    return partial(run_green, engine_name)

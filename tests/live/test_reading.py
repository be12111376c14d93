"""Reading packets: whatever comes is read or named, and nothing is raised (S10)."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.live.rates import Bucket
from workshop.live.reading import DEEPEST, Said, is_greeting, is_transport, read_event

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
PIECES = st.lists(
    st.sampled_from(["2", "7", '["command",', '{"op":"a"', "}", "]", "NaN", "1e999", "\\ud800", '"', "\x00", "-", "/x,", "[[[[[[[[[[", "\ud800"]) | st.text(max_size=5)
).map("".join)  # fmt: skip


def depth(value):
    if not isinstance(value, list | dict):
        return 0
    return 1 + max(map(depth, value.values() if isinstance(value, dict) else value), default=0)


@pytest.mark.rule("S10")
@given(number=st.integers(0, 10**15 - 1), name=st.text(max_size=20), value=VALUES)
def test_an_event_is_read_as_it_was_written(number, name, value):
    found = read_event(f"2{number}{json.dumps([name, value])}")
    if depth(value) > DEEPEST:
        assert found == Said(answer=number, problem="bad_json")
    else:
        assert found == Said(name, value, number)


@pytest.mark.rule("S10")
@given(PIECES)
def test_garbage_is_named(text):
    found = read_event(text)
    assert found.problem or found == read_event(text)
    assert found.problem in ("", "bad_json", "bad_message")
    assert is_greeting(text) in (True, False)
    assert is_transport(text) in (True, False)


@pytest.mark.rule("S10")
@pytest.mark.parametrize("packet", ["0", "1", '0{"token":"a","as":"board"}', "0{}"])
def test_greetings(packet):
    assert is_greeting(packet)
    assert not is_greeting(packet + " ")
    assert not is_greeting("/x," + packet)


@pytest.mark.rule("S11")
def test_a_bucket_fills_up_again():
    now = [0.0]
    bucket = Bucket(10, 3, lambda: now[0])
    assert [bucket.take() for _ in range(4)] == [0, 0, 0, pytest.approx(0.1)]
    assert bucket.refused == 1
    now[0] += 0.1
    assert [bucket.take(), bucket.refused, bucket.take()] == [0, 0, pytest.approx(0.1)]
    now[0] += 60
    assert [bucket.take() for _ in range(4)] == [0, 0, 0, pytest.approx(0.1)]

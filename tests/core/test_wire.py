"""What comes from outside becomes a typed command, or is refused by name."""

import pytest

from workshop.core.messages import Refused
from workshop.core.wire import decode_command


def test_half_of_a_surrogate_pair_is_no_field():
    message = {"kind": "StartStep", "op": "o" * 16, "step": "\ud800" * 16}
    with pytest.raises(Refused) as refused:
        decode_command(message)
    assert refused.value.code == "bad_field"

"""The press is a process that ends when nobody waits for it."""

import os
import subprocess

import msgspec

from tests.export.rooms import closed, place
from workshop.engine.child import LEASH
from workshop.export import report
from workshop.export.press import Order
from workshop.export.scribe import PRESS


def test_who_is_let_go_in_the_middle_of_a_word_ends_without_one():
    order = msgspec.msgpack.encode(Order(report=report(place(closed())), formats=("report.md",)))
    (watched, leash), (nobody, out) = os.pipe(), os.pipe()
    os.close(nobody)
    held = ["bash", "-c", f'exec "$0" "$@" {LEASH}<&{watched}', *PRESS]

    done = subprocess.run(
        held, input=order, stdout=out, stderr=subprocess.PIPE, pass_fds=(watched,), check=False
    )

    for descriptor in (watched, leash, out):
        os.close(descriptor)
    assert (done.returncode, done.stderr) == (1, b"")

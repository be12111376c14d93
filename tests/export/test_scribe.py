"""The scribe works beside the hub, on every engine; what it raises comes back to who asked."""

import sys

import pytest

from tests.export.lame_press import press
from tests.export.rooms import closed, place
from tests.green import run_green
from workshop.engine import ChildFault
from workshop.export import FORMATS, Scribe, make, not_made, verify
from workshop.export.scribe import PRESS


def test_it_makes_what_make_makes_and_saves_the_whole_artifact(tmp_path):
    held, scribe = place(closed()), Scribe(tmp_path)

    assert {name: scribe.make(name, held) for name in FORMATS} == {
        name: make(name, held) for name in FORMATS
    }
    assert verify(scribe.save(held)) == []
    with pytest.raises(KeyError):
        scribe.make("report.exe", held)
    scribe.stop()


def test_a_format_that_cannot_be_made_is_left_out_named_and_made_later(tmp_path, caplog):
    """One fails, and one takes its process along; the folder has all the others."""
    held, scribe = place(closed()), Scribe(tmp_path, press=press("pptx", "docx!"))
    folder = scribe.save(held)

    names = {path.name for path in folder.iterdir()}
    assert set(FORMATS) - names == {"deck.pptx", "report.docx"} == set(not_made(folder))
    assert (folder / "workshop.json").read_bytes() == make("workshop.json", held)
    assert verify(folder) == []
    assert scribe.incomplete() == {held.log: not_made(folder)}
    assert f"The folder of {held.log} is saved without report.docx, deck.pptx" in caplog.text

    before = folder.stat().st_ino
    assert (scribe.mend(held, not_made(folder)), folder.stat().st_ino) == (False, before)

    scribe.press = PRESS
    assert scribe.mend(held, not_made(folder))
    assert (set(FORMATS) - {path.name for path in folder.iterdir()}, verify(folder)) == (set(), [])
    assert scribe.incomplete() == {}
    scribe.stop()


def test_without_workshop_json_nothing_is_saved(tmp_path):
    scribe = Scribe(tmp_path, press=(sys.executable, "-c", "raise SystemExit(1)"))

    with pytest.raises(ChildFault):
        scribe.save(place(closed()))
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []
    scribe.stop()


def test_a_single_file_that_cannot_be_made_is_a_fault_and_no_empty_file(tmp_path):
    scribe = Scribe(tmp_path, press=press("pptx"))

    with pytest.raises(ChildFault):
        scribe.make("deck.pptx", place(closed()))
    scribe.stop()


@pytest.mark.engine
def test_others_run_while_it_writes(engine_name, tmp_path):
    def probe(folder: str) -> dict[str, object]:
        from pathlib import Path

        from tests.export.rooms import closed, place
        from workshop.export import Scribe, verify

        beats = []
        engine.spawn(lambda: [beats.append(engine.sleep(0)) for _ in range(1000)])  # noqa: F821
        scribe = Scribe(Path(folder))
        saved = scribe.save(place(closed()))
        scribe.stop()
        return {"faults": verify(saved), "others ran": len(beats) > 1}

    assert run_green(engine_name, probe, str(tmp_path)) == {"faults": [], "others ran": True}


@pytest.mark.engine
def test_what_a_crash_left_is_settled_before_the_first_save(engine_name, tmp_path):
    def probe(folder: str) -> list[str]:
        from pathlib import Path

        from tests.export.rooms import closed, place
        from workshop.export import Scribe

        whole = Scribe(Path(folder)).save(place(closed()))
        whole.rename(whole.with_name(f".{whole.name}.old"))
        Scribe(Path(folder)).settle()
        return sorted(path.name for path in Path(folder).iterdir())

    assert run_green(engine_name, probe, str(tmp_path)) == [
        ".lock",
        "2026-11-21-safe-at-home-vevk47",
    ]


@pytest.mark.engine
def test_what_nobody_waits_for_any_more_is_stopped(engine_name, tmp_path):
    def probe(folder: str) -> dict[str, object]:
        from pathlib import Path

        from tests.export.rooms import closed, place
        from workshop.export import BUNDLE, Scribe
        from workshop.export.work import Stopped

        scribe, held = Scribe(Path(folder)), place(closed())
        first, second = (scribe.begin(BUNDLE.id, held, language) for language in ("en", "nb"))
        told = [next(first.progress()), next(second.progress())]
        second.leave()  # it waits for its turn
        first.leave()
        stopped = 0
        for work in (first, second):
            try:
                work.result()
            except Stopped:
                stopped += 1
        again = scribe.begin(BUNDLE.id, held)
        done = [*again.progress(), again.done][-1]
        scribe.stop()
        return {"told": told, "stopped": stopped, "done": done == again.total}

    assert run_green(engine_name, probe, str(tmp_path)) == {
        "told": [0, 0],
        "stopped": 2,
        "done": True,
    }


@pytest.mark.engine
def test_who_wants_the_same_shares_it(engine_name, tmp_path):
    def probe(folder: str) -> dict[str, object]:
        from pathlib import Path

        from tests.export.rooms import closed, place
        from workshop.core.messages import Refused
        from workshop.export import Scribe

        scribe, held = Scribe(Path(folder)), place(closed())
        first, second = (scribe.begin("deck.pptx", held, waiting=1) for _ in range(2))
        first.leave()
        stopped = second.is_stopped
        try:
            refused = scribe.begin("report.docx", held, waiting=1) and ""
        except Refused as refusal:
            refused = refusal.code
        data = second.result()["deck.pptx"]
        second.leave()
        later = scribe.begin("deck.pptx", held, waiting=1)
        scribe.forget(held.log)
        anew = scribe.begin("deck.pptx", held)
        told = {
            "shared": second is first and later is first,
            "stopped": stopped,
            "refused": refused,
            "anew": anew is not first and anew.result() == {"deck.pptx": data},
        }
        scribe.stop()
        return told

    assert run_green(engine_name, probe, str(tmp_path)) == {
        "shared": True,
        "stopped": False,
        "refused": "files_waiting",
        "anew": True,
    }

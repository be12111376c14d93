"""report.html in a real browser, from a file: nothing runs, nothing is fetched, everyone can read it."""

from pathlib import Path

import msgspec
import pytest
from babel.support import NullTranslations

from tests.export.everywhere import note, told
from tests.export.hostile import HOSTILE
from tests.export.rooms import again, closed, place
from workshop.export import make
from workshop.export.formats import rendered

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (320, 768, 1280)

pytestmark = pytest.mark.browser


@pytest.fixture
def opened_file(browser, tmp_path):
    """A page with the file open, and everything that the browser said or asked for."""
    contexts = []

    def open_file(data: bytes, width: int = 1280):
        path = tmp_path / "report.html"
        path.write_bytes(data)
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}))
        page, heard = contexts[-1].new_page(), []
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: heard.append(dialog.message))
        page.on(
            "request",
            lambda request: request.url.startswith("data:") or heard.append(request.url),
        )
        page.goto(path.as_uri())
        return page, heard, path.as_uri()

    yield open_file
    for context in contexts:
        context.close()


def test_hostile_words_do_nothing_but_be_read(opened_file):
    at_once = told(["At once"])
    step = at_once.agenda[0].id
    notes = [note(f"h{n}", text, step=step) for n, text in enumerate(HOSTILE)]
    report = msgspec.structs.replace(at_once, notes=tuple(notes), clusters=())

    page, heard, url = opened_file(rendered("report.html", report, NullTranslations()))

    assert heard == [url]
    texts = page.locator("#written ~ .written .written-text").all_inner_texts()
    assert [" ".join(text.split()) for text in texts] == [" ".join(it.split()) for it in HOSTILE]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("story", [closed, again])
def test_everyone_can_read_it_at_every_width(opened_file, width, story):
    page, heard, url = opened_file(make("report.html", place(story())), width)

    found = page.evaluate(f"{AXE.read_text('utf-8')}; axe.run()")

    assert [(it["id"], it["nodes"][0]["html"]) for it in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert heard == [url]


def test_its_own_font_is_inside_it(opened_file):
    page, _, _ = opened_file(make("report.html", place(closed())))

    assert page.evaluate("document.fonts.ready.then(f => [...f].map(it => it.status))") == [
        "loaded",
        "loaded",
    ]

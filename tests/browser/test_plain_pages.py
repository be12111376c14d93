"""Pages to read and to fill in, in every language: for small screens, large text, keys and axe."""

import pytest

from tests.browser.crowd import Crowd
from tests.browser.measures import (
    check_axe,
    check_calm,
    check_focus,
    check_large_text,
    check_narrow,
)
from tests.browser.people import LAPTOP, Person
from workshop.words import LANGUAGES

pytestmark = pytest.mark.browser

LOCALES = {"en": "en-GB", "nb": "nb-NO"}
PROPOSED = "/new?purpose=Why%3F&aim=innovate&minutes=180&people=24&remote=1"
PUBLIC = ["/", "/new", "/new?own=1", PROPOSED, "/j/", "/privacy", "/accessibility"]


@pytest.fixture(scope="module", params=LANGUAGES)
def visitor(request, browser, house):
    """Someone who holds a finished workshop's keys, so that the front page leads back to it."""
    crowd = finished(house.url, request.param)
    person = Person(browser, house.url, **LAPTOP, locale=LOCALES[request.param])
    person.opens_the_key(crowd.made["facilitator_url"])
    person.crowd, person.language = crowd, request.param
    yield person
    person.leave()
    crowd.leave()
    assert person.watch.faults == []


def finished(url: str, language: str) -> Crowd:
    crowd = Crowd(url, people=4, language=language)
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(16))
    crowd.reveals()
    crowd.starts("clusters")
    crowd.clusters()
    crowd.starts("vote")
    crowd.opens_the_vote()
    crowd.votes()
    crowd.closes_the_vote()
    crowd.decides(crowd.question.actions[0].what)
    crowd.starts("actions")
    crowd.acts()
    return crowd


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages(visitor, path):
    visitor.page.goto(path)
    check(visitor)


@pytest.mark.parametrize(
    "page", ["links", "plan", "results?as=facilitator", "plain?as=facilitator"]
)
def test_pages_of_a_workshop(visitor, page):
    visitor.page.goto(f"/w/{visitor.crowd.made['id']}/{page}")
    if page == "plan":
        visitor.page.locator(".plan").wait_for()
    check(visitor)


def test_a_wrong_code(visitor):
    with visitor.watch.trouble():
        visitor.page.goto("/j/ZZZ-ZZZ")
        check(visitor)


def check(visitor: Person) -> None:
    page = visitor.page
    page.set_viewport_size(LAPTOP["viewport"])
    assert page.evaluate("document.documentElement.lang") == visitor.language
    check_axe(page)
    check_focus(page)
    check_calm(page)
    check_narrow(page)
    check_axe(page)
    check_large_text(page, width=640)

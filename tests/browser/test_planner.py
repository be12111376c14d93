"""The planner: an agenda made and mended by taps and by keys, seen as a participant, and opened early."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.crowd import Crowd
from tests.browser.keys import Keys
from tests.browser.measures import check_axe, check_narrow, small_targets, too_wide
from tests.browser.people import PHONE, Facilitator, Person, Phone

pytestmark = pytest.mark.browser

SMALL = {**PHONE, "viewport": {"width": 320, "height": 640}}
WIDE = {"viewport": {"width": 1280, "height": 800}}
on_both = pytest.mark.parametrize("device", [SMALL, WIDE], ids=["320", "1280"])


class Planner(Facilitator):
    """A facilitator in the planner; steps are named by their titles."""

    def plans(self, crowd: Crowd) -> "Planner":
        self.enters(crowd.made["id"], crowd.token("facilitator", "Ada"))
        self.page.goto(f"/w/{crowd.made['id']}/plan")
        self.is_live()
        self.page.locator(".plan-step").first.wait_for()
        return self

    def rows(self) -> Locator:
        return self.page.locator(".plan-step")

    def titles(self) -> list[str]:
        return [
            text.strip() for text in self.page.locator(".plan-step .plan-method").all_inner_texts()
        ]

    def more(self, title: str, action: str) -> None:
        self.press(f"More for “{title}”")
        self.dialog().get_by_role("button", name=action, exact=True).click()

    def has(self, *titles: str) -> None:
        expect(self.page.locator(".plan-step .plan-method")).to_have_text(list(titles))
        self.is_live()


MINI = ("The question", "Silent notes", "Clusters", "Dot vote", "One action", "Closing")


@pytest.fixture
def crowd(house, request) -> Iterator[Crowd]:
    made = Crowd(house.url, people=1, recipe=getattr(request, "param", "mini-cycle"))
    yield made
    made.leave()


@pytest.fixture
def planner(browser, house, crowd):
    made: list[Person] = []

    def come(device: dict[str, object]) -> Planner:
        made.append(Planner(browser, house.url, **device))
        return made[-1].plans(crowd)

    yield come
    for person in made:
        person.leave()
        assert person.watch.faults == []


@on_both
def test_by_taps_a_method_is_added_copied_removed_and_brought_back(planner, device):
    ada = planner(device)
    ada.more("Silent notes", "Add a step after it")
    ada.dialog().get_by_role("button", name=re.compile("^Reveal and read")).click()
    check_axe(ada.page)
    assert too_wide(ada.page) == []
    ada.dialog().get_by_label("Question").fill("What surprises you?")
    ada.dialog().get_by_role("button", name="Add", exact=True).click()
    ada.has("The question", "Silent notes", "Reveal and read", *MINI[2:])

    ada.more("Reveal and read", "Duplicate")
    ada.has("The question", "Silent notes", "Reveal and read", "Reveal and read", *MINI[2:])

    ada.page.get_by_role("button", name="More for “Reveal and read”").last.click()
    ada.dialog().get_by_role("button", name="Remove").click()
    ada.has("The question", "Silent notes", "Reveal and read", *MINI[2:])
    ada.press("Undo")
    ada.has("The question", "Silent notes", "Reveal and read", "Reveal and read", *MINI[2:])


def test_by_taps_a_step_becomes_another_method_in_its_place(planner, crowd):
    ada = planner(SMALL)
    ada.more("Clusters", "Choose another method")
    check_axe(ada.page)
    ada.dialog().get_by_role("button", name=re.compile("^Options compared .* – Integrate")).click()

    ada.has("The question", "Silent notes", "Options compared", *MINI[3:])
    crowd.catches_up()
    steps = {it["title"]: it for it in crowd.finn.holding.all("step")}
    swapped = steps["Options compared"]
    assert (swapped["method"], swapped["layout"], swapped["minutes"]) == ("options", "table", 7)
    assert swapped["source"] == steps["Silent notes"]["id"]
    assert steps["Dot vote"]["source"] == swapped["id"]


def test_by_keys_a_step_becomes_another_method(planner):
    ada = planner(WIDE)
    keys = Keys(ada.page)
    keys.presses("More for “Dot vote”")
    keys.presses("Choose another method")
    keys.presses("Gradients of agreement")

    ada.has(*MINI[:3], "Gradients of agreement", *MINI[4:])


@on_both
def test_by_taps_a_step_that_others_work_on_is_removed_only_when_asked(planner, crowd, device):
    ada = planner(device)
    ada.more("Clusters", "Remove")
    expect(ada.dialog()).to_contain_text("“Dot vote” works on its notes")
    check_axe(ada.page)
    ada.dialog().get_by_role("button", name="Remove").click()

    ada.has("The question", "Silent notes", "Dot vote", "One action", "Closing")
    crowd.catches_up()
    steps = {it["title"]: it for it in crowd.finn.holding.all("step")}
    assert steps["Dot vote"]["source"] == steps["Silent notes"]["id"]


def test_by_taps_a_step_in_ones_own_words(planner, crowd):
    ada = planner(SMALL)
    ada.press("Add a step")
    ada.dialog().get_by_role("button", name=re.compile("^In your own words")).click()
    ada.dialog().get_by_label("Write and read notes").check()
    ada.dialog().get_by_label("Title").fill("Opposites")
    ada.dialog().get_by_label("Minutes").fill("7")
    check_narrow(ada.page)
    ada.dialog().get_by_role("button", name="Add", exact=True).click()

    ada.has(*MINI, "Opposites")
    crowd.catches_up()
    (step,) = (it for it in crowd.finn.holding.all("step") if it["title"] == "Opposites")
    assert (step["layout"], step["phase"], step["minutes"]) == ("wall", "open", 7)
    assert (step["visibility"], step["anonymous"]) == ("private", True)


@on_both
def test_by_taps_everything_a_step_says_is_changed(planner, crowd, device):
    ada = planner(device)
    ada.press("Change “Silent notes”")
    form = ada.page.locator(".plan-edit")
    form.get_by_label("Phase").select_option("frame")
    form.get_by_label("You may read them before the reveal").check()
    form.get_by_label("You may hold notes back").check()
    form.get_by_text("What you say").click()
    form.get_by_label("Script").fill("Say this aloud.\n" * 21)
    form.get_by_role("button", name="Save").click()
    form.get_by_text("The script has 21 lines, and 20 fit. Put some together.").wait_for()
    form.get_by_label("Script").fill("Say this aloud.\n\n  Know this.  ")
    form.get_by_label("At half time").fill("What else?")
    form.get_by_label("Never propose to cut").check()
    check_axe(ada.page)
    assert too_wide(ada.page) == []
    form.get_by_role("button", name="Save").click()

    expect(form).to_have_count(0)
    ada.is_live()
    crowd.catches_up()
    (step,) = (it for it in crowd.finn.holding.all("step") if it["title"] == "Silent notes")
    assert (
        step
        | {
            "phase": "frame",
            "readers": "facilitator",
            "moderated": True,
            "script": ["Say this aloud.", "Know this."],
            "half_time": "What else?",
            "keep": True,
        }
        == step
    )


def test_what_is_half_changed_outlives_a_reload_and_is_offered_at_the_close(planner, crowd):
    ada = planner(WIDE)
    ada.press("Change “Silent notes”")
    form = ada.page.locator(".plan-edit")
    question = form.get_by_role("textbox", name="Question")
    question.fill("What helps you?")
    ada.page.reload()
    expect(question).to_have_value("What helps you?")

    crowd.says("CloseWorkshop")

    expect(ada.page.locator(".card--wait .quote")).to_have_text("“What helps you?”")
    expect(form).to_have_count(0)


@on_both
def test_by_taps_warnings_are_mended(planner, crowd, device):
    (clusters,) = (it for it in crowd.finn.holding.all("step") if it["title"] == "Clusters")
    crowd.says("ChangeStep", step=clusters["id"], minutes=60)
    ada = planner(device)
    ada.page.get_by_role("button", name="Put in a break here").click()
    expect(ada.page.locator(".plan-advice")).to_have_count(0)
    expect(ada.rows()).to_have_count(7)

    ada.page.get_by_label("Minutes you have").fill("60")
    ada.page.get_by_label("Minutes you have").press("Tab")
    ada.page.get_by_label("You want").select_option("innovate")
    share = ada.page.locator(".share-list li").first
    short = ada.page.locator("[data-code=open_short]")
    expect(short).to_be_visible()
    (found, _wanted) = re.findall(r"\d+%", short.inner_text())
    expect(share).to_contain_text(found)
    ada.page.get_by_role("button", name=re.compile("^Shorten by")).click()
    expect(ada.page.locator("[data-code=over_time], [data-code=no_buffer]")).to_have_count(0)
    ada.page.get_by_role("button", name="Give it more time").click()
    expect(ada.page.locator("[data-code=open_short]")).to_have_count(0)
    check_axe(ada.page)
    assert too_wide(ada.page) == []


@on_both
def test_by_keys_a_break_is_added_and_removed(planner, device):
    ada = planner(device)
    keys = Keys(ada.page)
    keys.presses("More for “Clusters”")
    keys.presses("Add a step after it")
    keys.presses("Break")
    keys.lands_in("#add-title")
    keys.types("Air")
    keys.presses("Add")
    ada.has(*MINI[:3], "Air", *MINI[3:])

    keys.tab_to(
        "More for “Air”", "Shift+Tab"
    ) if keys.here() != "More for “Clusters”" else keys.tab_to("More for “Air”")
    keys.press("Enter")
    keys.presses("Remove")
    ada.has(*MINI)
    keys.lands_in(".plan-removed button")
    keys.press("Enter")
    ada.has(*MINI[:3], "Air", *MINI[3:])


@on_both
def test_by_keys_a_step_is_changed(planner, device):
    ada = planner(device)
    keys = Keys(ada.page)
    keys.presses("Change “Silent notes”")
    keys.lands_in(".plan-edit input")
    keys.types("Quiet notes")
    keys.presses("Save")

    ada.has("The question", "Quiet notes", *MINI[2:])


@pytest.mark.parametrize("crowd", ["innovate"], indirect=True)
def test_by_keys_what_a_layout_works_with_is_set_up_line_by_line(planner, crowd):
    ada = planner(SMALL)
    before = {it["title"]: it["setup"] for it in crowd.finn.holding.all("step")}
    sets_up(ada, "Now and expected", "Columns", "Works now\nStands still | Since when?")
    sets_up(ada, "Dot vote", "Criteria", "Helps those it is for\nCan begin on Monday")
    sets_up(ada, "Prioritisation matrix", "Scales", "Value | 0 | 4 | 3\nEffort | 0 | 10 | -1")

    crowd.catches_up()
    after = {it["title"]: it["setup"] for it in crowd.finn.holding.all("step")}
    columns = after["Now and expected"]["columns"]
    assert [(it["title"], it.get("hint", "")) for it in columns][1] == (
        "Stands still",
        "Since when?",
    )
    criteria = after["Dot vote"]["criteria"]
    assert [it["title"] for it in criteria] == ["Helps those it is for", "Can begin on Monday"]
    value, effort = after["Prioritisation matrix"]["scales"]
    assert (value["high"], value["weight"], value.get("words", [])) == (4, 3, [])
    assert effort == before["Prioritisation matrix"]["scales"][1]
    # What keeps its place keeps its id: what the room has made hangs on it.
    for title, part in (("Now and expected", "columns"), ("Dot vote", "criteria")):
        ids = [it["id"] for it in after[title][part]]
        assert ids == [it["id"] for it in before[title][part]][: len(ids)]


def sets_up(ada: Planner, title: str, what: str, lines: str) -> None:
    keys = Keys(ada.page)
    keys.presses(f"Change “{title}”")
    keys.lands_in(".plan-edit input")
    keys.presses("How it is set up")
    keys.tab_to(what)
    keys.types(lines)
    assert too_wide(ada.page) == []
    assert small_targets(ada.page) == []
    check_axe(ada.page)
    keys.presses("Save")
    expect(ada.page.locator(".plan-edit")).to_have_count(0)
    ada.is_live()


def test_what_is_refused_stays_in_its_form(planner, crowd):
    ada = planner(WIDE)
    ada.press("Change “Silent notes”")
    form = ada.page.locator(".plan-edit")
    form.get_by_label("Title").fill("Quiet notes")
    form.get_by_label("You may read them before the reveal").check()
    crowd.starts("wall")
    ada.page.locator(".plan-step[data-state=now]").filter(has_text="Silent notes").wait_for()
    form.get_by_role("button", name="Save").click()

    form.locator(".field-error").wait_for()
    expect(form.get_by_label("Title")).to_have_value("Quiet notes")
    expect(ada.page.locator(".toast")).to_have_count(0)


@on_both
def test_by_taps_notes_are_collected_before_the_meeting(planner, browser, house, crowd, device):
    ada = planner(device)
    ada.more("Silent notes", "Collect notes before the meeting")
    check_axe(ada.page)
    ada.dialog().get_by_role("button", name="Open it").click()
    expect(ada.dialog()).to_contain_text("0 notes have come in.")
    link = ada.dialog().get_by_label("The link to send").input_value()
    bo = Phone(browser, house.url)
    bo.page.goto(link)
    bo.page.get_by_role("button", name="Join").click()
    bo.page.wait_for_url("**/w/*")
    bo.types("Before we meet")
    bo.adds()
    bo.is_live()

    expect(ada.dialog()).to_contain_text("1 note has come in.")
    check_axe(ada.page)
    assert too_wide(ada.page) == []
    ada.dialog().locator("summary", has_text="Another deadline").click()
    ada.dialog().get_by_label("Until").fill("2099-12-04T09:30")
    check_axe(ada.page)
    ada.dialog().get_by_role("button", name="Save").click()
    expect(ada.dialog()).to_contain_text("4 December")
    ada.dialog().get_by_role("button", name="Close it now").click()
    expect(ada.page.locator(".plan-early")).to_have_count(0)
    ada.more("Silent notes", "Collect notes before the meeting")
    ada.dialog().get_by_role("button", name="Open it").click()
    expect(ada.dialog()).to_contain_text("1 note has come in.")
    bo.leave()


@on_both
def test_a_step_is_seen_as_a_participant_and_nothing_is_sent(planner, crowd, device):
    ada = planner(device)
    ada.more("Silent notes", "See it as a participant")
    phone = ada.page.frame_locator(".glance-phone")
    expect(phone.locator("#question")).to_contain_text(crowd.question.question)
    check_axe(ada.page)
    assert too_wide(ada.page) == []
    phone.locator("#composer").fill("Not to be sent")
    phone.locator(".compose button[type=submit]").click()
    expect(phone.get_by_text("This is a preview. Nothing is sent.").first).to_be_visible()

    ada.dialog().get_by_role("button", name="Next").click()
    expect(phone.locator(".phone")).to_have_attribute("data-phase", "integrate")
    ada.dialog().get_by_role("button", name="Close the preview").click()
    expect(ada.dialog()).to_have_count(0)
    crowd.catches_up()
    assert crowd.finn.holding.one("workshop")["state"] == "lobby"
    assert crowd.finn.holding.all("note") == []


@on_both
def test_by_keys_the_preview_is_turned_and_left_from_inside(planner, device):
    ada = planner(device)
    keys = Keys(ada.page)
    keys.presses("See as a participant")
    ada.page.frame_locator(".glance-phone").locator(".phone").wait_for()
    keys.presses("Next")
    expect(ada.page.locator(".glance-where")).to_contain_text("Step 2 of 6: Silent notes")
    ada.page.frame_locator(".glance-phone").locator("#composer").focus()
    keys.press("Escape")

    expect(ada.dialog()).to_have_count(0)


@on_both
def test_the_console_shows_the_rooms_step_as_a_participant(planner, crowd, device):
    crowd.starts("wall")
    ada = planner(device)
    ada.page.get_by_role("link", name="Back to the console").click()
    ada.page.get_by_role("button", name="More", exact=True).click()
    ada.dialog().get_by_role("button", name="See as a participant").click()

    phone = ada.page.frame_locator(".glance-phone")
    expect(phone.locator("#composer")).to_be_visible()
    check_axe(ada.page)
    assert too_wide(ada.page) == []


def test_after_the_close_the_agenda_is_looked_at_and_kept(planner, crowd):
    ada = planner(WIDE)
    crowd.says("CloseWorkshop")

    expect(ada.page.get_by_role("button", name="Add a step")).to_have_count(0)
    expect(ada.page.locator(".plan button")).to_have_count(0)
    with ada.page.expect_download() as download:
        ada.page.get_by_role("link", name="Keep as a recipe").click()
    assert download.value.suggested_filename == "from-hospital-to-home.recipe.json"
    check_axe(ada.page)

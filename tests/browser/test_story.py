"""A whole workshop in a real browser: facilitator, board and three phones, through bad moments."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.people import Board, Facilitator, Phone

pytestmark = pytest.mark.browser

CALL = "Someone calls the day after"
LIST = "One list of medicines"
NUMBER = "A number that is answered"


def test_a_mini_cycle_from_start_to_artifact(browser, serve, proxy):
    server = serve()
    bad_wifi = proxy(server.port)
    finn = Facilitator(browser, server.url)
    finn.makes_a_workshop("Safe at home", "What makes the first days at home unsafe?")
    finn.opens_the_console()
    board = Board(browser, server.url)
    board.opens(finn.board_link)
    board.sees(finn.code[:3])

    ada, bo, cy = (
        Phone(browser, server.url),
        Phone(browser, bad_wifi.url),
        Phone(browser, server.url),
    )
    for phone, name in ((ada, "Ada"), (bo, ""), (cy, "Cy")):
        phone.joins(f" {finn.code.lower()} ", name)
    everyone = (finn, board, ada, bo, cy)
    finn.sees("Ada")

    finn.press("Start")  # the question
    finn.goes_on()  # silent notes
    ada.writes(CALL, NUMBER)
    cut_off_and_back(bo, bad_wifi)
    reload_while_writing(cy)
    board.sees(re.compile("notes? written"))
    for other in (finn, board, bo, cy):
        assert CALL not in other.held()

    kill_and_restart(server, ada)
    finn.answers("Reveal", "Reveal")
    for phone in (ada, bo, cy):
        phone.sees(CALL)
        phone.sees(LIST)
    board.sees(LIST)

    finn.goes_on()  # clusters
    bo.moves(CALL)
    bo.names_a_cluster("Someone answers")
    ada.sees("Someone answers")
    ada.moves(NUMBER, to="Someone answers")
    board.sees("Someone answers")

    finn.goes_on()  # the vote
    finn.press("Open the vote")
    board.sees("may vote")
    for phone in (ada, bo, cy):
        phone.gives_a_dot("Someone answers")
        phone.sees(re.compile("of .* dots? left"))
    finn.answers("Close the vote", "Close it")
    for person in everyone:
        expect(person.page.locator(".result").first).to_be_visible()
    finn.page.get_by_label("What does the room decide?").fill("We call everyone the day after")
    finn.press("Write the decision down")

    finn.goes_on()  # one action
    take_on_an_action(ada)
    board.sees("Make the list of calls")
    finn.goes_on()  # close
    finn.closes_the_workshop()
    for phone in (ada, bo, cy):
        phone.sees("Thank you. The workshop is closed.")
        expect(phone.page.get_by_role("link", name="See the results")).to_be_visible()

    saved = json.loads(finn.downloads("workshop.json"))
    assert "We call everyone the day after" in json.dumps(saved)
    folders = [folder for folder in server.sessions.iterdir() if folder.is_dir()]
    assert [sorted(path.name for path in folder.iterdir()) for folder in folders] == [
        [
            "actions.csv",
            "manifest.json",
            "notes.csv",
            "report.html",
            "report.md",
            "votes.csv",
            "workshop.json",
        ]
    ]
    assert [person.watch.faults for person in everyone] == [[]] * len(everyone)
    for person in everyone:
        person.leave()


def cut_off_and_back(bo, bad_wifi) -> None:
    """What is written without a network is shown, said to be unsaved, and sent when it is back."""
    bad_wifi.mode = "cut"
    bo.writes(LIST)
    bo.sees(re.compile("1 note is not saved yet"))
    bad_wifi.mode = "pass"
    bo.sees("All saved.")


def reload_while_writing(cy) -> None:
    cy.types("Half a thou")
    cy.page.reload()
    expect(cy.page.get_by_label("One thought per note")).to_have_value("Half a thou")
    cy.writes("Half a thought, finished")


def kill_and_restart(server, ada) -> None:
    """The note that was acknowledged is there after a SIGKILL; what is written meanwhile comes too."""
    server.kill()
    ada.writes("Written while the server was away")
    ada.sees(re.compile("not saved yet"))
    server.start()
    ada.sees("All saved.")


def take_on_an_action(ada) -> None:
    ada.press("Write an action")
    ada.page.get_by_label("What", exact=False).first.fill("Make the list of calls")
    ada.press("Add")
    ada.page.get_by_role("button", name="I take “Make the list of calls”").click()
    ada.page.get_by_role("dialog").get_by_role("button").last.click()
    ada.sees("Ada")

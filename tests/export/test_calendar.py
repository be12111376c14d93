"""actions.ics: a day for each action that has one, in the calendar of whoever takes it home."""

from datetime import date

import msgspec
from icalendar import Calendar

from tests.core.story import Story, id_of
from tests.export.readers import of_ics, properties
from tests.export.rooms import closed, place, promised
from workshop.core.workshop import the_workshop
from workshop.export import make


def held() -> Story:
    """One action with a day, one without, and a day to look at them again."""
    story = promised()
    story.says("finn", "ChangeWorkshop", follow_up="2027-01-12")
    return story


def calendar(story: Story, language: str = "en") -> bytes:
    workshop = the_workshop(story.place)
    story.place.put(msgspec.structs.replace(workshop, language=language))
    return make("actions.ics", place(story))


def events(data: bytes) -> dict[str, dict[str, str]]:
    """By uid, as a reader of lines finds them."""
    found: dict[str, dict[str, str]] = {}
    event: dict[str, str] = {}
    for name, parameters, value in properties(data):
        if (name, value) == ("BEGIN", "VEVENT"):
            event = {}
        elif (name, value) == ("END", "VEVENT"):
            found[event["UID"]] = event
        else:
            event[f"{name}{parameters}"] = value
    return found


def test_an_action_stands_on_its_day_with_its_owner_and_blocks_no_time():
    story = held()
    workshop = story.place.log

    ours, again = events(calendar(story)).values()

    assert ours == {
        "UID": f"{workshop}-{id_of('phone')}@rytme",
        "DTSTAMP": again["DTSTAMP"],
        "SEQUENCE": again["SEQUENCE"],
        "DTSTART;VALUE=DATE": "20261204",
        "TRANSP": "TRANSPARENT",
        "SUMMARY;LANGUAGE=en": "Bo: Order the number",
        "DESCRIPTION;LANGUAGE=en": (
            r"Action: Order the number\nWho: Bo\, accepted\nFirst step: Call the exchange\n"
            r"About: Someone answers\nWorkshop: Safe at home"
        ),
    }


def test_the_day_to_look_again_names_every_action_also_those_without_a_day():
    _ours, again = events(calendar(held())).values()

    assert again["UID"].endswith("-follow-up@rytme")
    assert again["DTSTART;VALUE=DATE"] == "20270112"
    assert again["SUMMARY;LANGUAGE=en"] == "Look at the actions again: Safe at home"
    assert again["DESCRIPTION;LANGUAGE=en"] == (
        r"• Bo: Order the number (4 December 2026)\n• Look at the lists (Missing a date)\n"
        r"1 action has no date\, so it has no day in this calendar."
    )


def test_another_reader_finds_the_same_days():
    found = Calendar.from_ical(calendar(held()))

    assert [(it.start, it.end, str(it["summary"])) for it in found.events] == [
        (date(2026, 12, 4), date(2026, 12, 5), "Bo: Order the number"),
        (date(2027, 1, 12), date(2027, 1, 13), "Look at the actions again: Safe at home"),
    ]
    assert (found["method"], found["version"]) == ("PUBLISH", "2.0")
    assert found.errors == []


def test_a_later_file_is_the_newer_state_of_the_same_events():
    story = held()
    before = events(calendar(story))
    story.told += 60
    story.says("finn", "ChangeAction", action=id_of("phone"), due="2026-12-11")

    after = events(calendar(story))

    assert before.keys() == after.keys()
    (name, _again) = before
    assert after[name]["DTSTART;VALUE=DATE"] == "20261211"
    assert int(after[name]["SEQUENCE"]) > int(before[name]["SEQUENCE"])
    assert after[name]["DTSTAMP"] > before[name]["DTSTAMP"]
    assert calendar(story) == calendar(story)


def test_the_calendar_says_how_many_actions_it_cannot_show():
    lines = {name: value for name, _parameters, value in properties(calendar(closed()))}

    assert lines["X-WR-CALNAME"] == lines["NAME"] == "Safe at home"
    assert lines["X-WR-CALDESC"] == (
        "Actions from the workshop “Safe at home”. "
        r"1 action has no date\, so it has no day in this calendar."
    )


def test_it_speaks_the_rooms_language():
    data = calendar(held(), "nb")

    assert b"SUMMARY;LANGUAGE=nb:" in data
    assert "Se på tiltakene igjen: Safe at home" in of_ics(data)
    assert "1 tiltak har ingen frist, og står derfor ikke på noen dag i kalenderen." in of_ics(data)


def test_a_path_with_a_big_n_is_not_broken_in_two():
    story = held()
    story.says("finn", "ChangeAction", action=id_of("phone"), what=r"Copy C:\Nurses; \n, \\N")

    _head, *_rest = found = of_ics(calendar(story)).split("\n")

    assert r"Bo: Copy C:\Nurses; \n, \\N" in found


def test_where_nothing_has_a_day_the_actions_are_tasks():
    """A calendar holds at least one thing (RFC 5545), and days or tasks but not both (RFC 5546)."""
    story = promised()
    story.says("finn", "ChangeAction", action=id_of("phone"), due="", status="doing")

    found = Calendar.from_ical(calendar(story))

    told = [(str(it["uid"]), str(it["summary"]), str(it["status"])) for it in found.todos]
    assert told == [
        (f"{story.place.log}-{id_of('phone')}@rytme", "Bo: Order the number", "IN-PROCESS"),
        (f"{story.place.log}-{id_of('later')}@rytme", "Look at the lists", "NEEDS-ACTION"),
    ]
    assert (found.events, found.errors) == ([], [])
    assert "2 actions have no date" in of_ics(calendar(story))


def test_where_there_is_nothing_to_do_the_day_of_the_workshop_stands_alone():
    over = promised()
    for name in ("phone", "later"):
        over.says("finn", "ChangeAction", action=id_of(name), status="done")

    for story in (Story(), over):
        (only,) = Calendar.from_ical(calendar(story)).walk("VEVENT")

        assert (only.start, only.end) == (date(2026, 11, 21), date(2026, 11, 22))
        assert str(only["uid"]) == f"{story.place.log}-workshop@rytme"
        assert str(only["summary"]) == the_workshop(story.place).title


def test_a_calendar_with_a_day_holds_no_task():
    found = Calendar.from_ical(calendar(held()))

    assert (len(found.events), found.todos) == (2, [])

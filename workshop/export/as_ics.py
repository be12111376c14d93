"""actions.ics: the day when each action is due, and the day when they are looked at again, for any calendar.

Whole days before tasks: Outlook and Google leave tasks out of what they import, and one file may not publish
both (RFC 5546). Where nothing has a day yet, the actions are tasks; where there is none either, the day of the
workshop stands alone, since a calendar holds at least one thing (RFC 5545). Each keeps its name at every
export, and SEQUENCE only grows, so that a calendar takes a later file as the newer state of the same. No
address of anyone is in it.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from icalendar import Calendar, Event, Todo, vText

from workshop.core.outcomes import OVER
from workshop.core.times import moment, seconds_between
from workshop.export import telling
from workshop.export.legal import legal, legal_line
from workshop.export.parts import ActionLine, Report
from workshop.export.table import day_cell
from workshop.export.versions import came_from
from workshop.export.wording import Wording

MAKER = "-//Rytme//Rytme//EN"
BACKSLASH_N = "\\N"


class Said(vText):
    """The library would take what a person wrote for a line break, as in C:\\Nurses."""

    def to_ical(self) -> bytes:
        return rb"\\N".join(vText(part).to_ical() for part in self.split(BACKSLASH_N))


def as_ics(report: Report, _: Wording) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    title, words = legal_line(report.workshop.title), legal_line(described(report, _))
    calendar.add("name", said(title, _))
    calendar.add("description", said(words, _))
    calendar.add(
        "x-wr-calname", Said(title)
    )  # as calendars called it before RFC 7986, and some still do
    calendar.add("x-wr-caldesc", Said(words))
    for component in components(report, _):
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def components(report: Report, _: Wording) -> Sequence[Event | Todo]:
    """At least one, and all of one kind."""
    return list(events(report, _)) or list(tasks(report, _)) or [the_day(report, _)]


def open_actions(report: Report) -> list[ActionLine]:
    return [it for it in report.actions if it.status not in OVER]


def events(report: Report, _: Wording) -> Iterator[Event]:
    for action in open_actions(report):
        if isinstance(due := day_cell(action.due), date):
            yield event(report, action.id, due, summary(action), details(report, action, _), _)
    if isinstance(day := day_cell(report.workshop.follow_up), date):
        title = _("Look at the actions again: %(title)s", title=report.workshop.title)
        yield event(report, "follow-up", day, title, follow_up(report, _), _)


def tasks(report: Report, _: Wording) -> Iterator[Todo]:
    """For a list of tasks: each action that is not over, as long as none of them has a day."""
    for action in open_actions(report):
        made = Todo()
        tell(made, report, action.id, summary(action), details(report, action, _), _)
        made.add("status", "IN-PROCESS" if action.status == "doing" else "NEEDS-ACTION")
        yield made


def the_day(report: Report, _: Wording) -> Event:
    workshop = report.workshop
    day = moment(workshop.started_at or workshop.created_at).date()
    return event(report, "workshop", day, workshop.title, described(report, _), _)


def event(report: Report, name: str, day: date, summary: str, details: str, _: Wording) -> Event:
    """A whole day that blocks nobody's calendar; one that begins on a date and has no end is a day long (RFC 5545)."""
    made = Event()
    tell(made, report, name, summary, details, _)
    made.add("dtstart", day)
    made.add("transp", "TRANSPARENT")
    return made


def tell(
    made: Event | Todo, report: Report, name: str, summary: str, details: str, _: Wording
) -> None:
    workshop = report.workshop
    made.add("uid", f"{workshop.id}-{name}@rytme")
    made.add("dtstamp", moment(workshop.as_of))
    made.add("sequence", seconds_between(workshop.created_at, workshop.as_of))
    made.add("summary", said(legal_line(summary), _))
    made.add("description", said(legal(details), _))


def said(words: str, _: Wording) -> Said:
    return Said(words, params={"LANGUAGE": _.language})


def summary(action: ActionLine) -> str:
    """The owner first: a week of a calendar shows the first words alone."""
    return f"{action.who}: {action.what}" if action.who else action.what


def details(report: Report, action: ActionLine, _: Wording) -> str:
    told = [
        (_("Action"), action.what),
        (_("Who"), telling.owner(action, _)),
        (_("First step"), action.first_step),
        (_("Helpers"), action.helpers),
        (_("In a normal week"), action.daily),
        (_("About"), action.about_title),
        (_("Workshop"), report.workshop.title),
    ]
    lines = [f"{label}: {text}" for label, text in told if text]
    return "\n".join(filter(None, [*lines, came_from(report, action.continued, _)]))


def follow_up(report: Report, _: Wording) -> str:
    """Every action that is not over, also those that have no day of their own."""
    waiting = open_actions(report)
    lines = [f"• {summary(action)} ({telling.due(action, _)})" for action in waiting]
    return "\n".join([*lines, dateless(report, _)]).strip()


def described(report: Report, _: Wording) -> str:
    told = _("Actions from the workshop “%(title)s”.", title=report.workshop.title)
    return f"{told} {dateless(report, _)}"


def dateless(report: Report, _: Wording) -> str:
    """How many actions a calendar cannot show; empty where each has its day."""
    if not (number := sum("due" in action.missing for action in report.actions)):
        return ""
    return _.ngettext(
        "%(num)d action has no date, so it has no day in this calendar.",
        "%(num)d actions have no date, so they have no day in this calendar.",
        number,
    )

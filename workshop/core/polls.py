"""Asking the room: one question, a quick answer from everyone, secret; no step is left for it."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Literal

import msgspec

from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, Refused, Text, digest
from .ranking import FEWEST_VOTERS_SHOWN
from .records import Gone, Place, Record, kind_of
from .text import line, within, written
from .votes import electorate

Form = Literal["yes_no", "scale", "words"]
CHOICES = {"yes_no": ("yes", "no"), "scale": ("1", "2", "3", "4", "5")}


class AnswerCount(msgspec.Struct, frozen=True, kw_only=True):
    answer: str
    count: int


class Poll(Record, frozen=True, kw_only=True, tag="poll"):
    """One question, open or closed for good. `asked` and `answers` count people.

    `results` are empty where fewer than four have answered: then a break-down would say who.
    """

    question: str
    form: Form
    state: str = "open"
    asked: int = 0
    answers: int = 0
    results: tuple[AnswerCount, ...] = ()


class Answer(Record, frozen=True, kw_only=True, tag="answer"):
    """What one pseudonym says to one poll."""

    poll: str
    answer: str
    owner: str


class AskRoom(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    id: Id
    question: Text
    form: Form


class AnswerPoll(Command, frozen=True, kw_only=True):
    """Sets the answer; empty takes it back."""

    poll: Id
    answer: Text


class ClosePoll(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    final: ClassVar[bool] = True
    poll: Id


class RoomAsked(Event, frozen=True, kw_only=True):
    poll: Poll


class PollAnswered(Event, frozen=True, kw_only=True):
    poll: str
    answer: str
    owner: str


class PollClosed(Event, frozen=True, kw_only=True):
    """`answers` is 0 in logs from before it was told; then the results say how many."""

    poll: str
    results: tuple[AnswerCount, ...]
    answers: int = 0


def open_polls(place: Place) -> list[Poll]:
    return [poll for poll in place.all(Poll) if poll.state == "open"]


def the_poll(place: Place, poll_id: str, field: str = "poll") -> Poll:
    if (poll := place.get(Poll, poll_id)) is None:
        raise Refused("no_such_poll", field)
    return poll


def the_open_poll(place: Place, poll_id: str) -> Poll:
    if (poll := the_poll(place, poll_id)).state != "open":
        raise Refused("poll_closed", "poll")
    return poll


def ask_room(place: Place, command: AskRoom, by: By) -> Iterator[Event]:
    if open_polls(place):
        raise Refused("poll_open")
    place.check_new(command.id)
    if place.count(Poll) >= LIMITS.polls:
        raise Refused("too_many_polls", limit=LIMITS.polls)
    question = written(line(command.question), LIMITS.title_graphemes, "question")
    asked = len(electorate(place))
    yield RoomAsked(poll=Poll(id=command.id, question=question, form=command.form, asked=asked))


def answer_poll(place: Place, command: AnswerPoll, by: By) -> Iterator[Event]:
    poll = the_open_poll(place, command.poll)
    if by.actor not in electorate(place):
        raise Refused("not_asked")
    answer = answer_to(poll, command.answer)
    given = place.get(Answer, digest(poll.id, by.name))
    if answer != (given.answer if given else ""):
        yield PollAnswered(poll=poll.id, answer=answer, owner=by.name)


def answer_to(poll: Poll, text: str) -> str:
    answer = within(line(text), LIMITS.answer_graphemes, "answer")
    if answer and poll.form in CHOICES and answer not in CHOICES[poll.form]:
        raise Refused("bad_answer", "answer")
    return answer


def close_poll(place: Place, command: ClosePoll, by: By) -> Iterator[Event]:
    yield poll_ended(place, the_open_poll(place, command.poll))


def poll_ended(place: Place, poll: Poll) -> PollClosed:
    """The answers as totals; nothing of who said what, or when, is in the result."""
    given = [answer.answer for answer in place.all(Answer) if answer.poll == poll.id]
    results = () if 0 < len(given) < FEWEST_VOTERS_SHOWN else counted(poll.form, given)
    return PollClosed(poll=poll.id, results=results, answers=len(given))


def counted(form: Form, given: list[str]) -> tuple[AnswerCount, ...]:
    """Choices in their own order, also those that nobody took; words the most frequent first.

    Words that differ in capitals alone are one, in the spelling that comes first in the alphabet:
    the order in which people wrote must not show.
    """
    if form in CHOICES:
        return tuple(AnswerCount(answer=each, count=given.count(each)) for each in CHOICES[form])
    totals = Counter(word.casefold() for word in given)
    spelled = {word.casefold(): word for word in sorted(given, reverse=True)}
    order = sorted(totals, key=lambda word: (-totals[word], word))
    return tuple(AnswerCount(answer=spelled[word], count=totals[word]) for word in order)


def room_asked(place: Place, event: RoomAsked) -> Iterator[Record]:
    yield event.poll


def poll_answered(place: Place, event: PollAnswered) -> Iterator[Record | Gone]:
    answer_id = digest(event.poll, event.owner)
    if event.answer:
        yield Answer(id=answer_id, poll=event.poll, answer=event.answer, owner=event.owner)
    elif place.get(Answer, answer_id):
        yield Gone(kind_of(Answer), answer_id)


def poll_closed(place: Place, event: PollClosed) -> Iterator[Record | Gone]:
    for answer in [each for each in place.all(Answer) if each.poll == event.poll]:
        yield Gone(kind_of(Answer), answer.id)
    if poll := place.get(Poll, event.poll):
        answers = event.answers or sum(result.count for result in event.results)
        yield msgspec.structs.replace(
            poll,
            state="closed",
            asked=max(poll.asked, answers),  # who came later may have answered too
            answers=answers,
            results=event.results,
        )


RULES = {AskRoom: ask_room, AnswerPoll: answer_poll, ClosePoll: close_poll}
EFFECTS = {RoomAsked: room_asked, PollAnswered: poll_answered, PollClosed: poll_closed}

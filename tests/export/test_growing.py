"""How it grew, in the report and as a picture that moves; also years later, from a file alone."""

from functools import cache
from io import BytesIO

import pytest
from babel.support import NullTranslations
from PIL import Image

from tests.core.story import LOG, Story, id_of
from tests.export.rooms import THOUGHTS, again, closed, moderated, opened, write
from workshop.export import Growths, Report, Scribe, as_gif, make, report
from workshop.export.as_json import as_json, read
from workshop.export.formats import rendered
from workshop.export.growing import with_growth
from workshop.export.growth_frames import FRAMES, MOST_PILES, STAGE, laid, reel
from workshop.export.parts import GrowthLine, MoveLine
from workshop.insight.growth import growth

LONG = "A name that somebody wrote at length, since it was not yet clear what it was to be about"


def told(story: Story) -> Report:
    return with_growth(report(story.place), growth(LOG, story.entries))


@cache
def picture() -> bytes:
    return rendered("growth.gif", told(again()), NullTranslations())


def opened_again(data: bytes) -> tuple[list[Image.Image], list[int]]:
    """Every frame as a reader shows it, and how long it stands in ms."""
    film = Image.open(BytesIO(data))
    frames, lengths = [], []
    for number in range(film.n_frames):
        film.seek(number)
        frames.append(film.convert("RGB"))
        lengths.append(film.info["duration"])
    return frames, lengths


def test_the_growth_names_what_came_and_where_it_went():
    lines = told(closed()).growth
    came = [set(line.came) for line in lines if line.came]
    moves = [move for line in lines for move in line.moved]

    assert came[1] == {
        id_of(word) for word in (*THOUGHTS, "magnet")
    }  # its minute is all that is known
    assert MoveLine(note=id_of("ring"), cluster=id_of("calls")) in moves
    assert [line.told for line in lines if line.told] == [(id_of("round"),)]
    assert [line.decided for line in lines if line.decided] == [(id_of("decided"),)]
    assert all(isinstance(line, GrowthLine) for line in lines)


def test_what_is_not_in_the_report_is_not_in_its_growth():
    story = moderated()
    lines = repr(told(story).growth)

    assert id_of("list") not in lines
    assert id_of("coffee") not in lines


def test_the_picture_loops_is_small_and_rests_at_the_end():
    film = Image.open(BytesIO(picture()))
    frames, lengths = opened_again(picture())

    assert film.size == (1200, 675)
    assert film.info["loop"] == 0
    assert 24 <= len(frames) <= 60
    assert 7000 <= sum(lengths) <= 10_000
    assert lengths[-1] >= 2000
    assert frames[0].tobytes() == frames[-1].tobytes()  # what paper shows
    assert len(picture()) < 2_000_000


def test_a_file_alone_makes_the_same_picture_years_later():
    kept = as_json(told(again()), None)

    assert rendered("growth.gif", read(kept), NullTranslations()) == picture()


def test_a_file_from_before_the_growth_was_told_is_a_still():
    story = closed()

    film = Image.open(BytesIO(make("growth.gif", story.place, NullTranslations())))

    assert (film.n_frames, film.size) == (1, (1200, 675))
    assert read(as_json(report(story.place), None)).growth == ()


def test_the_film_shows_a_private_step_all_at_once():
    story = opened()
    for number in range(40):
        write(story, f"n{number}", ("ada", "idea", f"Thought {number}"))
    story.told += 600
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.told += 300
    story.says("finn", "StartStep", step=id_of("group"))
    counts = [len(frame.spots) for frame in reel(told(story)).frames]

    assert set(counts) == {0, 1, 41}
    assert counts == sorted(counts)


def test_the_film_goes_from_the_first_step_to_the_end():
    film = reel(told(again()))
    ats = [frame.at for frame in film.frames]

    assert len(film.frames) == FRAMES + 1
    assert (ats[0], ats[-1]) == (0, film.seconds)
    assert ats == sorted(ats)
    assert film.frames[-1].decided == "We begin with one number"
    assert [pile.chosen for pile in film.frames[-1].piles].count(True) == 2


@pytest.mark.parametrize("many", [1, 7, 300, 5000])
def test_every_note_lies_on_the_stage(many):
    (note,) = report(opened().place).notes
    notes = [Renamed(note, number) for number in range(many)]

    spots = laid(notes, STAGE)

    assert len(spots) == many
    for spot in spots.values():
        assert STAGE.x <= spot.x <= STAGE.x + STAGE.width - spot.size
        assert STAGE.y <= spot.y <= STAGE.y + STAGE.height - spot.size


class Renamed:
    """The note under another id."""

    def __init__(self, note: object, number: int) -> None:
        self.id, self.type = f"n{number}", note.type


def test_of_very_many_clusters_the_largest_are_drawn_and_no_note_is_lost():
    many = range(MOST_PILES + 8)
    story = opened()
    for number in many:
        write(story, f"n{number}", ("ada", "idea", f"Thought {number}"))
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("group"))
    for number in many:
        cluster = {"id": id_of(f"c{number}"), "step": id_of("group"), "title": LONG}
        story.says("finn", "AddCluster", notes=(id_of(f"n{number}"),), **cluster)

    film = reel(told(story))
    last = film.frames[-1]

    assert (len(last.piles), len(last.spots)) == (MOST_PILES, len(many) + 1)
    assert film.more == 8


@pytest.mark.parametrize("title", [LONG, "Ok" * 60, "السلامة في البيت", "\u202etseT"])
def test_words_of_any_length_and_script_can_be_drawn(title):
    assert make("growth.gif", opened(title=title).place, NullTranslations())[:3] == b"GIF"


def test_colours_are_those_of_the_style_sheets():
    assert as_gif.ink("ground") == "#f2f5f4"
    assert as_gif.paper("need") == ("n-need", "n-need-b")
    assert as_gif.paper("what nobody knows") == ("n-unkn", "n-unkn-b")


def test_the_scribe_tells_the_growth_in_those_formats_that_have_it(tmp_path):
    story = closed()
    growths = Growths(lambda log: story.entries if log == LOG else [])
    scribe = Scribe(tmp_path, growths)

    kept = read(scribe.make("workshop.json", story.place))
    folder = scribe.save(story.place)

    assert kept.growth == told(story).growth
    assert len((folder / "growth.gif").read_bytes()) > len(make("growth.gif", story.place))
    scribe.stop()
    growths.stop()

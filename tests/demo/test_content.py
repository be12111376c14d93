import re
from collections import Counter

import pytest

from workshop.core.limits import LIMITS
from workshop.core.text import graphemes, line, tidy
from workshop.demo.content import LANGUAGES, Content, Question, answers, content
from workshop.methods.method import THOUGHTS

QUESTIONS = [
    pytest.param(question, id=f"{language}-{number}")
    for language in LANGUAGES
    for number, question in enumerate(content(language).questions, 1)
]
every_question = pytest.mark.parametrize("question", QUESTIONS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def texts(question: Question) -> list[str]:
    """All that the room could read as a note."""
    return [*(note.text for note in question.notes), *question.builds]


def words(it: Content) -> list[str]:
    return [text for question in it.questions for text in texts(question)]


@every_language
def test_there_are_three_questions_and_names_for_forty(language):
    it = content(language)

    assert len(it.questions) == 3
    assert len(it.names) == len({folded(name) for name in it.names}) == 40


@every_question
def test_a_question_has_a_title_a_purpose_and_asks(question):
    assert question.question.endswith("?")
    assert graphemes(question.title) <= LIMITS.title_graphemes
    assert question.purpose


@every_question
def test_a_question_has_more_notes_than_a_large_room_writes_at_first(question):
    assert len(question.notes) == 75
    assert len(question.builds) == 10
    assert len(question.actions) == 12


@every_language
def test_no_text_comes_twice_not_even_under_another_question(language):
    counted = Counter(folded(text) for text in words(content(language)))

    assert [text for text, times in counted.items() if times > 1] == []


def test_the_languages_share_no_text():
    english, norwegian = ({folded(text) for text in words(content(it))} for it in LANGUAGES)

    assert english & norwegian == set()


@every_question
def test_texts_fit_a_note_and_are_already_tidy(question):
    assert [text for text in texts(question) if graphemes(text) > LIMITS.note_graphemes] == []
    assert [text for text in texts(question) if text != tidy(text)] == []


@every_question
def test_notes_are_short_but_for_a_few(question):
    lengths = [graphemes(note.text) for note in question.notes]

    assert 2 <= sum(length > 140 for length in lengths) <= 5
    assert sum(length <= 90 for length in lengths) >= 60


@every_question
def test_all_types_of_thought_are_there(question):
    counted = Counter(note.type for note in question.notes)

    assert set(counted) == set(THOUGHTS)
    assert min(counted.values()) >= 3


@every_question
def test_some_notes_say_the_same_in_other_words(question):
    groups = Counter(note.same for note in question.notes if note.same)
    repeated = sum(size - 1 for size in groups.values())

    assert 8 <= repeated <= 10
    assert min(groups.values()) >= 2


@every_question
def test_notes_that_say_the_same_belong_to_one_theme(question):
    themes = {(note.same, note.theme) for note in question.notes if note.same}

    assert len(themes) == len({same for same, _ in themes})


@every_question
def test_five_notes_are_off_topic_and_stand_alone(question):
    off_topic = [note for note in question.notes if note.off_topic]

    assert len(off_topic) == 5
    assert {(note.theme, note.same) for note in off_topic} == {("", "")}


@every_question
def test_themes_are_whole_phrases_and_some_notes_stand_alone(question):
    sizes = Counter(note.theme for note in question.notes)
    alone = sizes.pop("")

    assert 5 <= len(sizes) <= 8
    assert [theme for theme in sizes if len(theme.split()) < 2] == []
    assert [theme for theme in sizes if graphemes(theme) > LIMITS.title_graphemes] == []
    assert min(sizes.values()) >= 5
    assert alone >= 10


@every_language
def test_actions_are_promised_by_people_in_the_room(language):
    it = content(language)
    actions = [action for question in it.questions for action in question.actions]

    assert {action.who for action in actions} <= set(it.names)
    assert len({folded(action.what) for action in actions}) == len(actions)


@every_question
def test_an_action_has_a_date_a_first_step_and_fits(question):
    for action in question.actions:
        assert 1 <= action.days <= 90
        assert action.what == line(action.what)
        assert action.first_step == line(action.first_step)
        assert graphemes(action.what) <= LIMITS.note_graphemes


@every_question
def test_nobody_in_a_rehearsal_shouts(question):
    assert [text for text in texts(question) if "!" in text] == []


def test_norwegian_is_written_with_its_letters():
    letters = set("".join(words(content("nb"))).casefold())

    assert set("æøåé") <= letters


@every_language
def test_there_is_a_question_to_ask_and_words_to_answer_it_with(language):
    found = answers(language)

    assert found.question.endswith("?")
    assert graphemes(found.question) <= LIMITS.title_graphemes
    assert len(found.words) == len({folded(word) for word in found.words}) == 15
    assert max(map(graphemes, found.words)) <= LIMITS.answer_graphemes

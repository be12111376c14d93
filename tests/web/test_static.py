"""Static files carry their content in their address, so that a browser may keep them for ever."""

import pytest

from workshop.web.static import FOLDER, build_of
from workshop.words import LANGUAGES


def test_a_file_is_kept_for_ever(app, client):
    build = app.extensions["rytme"].build
    with client.get(f"/static/{build}/img/favicon.svg") as answer:
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert answer.data == (FOLDER / "img" / "favicon.svg").read_bytes()


def test_a_file_of_another_build_is_not_there(client):
    assert client.get("/static/000000000000/img/favicon.svg").status_code == 404


@pytest.mark.parametrize("path", ["../run.py", "%2e%2e/run.py", "..%2frun.py", "css/../../run.py"])
def test_no_path_leads_out_of_the_folder(app, client, path):
    build = app.extensions["rytme"].build

    assert client.get(f"/static/{build}/{path}").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_scripts_lie_beside_them(app, client, language):
    build = app.extensions["rytme"].build
    answer = client.get(f"/static/{build}/words/{language}.json")

    assert answer.json["language"] == language
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_words_of_no_language_are_not_there(app, client):
    build = app.extensions["rytme"].build

    assert client.get(f"/static/{build}/words/tlh.json").status_code == 404


def test_the_build_changes_with_any_file_and_with_nothing_else(tmp_path):
    (tmp_path / "a.js").write_text("one")
    first = build_of(tmp_path)
    (tmp_path / "a.js.gz").write_text("packed")

    assert build_of(tmp_path) == first
    (tmp_path / "a.js").write_text("two")
    assert build_of(tmp_path) != first

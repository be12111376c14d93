"""The front page, a new workshop, and joining, as forms without scripts."""

import re

import pytest

from tests.web.conftest import Room, words_of


def stop_the_clock(app):
    """So that no try is forgotten while a slow machine makes the next one."""
    app.extensions["rytme"].doors._clock = lambda: 1.0


def value_of(answer, name):
    return re.search(rf'name="{name}"[^>]* value="([^"]*)"', answer.text)[1]


def test_the_front_page_offers_every_recipe(client):
    answer = client.get("/")

    assert 'href="/new?recipe=mini-cycle"' in answer.text
    assert 'href="/new?recipe=one-hour"' in answer.text


def test_the_front_page_leads_back_to_every_workshop_of_this_device(room):
    ada = room.device()
    ada.post(
        f"/api/workshops/{room.id}/join",
        json={"role": "facilitator", "key": room.made["facilitator_key"]},
    )

    page = ada.get("/").text
    assert f'href="/w/{room.id}"' in page
    assert f'href="/w/{room.id}/console"' in page
    assert room.id not in room.app.test_client().get("/").text


def test_the_code_field_leads_to_the_join_page(client):
    answer = client.post("/", data={"code": " vev 4k7 "})

    assert (answer.status_code, answer.location) == (303, "/j/VEV-4K7")


def test_a_facilitator_makes_a_workshop_and_sees_its_links_once(client):
    form = {
        "op": "op-12345678",
        "title": "Fra sykehus til hjem",
        "purpose": "Hva gjør de første dagene hjemme utrygge?",
        "recipe": "one-hour",
        "language": "nb",
        "retention_days": "90",
    }
    first = client.post("/new", data=form)
    reloaded = client.post("/new", data=form)

    links = re.findall(r"http://localhost/f/\w+#[\w-]{22}", first.text)
    assert len(set(links)) == 1
    assert re.findall(r"http://localhost/f/\w+#[\w-]{22}", reloaded.text) == links
    assert "mailto:?subject=Fra%20sykehus%20til%20hjem&amp;body=http%3A" in first.text
    workshop = links[0].split("/f/")[1].split("#")[0]
    assert client.get(f"/w/{workshop}/console").status_code == 200
    assert client.get(f"/w/{workshop}/links").text.count("/f/") == 0


def test_what_was_typed_stays_when_a_workshop_cannot_be_made(client):
    answer = client.post("/new", data={"title": " ", "purpose": "Why <now>?", "recipe": "one-hour"})

    assert answer.status_code == 409
    assert "Nothing is written yet. Write it, then send it." in words_of(answer)
    assert "Why &lt;now&gt;?</textarea>" in answer.text
    assert 'value="one-hour" checked' in answer.text


def test_the_page_asks_for_the_key_where_making_is_locked(make_app):
    client = make_app(RYTME_CREATE="key", RYTME_CREATE_KEY="open sesame").test_client()
    wrong = client.post("/new", data={"title": "Fjord", "create_key": "guess"})
    right = client.post("/new", data={"title": "Fjord", "create_key": "open sesame"})

    assert 'name="create_key"' in client.get("/new?own=1").text
    assert (wrong.status_code, right.status_code) == (401, 200)
    assert "open sesame" not in wrong.text + right.text


@pytest.mark.rule("H7")
def test_joining_without_scripts(room):
    phone = room.app.test_client()
    page = phone.get(f"/j/{room.code[:3]}-{room.code[3:]}")
    answer = phone.post("/j/", data={"op": value_of(page, "op"), "code": room.code, "name": "Ada"})

    assert "The code is on the board in front of you." in words_of(page)
    assert "Deleted from the server after 30 days; the host keeps the report." in words_of(page)
    assert (answer.status_code, answer.location) == (303, f"/w/{room.id}")
    assert phone.get(f"/w/{room.id}").status_code == 200


@pytest.mark.rule("H2")
def test_sending_the_join_form_twice_makes_one_person(room):
    form = {"op": "op-12345678", "code": room.code, "name": "Ada"}
    room.app.test_client().post("/j/", data=form)
    seq = room.house.conductor.place(room.id).seq

    room.app.test_client().post("/j/", data=form)

    assert room.house.conductor.place(room.id).seq == seq


def test_a_link_in_any_spelling_becomes_the_one_address(client):
    answer = client.get("/j/vev4k7")

    assert (answer.status_code, answer.location) == (303, "/j/VEV-4K7")


def test_a_wrong_code_keeps_what_was_typed(client):
    answer = client.post("/j/", data={"code": "vev 4k7", "name": "Ådne <3"})

    assert answer.status_code == 404
    assert "That code is not open. Check it once more." in words_of(answer)
    assert 'value="vev 4k7"' in answer.text
    assert 'value="Ådne &lt;3"' in answer.text


def test_too_many_wrong_codes_keep_what_was_typed_and_say_when(app, client):
    stop_the_clock(app)
    for _ in range(20):
        client.post("/j/", data={"code": "AAAAAA"})
    answer = client.post("/j/", data={"code": "VEV-4K7"})

    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3")
    assert "Too many tries just now. Wait 3 seconds, then try again." in words_of(answer)
    assert 'value="VEV-4K7"' in answer.text


def test_opening_links_is_counted_like_typing(app, client):
    stop_the_clock(app)
    opened = [client.get("/j/AAA-AAA").status_code for _ in range(21)]

    assert opened == [404] * 20 + [429]


@pytest.mark.rule("H5")
def test_a_held_token_leads_back_in_and_after_the_end_to_the_results(room):
    ada = room.device()
    link = f"/j/{room.code[:3]}-{room.code[3:]}"
    before = ada.get(link)

    room.done(room.facilitator, "CloseWorkshop")

    assert (before.status_code, before.location) == (303, f"/w/{room.id}")
    assert ada.get(link).location == f"/w/{room.id}"
    assert ada.get(f"/w/{room.id}").location == f"/w/{room.id}/results"
    assert room.app.test_client().get(link).status_code == 404


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (1, "Deleted from the server after 1 day; the host keeps the report."),
        (
            0,
            "The workshop stays on the server until the host deletes it; the host keeps the report.",
        ),
    ],
)
def test_the_join_page_says_how_long_things_are_kept(app, days, says):
    room = Room(app, retention_days=days)

    assert says in words_of(app.test_client().get(f"/j/{room.code[:3]}-{room.code[3:]}"))


@pytest.mark.parametrize(
    ("headers", "cookie", "language"),
    [
        ({}, "", "en"),
        ({"Accept-Language": "nb-NO,nb;q=0.9,en;q=0.5"}, "", "nb"),
        ({"Accept-Language": "no"}, "", "nb"),
        ({"Accept-Language": "nn,en;q=0.5"}, "", "nb"),
        ({"Accept-Language": "fr,de"}, "", "en"),
        ({"Accept-Language": "en"}, "nb", "nb"),
        ({"Accept-Language": "nb"}, "klingon", "nb"),
    ],
)
def test_a_page_speaks_the_chosen_language_else_the_browsers(client, headers, cookie, language):
    if cookie:
        client.set_cookie("language", cookie)

    assert f'<html lang="{language}">' in client.get("/", headers=headers).text


def test_a_page_speaks_the_workshops_language_where_nothing_else_is_wished(app):
    room = Room(app, language="nb")
    link = f"/j/{room.code[:3]}-{room.code[3:]}"
    wish = {"Accept-Language": "en"}

    assert '<html lang="nb">' in app.test_client().get(link).text
    assert '<html lang="en">' in app.test_client().get(link, headers=wish).text
    board = room.device("board").get(f"/w/{room.id}/board", headers=wish)
    assert '<html lang="nb">' in board.text


@pytest.mark.parametrize(
    ("back", "to"),
    [
        ("/j/VEV-4K7", "/j/VEV-4K7"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("", "/"),
    ],
)
def test_choosing_a_language_leads_back_and_never_away(client, back, to):
    answer = client.post("/language", data={"language": "nb", "next": back})

    assert (answer.status_code, answer.location) == (303, to)
    assert client.get_cookie("language").value == "nb"

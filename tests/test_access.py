"""Codes, keys, tokens, and doors that count failures."""

import pytest

from workshop.access import (
    ALPHABET,
    Busy,
    Claim,
    Doors,
    Keys,
    Tokens,
    digest,
    fold_code,
    make_code,
    same_origin,
    shown_code,
    shut_out,
    speaks,
)
from workshop.access.tokens import cookie_days
from workshop.core.people import Participant
from workshop.core.records import Place
from workshop.core.workshop import Workshop

SECRET = b"7f3a9c1e5b8d2f4a6c0e9b7d5f3a1c8e"
OTHER = b"1c8e7f3a9c1e5b8d2f4a6c0e9b7d5f3a"
FJORD, FJELL = "a" * 32, "b" * 32
ADA, BO = "c" * 32, "d" * 32


def test_a_code_has_six_letters_that_are_not_taken_for_one_another():
    codes = [make_code() for _ in range(500)]

    assert len(ALPHABET) == len(set(ALPHABET)) == 31
    assert set(ALPHABET).isdisjoint("ILO01")
    assert {len(code) for code in codes} == {6}
    assert set("".join(codes)) == set(ALPHABET)
    assert len(set(codes)) == 500


@pytest.mark.parametrize(
    "typed",
    [
        "VEV4K7",
        "vev4k7",
        "vev-4k7",
        " v e v 4 k 7 ",
        "VEV–4K7",
        "VEV\u00a04K7",
        "ＶＥＶ４Ｋ７",
        "VЕV4К7",  # Cyrillic E and K
    ],
)
def test_a_code_is_found_however_it_is_typed(typed):
    assert fold_code(typed) == "VEV4K7"


def test_letters_that_no_code_holds_are_read_as_what_they_look_like():
    assert fold_code("0OA") == "QQA"


def test_a_typed_novel_is_cut():
    assert fold_code("A" * 1_000_000) == "A" * 64


def test_a_code_is_shown_in_two_halves():
    assert (shown_code("VEV4K7"), shown_code("VEV")) == ("VEV-4K7", "VEV")


@pytest.mark.rule("H1")
def test_the_same_op_gives_the_same_key_and_none_gives_a_new_one():
    keys = Keys(SECRET)

    assert keys.facilitator("op-12345678") == keys.facilitator("op-12345678")
    assert keys.facilitator("op-12345678") != keys.facilitator("op-12345679")
    assert keys.facilitator() != keys.facilitator()
    assert {len(keys.facilitator()), len(keys.facilitator("op-12345678"))} == {22}  # 128 bits
    assert Keys(OTHER).facilitator("op-12345678") != keys.facilitator("op-12345678")


@pytest.mark.rule("H2")
def test_the_same_op_gives_the_same_participant_in_one_workshop_and_role_only():
    keys = Keys(SECRET)
    ada = keys.participant(FJORD, "participant", "op-12345678")

    assert ada == keys.participant(FJORD, "participant", "op-12345678")
    assert ada != keys.participant(FJELL, "participant", "op-12345678")
    assert ada != keys.participant(FJORD, "facilitator", "op-12345678")
    assert keys.participant(FJORD, "participant") != keys.participant(FJORD, "participant")
    assert len(ada) == 32


def test_no_derived_value_opens_another_door():
    keys = Keys(SECRET)
    made = {
        keys.facilitator(FJORD),
        keys.board(FJORD),
        keys.create_hash(FJORD),
        keys.workshop(FJORD),
        keys.participant(FJORD, "participant", FJORD),
        keys.form(FJORD, ADA, "participant"),
    }

    assert len(made) == 6


@pytest.mark.rule("H1")
def test_what_is_stored_of_a_key_is_its_digest():
    assert digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.rule("H2")
def test_a_token_says_who_speaks_and_cannot_be_changed():
    tokens = Tokens(SECRET, https=False)
    token = tokens.make(FJORD, ADA, "participant")
    claim = tokens.read(token)

    assert claim == Claim(FJORD, ADA, "participant", claim.at)
    assert tokens.read(token.replace("participant", "facilitator")) is None
    assert Tokens(OTHER, https=False).read(token) is None
    assert [tokens.read(wrong) for wrong in ("", ".", "a.b.c", token[:-1], "é" * 900)] == [None] * 5


@pytest.mark.rule("H2")
def test_cookies_are_named_for_workshop_and_role():
    assert Tokens(SECRET, https=False).cookie(FJORD, "board") == f"rytme-{FJORD}-board"
    assert Tokens(SECRET, https=True).cookie(FJORD, "board") == f"__Host-rytme-{FJORD}-board"


@pytest.mark.rule("H2")
def test_a_cookie_opens_only_the_workshop_and_role_it_is_named_for():
    tokens = Tokens(SECRET, https=False)
    mine = {tokens.cookie(FJORD, "participant"): tokens.make(FJORD, ADA, "participant")}
    renamed = {tokens.cookie(FJORD, "facilitator"): tokens.make(FJORD, ADA, "participant")}
    moved = {tokens.cookie(FJELL, "participant"): tokens.make(FJORD, ADA, "participant")}

    assert tokens.who(FJORD, mine).actor == ADA
    assert tokens.who(FJELL, mine) is None
    assert tokens.who(FJORD, mine, role="facilitator") is None
    assert tokens.who(FJORD, renamed) is None
    assert tokens.who(FJELL, moved) is None


@pytest.mark.rule("H7")
def test_of_several_roles_the_facilitator_speaks_unless_another_is_asked_for():
    tokens = Tokens(SECRET, https=False)
    cookies = {
        tokens.cookie(FJORD, role): tokens.make(FJORD, actor, role)
        for role, actor in (("participant", ADA), ("facilitator", BO), ("board", ADA))
    }

    assert tokens.who(FJORD, cookies).role == "facilitator"
    assert tokens.who(FJORD, cookies, role="participant").actor == ADA
    assert tokens.who(FJORD, cookies, role="board").role == "board"


@pytest.mark.rule("H2")
def test_a_bearer_speaks_alone_also_beside_cookies():
    tokens = Tokens(SECRET, https=False)
    cookies = {tokens.cookie(FJORD, "facilitator"): tokens.make(FJORD, BO, "facilitator")}
    bearer = tokens.make(FJORD, ADA, "participant")

    assert tokens.who(FJORD, cookies, bearer).actor == ADA
    assert tokens.who(FJORD, cookies, bearer, "facilitator") is None
    assert tokens.who(FJORD, cookies, "nonsense") is None
    assert tokens.who(FJELL, cookies, bearer) is None


@pytest.mark.rule("H2")
def test_past_twenty_cookies_the_oldest_go():
    tokens = Tokens(SECRET, https=False)
    logs = [f"{number:032x}" for number in range(21)]
    cookies = {
        tokens.cookie(log, "participant"): tokens.make(log, ADA, "participant") for log in logs
    }
    coming = tokens.cookie(FJORD, "participant")

    assert len(tokens.too_many(cookies, coming)) == 2
    assert tokens.too_many(dict(list(cookies.items())[:19]), coming) == []
    assert tokens.too_many({"other": "cookie"}, coming) == []


@pytest.mark.rule("H2")
def test_a_full_set_of_cookies_stays_under_the_line_that_a_server_takes():
    tokens = Tokens(SECRET, https=True)
    line = "; ".join(
        f"{tokens.cookie(FJORD, 'participant')}={tokens.make(FJORD, ADA, 'participant')}"
        for _ in range(20)
    )

    assert len(line) < 6000


def test_a_cookie_ends_with_the_retention():
    assert [cookie_days(days) for days in (1, 30, 365, 0)] == [1, 30, 365, 400]


def test_the_role_of_a_token_is_checked_against_the_records():
    place = Place(FJORD)
    place.put(Participant(id=ADA, name="", role="participant"))

    assert speaks(place, Claim(FJORD, ADA, "participant"))
    assert not speaks(place, Claim(FJORD, ADA, "facilitator"))
    assert not speaks(place, Claim(FJORD, BO, "participant"))
    assert speaks(place, Claim(FJORD, BO, "board"))


def test_who_was_removed_speaks_no_more():
    place = Place(FJORD)
    place.put(Participant(id=ADA, name="", role="participant", removed=True))

    assert shut_out(place, Claim(FJORD, ADA, "participant")) == "removed"
    assert shut_out(place, Claim(FJORD, BO, "participant")) == "no_token"
    assert not speaks(place, Claim(FJORD, ADA, "participant"))


@pytest.mark.rule("H10")
def test_a_board_is_shut_out_with_all_that_came_before_its_number():
    tokens, keys, place = Tokens(SECRET, https=False), Keys(SECRET), Place(FJORD)
    place.put(held_workshop(boards=2))
    now, before = (tokens.read(tokens.make(FJORD, ADA, "board", boards)) for boards in (2, 1))

    assert (shut_out(place, now), shut_out(place, before)) == ("", "board_out")
    assert len({keys.board(FJORD, boards) for boards in range(3)}) == 3
    assert keys.board(FJORD) == keys.board(FJORD, 0)


def held_workshop(boards):
    return Workshop(
        id=FJORD,
        title="Fjord",
        purpose="",
        language="nb",
        recipe="mini-cycle",
        code="VEV4K7",
        created_at="2026-11-21T09:00:00.000Z",
        retention_days=30,
        boards=boards,
    )


@pytest.mark.rule("H7")
@pytest.mark.parametrize(
    ("origin", "right"),
    [
        (None, True),
        ("http://10.0.0.5:5000", True),
        ("https://10.0.0.5:5000", False),
        ("http://10.0.0.5", False),
        ("http://10.0.0.5:5000.example.org", False),
        ("null", False),
        ("", False),
        ("høst", False),
    ],
)
def test_an_origin_must_be_the_pages_own_address(origin, right):
    assert same_origin(origin, "http", "10.0.0.5:5000") is right


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def fail(doors, address, times):
    for _ in range(times):
        doors.check(address)
        doors.failed(address)


def wait_of(doors, address):
    with pytest.raises(Busy) as busy:
        doors.check(address)
    return busy.value.seconds


def test_a_stranger_may_fail_twenty_times_a_minute(clock):
    doors = Doors(create_limit=0, clock=clock)
    fail(doors, "10.0.0.5", 20)

    assert wait_of(doors, "10.0.0.5") == 3
    doors.check("10.0.0.6")
    clock.now += 3
    fail(doors, "10.0.0.5", 1)
    assert wait_of(doors, "10.0.0.5") == 3
    clock.now += 60
    fail(doors, "10.0.0.5", 20)


def test_a_room_where_people_have_joined_may_fail_three_hundred_times(clock):
    doors = Doors(create_limit=0, clock=clock)
    doors.joined("10.0.0.5", FJORD)
    fail(doors, "10.0.0.5", 300)

    assert wait_of(doors, "10.0.0.5") == 1
    doors.ended(FJORD)
    clock.now += 60
    fail(doors, "10.0.0.5", 20)
    assert wait_of(doors, "10.0.0.5") == 3


def test_a_wait_is_never_longer_than_ten_seconds(clock):
    doors = Doors(create_limit=0, clock=clock)
    for _ in range(1000):
        doors.failed("10.0.0.5")

    assert wait_of(doors, "10.0.0.5") <= 10


@pytest.mark.rule("S11")
def test_looking_costs_nothing(clock):
    doors = Doors(create_limit=0, clock=clock)
    for _ in range(1000):
        doors.check("10.0.0.5")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("10.0.0.5", "::ffff:10.0.0.5", True),
        ("10.0.0.5", "10.0.0.6", False),
        ("", "10.0.0.5", False),
    ],
)
def test_an_address_is_a_household(clock, one, other, same):
    doors = Doors(create_limit=0, clock=clock)
    fail(doors, one, 20)

    if same:
        assert wait_of(doors, other) == 3
    else:
        doors.check(other)


@pytest.mark.rule("H1")
def test_new_workshops_are_counted_by_the_hour(clock):
    doors = Doors(create_limit=2, clock=clock)
    doors.created("10.0.0.5")
    doors.check_create("10.0.0.5")
    doors.created("10.0.0.5")

    with pytest.raises(Busy) as busy:
        doors.check_create("10.0.0.5")
    assert busy.value.seconds == 1800
    clock.now += 1800
    doors.check_create("10.0.0.5")


@pytest.mark.rule("H1")
def test_a_limit_of_nothing_is_no_limit(clock):
    doors = Doors(create_limit=0, clock=clock)
    for _ in range(100):
        doors.check_create("10.0.0.5")
        doors.created("10.0.0.5")


@pytest.mark.rule("S11")
def test_a_person_may_send_thirty_commands_at_once_and_ten_a_second(clock):
    doors = Doors(create_limit=0, clock=clock)
    for _ in range(30):
        doors.spoke(FJORD, ADA)
    doors.spoke(FJORD, BO)
    doors.spoke(FJELL, ADA)

    with pytest.raises(Busy):
        doors.spoke(FJORD, ADA)
    clock.now += 1
    for _ in range(10):
        doors.spoke(FJORD, ADA)
    with pytest.raises(Busy):
        doors.spoke(FJORD, ADA)

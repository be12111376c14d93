"""The start as its host sees it: addresses when all is well, one clear line for each fault."""

import socket

import pytest

from tests.servers.rytme import Server


def refusal(server):
    """How it ended, and the lines for its host; a busy machine may note its lag between them."""
    server.launch()
    status = server.wait()
    assert "Traceback" not in server.log
    return status, "\n".join(it for it in server.log.splitlines() if it.startswith("Rytme"))


def test_a_server_greets_its_host_and_ends_when_told(tmp_path):
    server = Server(tmp_path).start()
    try:
        said = server.log
    finally:
        status = server.stop()

    assert "Rytme is open." in said
    assert f"On this machine   http://localhost:{server.port}" in said
    assert "This machine has no other address: phones cannot reach it." in said
    assert f"Results are kept in {server.sessions}" in said
    assert status == 0


def test_the_room_gets_every_address_and_a_code_to_scan(tmp_path):
    from workshop.web.addresses import machine_hosts

    if not machine_hosts():
        pytest.skip("this machine has no address")
    server = Server(tmp_path, HOST="0.0.0.0").start()
    try:
        said = server.log
    finally:
        server.stop()

    for host in machine_hosts():
        assert f"{host if ':' not in host else f'[{host}]'}:{server.port}" in said
    assert "█" in said or "▄" in said


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (
            {"RYTME_SECRET_KEY": "short"},
            "Rytme does not start: The secret key in RYTME_SECRET_KEY must have at least 32 bytes.",
        ),
        (
            {"RYTME_ENGINE": "steam"},
            "Rytme does not start: RYTME_ENGINE must be eventlet or gevent, and is 'steam'.",
        ),
        (
            {"DATABASE_URL": "mysql://localhost/rytme"},
            "Rytme does not start: DATABASE_URL names mysql, not sqlite or postgresql.",
        ),
        (
            {"DATABASE_URL": "sqlite:////proc/rytme.sqlite3"},
            "Rytme does not start: The database /proc/rytme.sqlite3 cannot be made: No such file or directory.",
        ),
    ],
)
def test_a_fault_is_one_line_and_no_start(tmp_path, settings, says):
    assert refusal(Server(tmp_path, **settings)) == (1, says)


def test_a_taken_address_is_one_line_and_no_start(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, said = refusal(Server(tmp_path, port=port))

    assert status == 1
    assert said == (
        f"Rytme does not start: The address 127.0.0.1:{port} cannot be opened: Address already in use."
    )

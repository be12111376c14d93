"""The operator's door, as a host uses it: in a shell, with a server beside."""

import os
import signal
import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from tests.servers.ports import free_port
from tests.servers.rytme import OURS, ROOT
from tests.servers.waiting import wait_until
from workshop.cli import main
from workshop.demo.client import post
from workshop.demo.content import content
from workshop.demo.server import free_port as next_free_port
from workshop.export import verify
from workshop.export.as_json import read


class Shell:
    """A host's shell with the settings of one server."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self.port = folder, free_port()
        theirs = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        self.settings = {
            **theirs,
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "RYTME_DATA_DIR": str(folder / "var"),
            "RYTME_SESSIONS_DIR": str(folder / "sessions"),
            "RYTME_CREATE_LIMIT": "0",
            "PYTHONUNBUFFERED": "1",
        }

    @classmethod
    def beside(cls, server) -> "Shell":
        shell = cls(server.folder)
        shell.settings |= server.settings
        return shell

    def start(self, *words: str, **settings: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "workshop.cli", *words],
            cwd=ROOT,
            env=self.settings | settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, **settings: str) -> tuple[int, str, str]:
        """Exit code, what was said, and what was said to be wrong."""
        process = self.start(*words, **settings)
        said, wrong = process.communicate(timeout=180)
        return process.returncode, said, wrong


@pytest.fixture
def shell(tmp_path):
    return Shell(tmp_path / "host")


def answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def test_a_driven_rehearsal_ends_in_an_artifact_and_no_text_is_written_twice(shell):
    asked = ["--participants", "6", "--language", "nb", "--question", "2", "--pace", "fast"]
    code, said, wrong = shell.run("demo", *asked, "--drive", "--once")

    assert (code, wrong) == (0, "")
    assert all(word in said for word in ("Console", "Board", "Join"))
    (folder,) = (shell.folder / "sessions").glob("2*")
    assert said.rstrip().endswith(f"Its results are in {folder}")
    assert verify(folder) == []

    told = read((folder / "workshop.json").read_bytes())
    question = content("nb").questions[1]
    written = [note.text for note in told.notes] + [line.text for line in told.parked]
    assert told.workshop.title == question.title
    assert (told.workshop.state, told.workshop.participants) == ("closed", 6)
    assert len(written) >= 12
    assert set(written) <= {note.text for note in question.notes} | set(question.builds)
    assert [text for text, times in Counter(written).items() if times > 1] == []
    assert [step.state for step in told.agenda] == ["done"] * 6
    assert [vote.state for vote in told.votes] == ["closed"]
    assert not answers(shell.port)


def test_ctrl_c_ends_people_and_server(shell):
    process = shell.start("demo", "--participants", "2")
    wait_until(lambda: answers(shell.port), "the server of the rehearsal", seconds=60)
    wait_until(lambda: "Join" in process.stdout.readline(), "its addresses")

    process.send_signal(signal.SIGINT)
    said, wrong = process.communicate(timeout=60)

    assert (process.returncode, wrong) == (130, "")
    assert said.endswith("The rehearsal has ended.\n")
    assert not answers(shell.port)


def test_a_taken_port_is_left_to_who_has_it():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert port < next_free_port("127.0.0.1", port) < port + 100


def test_a_rehearsal_on_a_server_that_is_not_there_says_so(shell):
    code, said, wrong = shell.run("demo", "--url", f"http://127.0.0.1:{shell.port}")

    assert (code, said) == (1, "")
    assert wrong.startswith("The rehearsal cannot go on: ")
    assert wrong.count("\n") == 1


def test_a_server_that_cannot_start_says_why(shell):
    url = f"postgresql+psycopg://nobody@127.0.0.1:{free_port()}/none"
    code, said, wrong = shell.run("demo", DATABASE_URL=url)

    assert (code, said) == (1, "")
    assert wrong.startswith("The server of the rehearsal did not start. Rytme does not start: ")


def make(server) -> dict[str, str]:
    status, made = post(server.url, "/api/workshops", {"title": "Safe at home"})
    assert status == 201
    return made


def enter(server, made: dict[str, str], key: str) -> int:
    knock = {"role": "facilitator", "key": key}
    return post(server.url, f"/api/workshops/{made['id']}/join", knock)[0]


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_a_lost_key_is_replaced_while_the_server_runs(serve, database):
    server = serve(database=database)
    made = make(server)
    shell = Shell.beside(server)

    code = made["code"][:3].lower() + "-" + made["code"][3:]
    assert shell.run("key", code, "--dry-run") == (
        0,
        f"Would end the facilitator link of: {made['id']}\n",
        "",
    )
    assert shell.run("key", code)[0] == 1  # nobody answers
    assert enter(server, made, made["facilitator_key"]) == 200

    code, said, wrong = shell.run("key", code, "--yes")

    assert (code, wrong) == (0, "")
    (link,) = said.split()
    address, _, fresh = link.partition("#")
    assert address.endswith(f":{server.port}/f/{made['id']}")
    assert enter(server, made, fresh) == 200
    assert enter(server, made, made["facilitator_key"]) == 403


def test_purge_asks_first_then_takes_one_workshop_and_leaves_the_others(serve):
    server = serve()
    gone, stays = make(server), make(server)
    shell = Shell.beside(server)

    code, _, wrong = shell.run("purge", gone["id"])
    assert (code, "Aborted" in wrong) == (1, True)
    assert enter(server, gone, gone["facilitator_key"]) == 200
    assert shell.run("purge", gone["id"], "--yes") == (0, "Deleted: 1\n", "")

    server.stop()
    server.start()
    assert enter(server, gone, gone["facilitator_key"]) in (403, 404)
    assert enter(server, stays, stays["facilitator_key"]) == 200


def test_a_new_host_has_nothing_to_purge_and_no_keys(serve):
    shell = Shell.beside(serve())

    assert shell.run("purge") == (0, "Deleted: 0\n", "")
    assert shell.run("key", "ABC-DEF", "--yes")[0] == 1


def test_a_bad_setting_is_one_line(shell):
    code, said, wrong = shell.run("key", "ABCDEF", PORT="no number")

    assert (code, said) == (1, "")
    assert wrong == "PORT must be a whole number from 0 to 65535, and is 'no number'.\n"


def test_what_is_asked_in_a_wrong_way_is_explained():
    result = CliRunner().invoke(main, ["demo", "--participants", "0"])

    assert result.exit_code == 2
    assert "0 is not in the range" in result.stderr


@pytest.mark.parametrize("command", ["", *main.commands])
def test_every_command_has_help(command):
    result = CliRunner().invoke(main, [*command.split(), "--help"])

    assert (result.exit_code, result.stdout.startswith("Usage: ")) == (0, True)


def test_run_serves(shell):
    process = shell.start("run")
    wait_until(lambda: answers(shell.port), "the server", seconds=60)

    process.send_signal(signal.SIGTERM)

    assert process.wait(30) == 0
    process.communicate()

"""A private Redis that keeps nothing on disk."""

import subprocess

import redis

from tests.servers.ports import free_port
from tests.servers.waiting import wait_until

FORGETFUL = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]


class RedisServer:
    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        self._process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), *FORGETFUL],
            stdout=subprocess.DEVNULL,
        )
        wait_until(self._answers, "Redis")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)
            self._process = None

    def _answers(self) -> bool:
        client = redis.Redis.from_url(self.url)
        try:
            return bool(client.ping())
        except redis.ConnectionError:
            return False
        finally:
            client.close()

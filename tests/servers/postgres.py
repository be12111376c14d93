"""A private PostgreSQL: its own folder, its own port, durable as in earnest, gone at the end."""

import os
import shutil
import signal
import subprocess
import tempfile
from itertools import count
from pathlib import Path

import psycopg

from tests.servers.ports import free_port
from tests.servers.waiting import wait_until

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "max_connections": "200",
    "timezone": "UTC",
}
CLUSTER = ["-Upostgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]


class Postgres:
    def __init__(self) -> None:
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="rytme-postgres-"))
        self._names = count(1)
        # PostgreSQL refuses to run as root; its package makes this user.
        self._as = {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}
        if self._as:
            shutil.chown(self.folder, "postgres", "postgres")
        self._make_cluster()
        self._process = self._start()
        wait_until(self._answers, "PostgreSQL")

    def database(self) -> str:
        """Make an empty database and give its address, as DATABASE_URL takes it."""
        name = f"rytme_{next(self._names)}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as db:
            db.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        return self._address(name).replace("postgresql://", "postgresql+psycopg://")

    def stop(self) -> None:
        # At once and without a last checkpoint: the folder goes with it.
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _make_cluster(self) -> None:
        subprocess.run(
            [program("initdb"), f"-D{self.folder / 'data'}", *CLUSTER],
            check=True,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            **self._as,
        )

    def _start(self) -> subprocess.Popen[bytes]:
        options = [f"-c{name}={value}" for name, value in SETTINGS.items()]
        places = [f"-p{self.port}", f"-k{self.folder}", f"-D{self.folder / 'data'}"]
        with (self.folder / "log").open("wb") as log:
            return subprocess.Popen(
                [program("postgres"), *places, *options],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._as,
            )

    def _answers(self) -> bool:
        if self._process.poll() is not None:
            raise RuntimeError((self.folder / "log").read_text())
        try:
            psycopg.connect(self._address("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True

    def _address(self, database: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"


def program(name: str) -> str:
    """Debian keeps the server's programs beside each version, out of PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    path = shutil.which(name) or (str(found[-1]) if found else None)
    if path is None:
        raise FileNotFoundError(f"no {name}; scripts/system.sh installs PostgreSQL")
    return path

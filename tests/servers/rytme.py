"""The product as its host runs it: `python run.py` in a process of its own, on a free port."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.servers.ports import free_port
from tests.servers.waiting import wait_until

ROOT = Path(__file__).resolve().parents[2]
OURS = ("RYTME_", "DATABASE_URL", "REDIS_URL", "HOST", "PORT")


class Server:
    """Keeps its port, its data and its log over kill() and start(). `root` holds its sources."""

    def __init__(self, folder: Path, port: int = 0, root: Path = ROOT, **settings: str) -> None:
        self.folder, self.root = folder, root
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.settings = {
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "RYTME_DATA_DIR": str(folder / "var"),
            "RYTME_SESSIONS_DIR": str(folder / "sessions"),
            "RYTME_CREATE_LIMIT": "0",
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def sessions(self) -> Path:
        return Path(self.settings["RYTME_SESSIONS_DIR"])

    @property
    def artifacts(self) -> list[Path]:
        """The folders that are whole, the oldest first."""
        return sorted(self.sessions.glob("2*")) if self.sessions.is_dir() else []

    def artifact(self) -> Path:
        """The one folder that there is, as soon as it is whole: it is made beside the room."""
        wait_until(lambda: self.artifacts, "the artifact", seconds=90)
        (folder,) = self.artifacts
        return folder

    @property
    def data(self) -> Path:
        return Path(self.settings["RYTME_DATA_DIR"])

    @property
    def pid(self) -> int:
        assert self._process is not None, "the server was not started"
        return self._process.pid

    @property
    def log(self) -> str:
        """All it has said so far, over all its starts."""
        path = self.folder / "server.log"
        return path.read_text("utf-8", errors="replace") if path.exists() else ""

    def start(self) -> "Server":
        """Start it and come back when /readyz is content."""
        self.launch()
        wait_until(self.ready, f"{self.url}/readyz", seconds=40)
        return self

    def launch(self) -> None:
        """Start it without waiting, for one that may refuse to start."""
        self.folder.mkdir(parents=True, exist_ok=True)
        theirs = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "run.py"],
                cwd=self.root,
                env={**theirs, "PYTHONUNBUFFERED": "1", **self.settings},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def ready(self) -> bool:
        assert self._process is not None, "the server was not started"
        if self._process.poll() is not None:
            raise RuntimeError(f"the server ended with {self._process.returncode}:\n{self.log}")
        try:
            with urlopen(f"{self.url}/readyz", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False

    def kill(self) -> None:
        """As a power cut: no goodbye."""
        self._end(signal.SIGKILL)

    def stop(self) -> int | None:
        """As Ctrl-C's kinder brother; gives the exit status."""
        return self._end(signal.SIGTERM)

    def wait(self, seconds: float = 30) -> int:
        """Wait for it to end by itself; gives the exit status."""
        assert self._process is not None, "the server was not started"
        return self._process.wait(seconds)

    def _end(self, how: signal.Signals) -> int | None:
        process, self._process = self._process, None
        if process is None:
            return None
        if process.poll() is None:
            process.send_signal(how)
        try:
            return process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise

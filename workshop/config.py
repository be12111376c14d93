"""The settings of a running server, read once from the environment; their names are rule H6."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

SHORTEST_SECRET = 32  # bytes
PLACEHOLDERS = ("change", "default", "secret", "example", "password")


class SettingFault(Exception):
    """A setting that the server will not start with; the message is one line for its host."""


@dataclass(frozen=True)
class Config:
    """One value for each name of H6, and the secret that every key and token is made from; what is
    secret is never printed."""

    host: str
    port: int
    database_url: str = field(repr=False)
    redis_url: str = field(repr=False)
    engine: str
    data_dir: Path
    sessions_dir: Path
    public_url: str
    proxy_hops: int
    create: str
    create_key: str = field(repr=False)
    create_limit: int
    metrics_token: str = field(repr=False)
    secret: bytes = field(repr=False)  # empty where it was not asked for

    @property
    def https(self) -> bool:
        return self.public_url.startswith("https://")


def read(environ: Mapping[str, str] = os.environ, *, has_secret: bool = True) -> Config:
    """The settings, checked; makes the data folder and the secret key when they are missing.

    Without the secret nothing is made: for who only looks. Raises SettingFault with one line.
    """
    data_dir = Path(environ.get("RYTME_DATA_DIR") or "var").resolve()
    config = Config(
        host=environ.get("HOST") or "0.0.0.0",  # noqa: S104 -- phones in the room have to reach it
        port=_number(environ, "PORT", 5000, 65535),
        database_url=environ.get("DATABASE_URL") or f"sqlite:///{data_dir / 'rytme.sqlite3'}",
        redis_url=environ.get("REDIS_URL", ""),
        engine=_one_of(environ, "RYTME_ENGINE", ("eventlet", "gevent")),
        data_dir=data_dir,
        sessions_dir=Path(environ.get("RYTME_SESSIONS_DIR") or "sessions").resolve(),
        public_url=_address(environ.get("RYTME_PUBLIC_URL", "")),
        proxy_hops=_number(environ, "RYTME_PROXY_HOPS", 0, 10),
        create=_one_of(environ, "RYTME_CREATE", ("open", "key")),
        create_key=environ.get("RYTME_CREATE_KEY", ""),
        create_limit=_number(environ, "RYTME_CREATE_LIMIT", 10, 1_000_000),
        metrics_token=environ.get("RYTME_METRICS_TOKEN", ""),
        secret=_secret(environ, data_dir) if has_secret else b"",
    )
    if config.create == "key" and not config.create_key:
        raise SettingFault("RYTME_CREATE is key, so RYTME_CREATE_KEY must be set.")
    return config


def _number(environ: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or int(text) > most:
        raise SettingFault(f"{name} must be a whole number from 0 to {most}, and is {text!r}.")
    return int(text)


def _one_of(environ: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    value = environ.get(name) or allowed[0]
    if value not in allowed:
        raise SettingFault(f"{name} must be {' or '.join(allowed)}, and is {value!r}.")
    return value


def _address(text: str) -> str:
    if not text:
        return ""
    parts = urlsplit(text)
    plain = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username)
    if parts.scheme not in ("http", "https") or not parts.hostname or not plain:
        raise SettingFault(
            f"RYTME_PUBLIC_URL must look like https://rytme.example.org, and is {text!r}."
        )
    return f"{parts.scheme}://{parts.netloc}"


def _secret(environ: Mapping[str, str], data_dir: Path) -> bytes:
    if "RYTME_SECRET_KEY" in environ:
        return _strong(environ["RYTME_SECRET_KEY"], "RYTME_SECRET_KEY")
    path = data_dir / "secret.key"
    try:
        if not path.exists():
            _keep_new_secret(path)
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingFault(f"The secret key in {path} cannot be read or made: {fault}.") from fault
    if path.stat().st_mode & 0o077 and os.name == "posix":
        raise SettingFault(f"Others can read the secret key: run chmod 600 {path}.")
    return _strong(text, str(path))


def _strong(text: str, where: str) -> bytes:
    secret = text.strip().encode()
    if len(secret) < SHORTEST_SECRET:
        raise SettingFault(f"The secret key in {where} must have at least {SHORTEST_SECRET} bytes.")
    if len(set(secret)) < 8 or any(word in text.lower() for word in PLACEHOLDERS):
        raise SettingFault(f"The secret key in {where} looks like a placeholder: use a random one.")
    return secret


def _keep_new_secret(path: Path) -> None:
    """Write a key beside its place and link it in, so that two workers never hold different ones."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass  # another worker was first: its key is read
    finally:
        fresh.unlink()

"""Settings: read once, refused with one clear line."""

import stat
from pathlib import Path

import pytest

from workshop.config import SettingFault, read

SECRET = "7f3a9c1e5b8d2f4a6c0e9b7d5f3a1c8e"


def with_secret(tmp_path: Path, **settings: str) -> dict[str, str]:
    return {"RYTME_DATA_DIR": str(tmp_path), "RYTME_SECRET_KEY": SECRET, **settings}


@pytest.mark.rule("H6")
def test_every_setting_has_a_default(tmp_path):
    config = read({"RYTME_DATA_DIR": str(tmp_path)})

    assert (config.host, config.port, config.engine) == ("0.0.0.0", 5000, "eventlet")
    assert config.database_url == f"sqlite:///{tmp_path / 'rytme.sqlite3'}"
    assert config.sessions_dir == Path("sessions").resolve()
    assert (config.create, config.create_key, config.create_limit) == ("open", "", 10)
    assert (config.redis_url, config.public_url, config.metrics_token) == ("", "", "")
    assert (config.proxy_hops, config.https) == (0, False)


@pytest.mark.rule("H6")
def test_every_setting_is_read_by_its_name(tmp_path):
    config = read(
        with_secret(
            tmp_path,
            HOST="127.0.0.1",
            PORT="8080",
            DATABASE_URL="postgresql+psycopg://db/rytme",
            REDIS_URL="redis://cache",
            RYTME_ENGINE="gevent",
            RYTME_SESSIONS_DIR=str(tmp_path / "kept"),
            RYTME_PUBLIC_URL="https://rytme.example.org/",
            RYTME_PROXY_HOPS="1",
            RYTME_CREATE="key",
            RYTME_CREATE_KEY="open sesame",
            RYTME_CREATE_LIMIT="0",
            RYTME_METRICS_TOKEN="watcher",
        )
    )

    assert (config.host, config.port, config.engine) == ("127.0.0.1", 8080, "gevent")
    assert config.database_url == "postgresql+psycopg://db/rytme"
    assert (config.redis_url, config.sessions_dir) == ("redis://cache", tmp_path / "kept")
    assert (config.public_url, config.https) == ("https://rytme.example.org", True)
    assert (config.proxy_hops, config.create, config.create_key) == (1, "key", "open sesame")
    assert (config.create_limit, config.metrics_token) == (0, "watcher")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("PORT", "many", "PORT must be a whole number from 0 to 65535, and is 'many'."),
        ("PORT", "70000", "PORT must be a whole number from 0 to 65535, and is '70000'."),
        ("RYTME_ENGINE", "steam", "RYTME_ENGINE must be eventlet or gevent, and is 'steam'."),
        ("RYTME_CREATE", "maybe", "RYTME_CREATE must be open or key, and is 'maybe'."),
        ("RYTME_CREATE", "key", "RYTME_CREATE is key, so RYTME_CREATE_KEY must be set."),
        (
            "RYTME_PUBLIC_URL",
            "rytme.example.org",
            "RYTME_PUBLIC_URL must look like https://rytme.example.org, and is 'rytme.example.org'.",
        ),
        (
            "RYTME_SECRET_KEY",
            "",
            "The secret key in RYTME_SECRET_KEY must have at least 32 bytes.",
        ),
        (
            "RYTME_SECRET_KEY",
            "short",
            "The secret key in RYTME_SECRET_KEY must have at least 32 bytes.",
        ),
        (
            "RYTME_SECRET_KEY",
            "change-me-change-me-change-me-change-me",
            "The secret key in RYTME_SECRET_KEY looks like a placeholder: use a random one.",
        ),
        (
            "RYTME_SECRET_KEY",
            "a" * 64,
            "The secret key in RYTME_SECRET_KEY looks like a placeholder: use a random one.",
        ),
    ],
)
def test_a_wrong_setting_is_refused_with_one_line(tmp_path, name, value, says):
    with pytest.raises(SettingFault) as fault:
        read(with_secret(tmp_path) | {name: value})

    assert str(fault.value) == says


def test_the_secret_is_made_once_for_its_owner_alone(tmp_path):
    first = read({"RYTME_DATA_DIR": str(tmp_path / "new")})
    again = read({"RYTME_DATA_DIR": str(tmp_path / "new")})

    files = list((tmp_path / "new").iterdir())
    assert [file.name for file in files] == ["secret.key"]
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o600
    assert len(first.secret) == 64
    assert again.secret == first.secret


def test_a_secret_that_others_can_read_is_refused(tmp_path):
    path = tmp_path / "secret.key"
    path.write_text(SECRET)
    path.chmod(0o644)

    with pytest.raises(SettingFault) as fault:
        read({"RYTME_DATA_DIR": str(tmp_path)})

    assert str(fault.value) == f"Others can read the secret key: run chmod 600 {path}."


def test_an_emptied_secret_is_refused(tmp_path):
    path = tmp_path / "secret.key"
    path.touch(mode=0o600)

    with pytest.raises(SettingFault) as fault:
        read({"RYTME_DATA_DIR": str(tmp_path)})

    assert str(fault.value) == f"The secret key in {path} must have at least 32 bytes."


def test_no_setting_is_printed_with_the_config():
    """A traceback or a log line must never show the secret."""
    config = read({"RYTME_SECRET_KEY": SECRET, "RYTME_METRICS_TOKEN": "watcher"})

    assert SECRET not in repr(config)
    assert "watcher" not in repr(config)

"""PostgreSQL through psycopg 3: how it is reached, and what is read back."""

import os
from importlib.util import find_spec

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

# A dead network is found within these; libpq's own defaults wait for minutes, or without end.
REACH = {
    "connect_timeout": 5,  # seconds
    "tcp_user_timeout": 10_000,  # milliseconds
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "application_name": "rytme",
}
PROMISED = ("fsync", "synchronous_commit")


def engine(at: URL, *, writes: bool) -> Engine:
    if find_spec("psycopg_binary") or find_spec("psycopg_c"):
        # The thread may wait in C; a wait patched for the hub would start a hub over there.
        os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_c")
    made = create_engine(at, poolclass=NullPool, hide_parameters=True, connect_args=REACH)
    return made if writes else made.execution_options(postgresql_readonly=True)


def faults(db: Connection) -> list[str]:
    found = {name: db.execute(text(f"SHOW {name}")).scalar() for name in PROMISED}
    return [f"{name} is off, but must be on" for name, value in found.items() if value == "off"]

"""The tables, as the newest migration leaves them."""

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

entries = Table(
    "entries",
    metadata,
    Column("log_id", String(64), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("op", String(64)),  # null once the entry has been blanked
    Column("by", String(64), nullable=False),
    Column("at", String(32), nullable=False),
    Column("scope", String(64), nullable=False),
    Column("events", Text, nullable=False),
    UniqueConstraint("log_id", "op", name="entries_op"),
)

heads = Table(
    "heads",
    metadata,
    Column("log_id", String(64), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("at", String(32), nullable=False),
)

keys = Table(  # left out of backups, see docs/privacy.md
    "keys",
    metadata,
    Column("log_id", String(64), primary_key=True),
    Column("scope", String(64), primary_key=True),
    Column("key", LargeBinary, nullable=False),
)

spent = Table(
    "spent",
    metadata,
    Column("log_id", String(64), primary_key=True),
    Column("hash", String(64), primary_key=True),
)

workshops = Table(
    "workshops",
    metadata,
    Column("log_id", String(64), primary_key=True),
    Column("code", String(16), nullable=False),
    Column("created_at", String(32), nullable=False),
    Column("retention_days", Integer, nullable=False),
    Column("key_hash", String(64), nullable=False),
    Column("create_hash", String(64), unique=True),
    Column("closed_at", String(32)),
    Column("archived_at", String(32)),
)

# A code is free again once its workshop has closed.
is_open = workshops.c.closed_at.is_(None)
Index(
    "workshops_open_code",
    workshops.c.code,
    unique=True,
    sqlite_where=is_open,
    postgresql_where=is_open,
)

OF_A_LOG = (entries, heads, keys, spent, workshops)

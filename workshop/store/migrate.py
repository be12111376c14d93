"""Brings a database to the newest shape; a fresh one from nothing."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, inspect, text

from workshop.store.faults import StoreFault

ONE_AT_A_TIME = 7_798_413  # the number of PostgreSQL's lock while a worker migrates


def check_begun(db: Connection) -> None:
    with db.begin():
        if not inspect(db).has_table("alembic_version"):
            raise StoreFault(
                "That database holds nothing of Rytme. Is DATABASE_URL as the server's?"
            )


def upgrade(db: Connection) -> None:
    """Several workers may start at once; one migrates, the others find it done.

    Raises StoreFault when a newer release has used this database.
    """
    config = Config()
    scripts = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", scripts.replace("%", "%%"))
    config.attributes["connection"] = db
    try:
        with db.begin():
            if db.dialect.name == "postgresql":
                db.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": ONE_AT_A_TIME})
            command.upgrade(config, "head")
    except CommandError:
        raise StoreFault(
            "The database was made by a newer release; this one cannot read it."
        ) from None

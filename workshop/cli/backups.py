"""A copy of the database to keep elsewhere, and the way back from it."""

import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

import click

from workshop.cli.shell import dry_run, fail, settings, told, yes
from workshop.config import Config
from workshop.store import backups

PG_DUMP = ("pg_dump", "--format=custom", "--exclude-table-data=keys")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@yes("Write over an older backup of the same name.")
@dry_run("Say what would be done, and do nothing.")
def backup(*, file: Path, yes: bool, dry_run: bool) -> None:
    """Copy the database to FILE while the server runs, with a checksum beside it (FILE.sha256).

    Left out are the keys that tell who wrote what, and the ballots of votes that are open. For
    PostgreSQL this runs pg_dump where there is one, and else says how to call it.
    """
    config = settings()
    if file.exists() and not (yes or dry_run):
        fail(f"{file} is there already. With --yes it is written over.")
    with told():
        if is_sqlite(config):
            source = backups.database_file(config.database_url)
            if not dry_run:
                backups.backup(source, file)
        else:
            dumped(config, file, dry_run=dry_run)
    words = f"{file}, and its checksum {backups.proof_of(file).name}"
    click.echo(f"Would write: {words}" if dry_run else f"Wrote: {words}")


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path, dir_okay=False))
@yes("Write over the database that is there.")
@dry_run("Check the backup, say what would be done, and do nothing.")
def restore(*, file: Path, yes: bool, dry_run: bool) -> None:
    """Make the backup FILE the database, after its checksum is found right. The server must be stopped.

    What was deleted since the backup was made is there again: delete it anew.
    """
    config = settings()
    if not is_sqlite(config):
        fail(f"PostgreSQL is restored by its own tool: pg_restore --dbname=<database> {file}")
    with told():
        target = backups.database_file(config.database_url)
        held = backups.checked(file)
        if dry_run:
            over = ", in place of the one that is there" if target.exists() else ""
            click.echo(f"Would restore: {held} workshops to {target}{over}")
            return
        if target.exists() and not yes:
            fail(f"{target} is there already. With --yes it is written over.")
        backups.put_in_place(file, target)
    click.echo(f"Restored: {held} workshops to {target}")


def is_sqlite(config: Config) -> bool:
    return config.database_url.startswith("sqlite")


def dumped(config: Config, file: Path, *, dry_run: bool) -> None:
    """By PostgreSQL's own tool; the password goes by the environment, where no list of processes shows it."""
    url, password = without_password(config.database_url)
    if shutil.which(PG_DUMP[0]) is None:
        fail(f"pg_dump is not here. On a machine that has it: {' '.join(dump_to(file, url))}")
    fresh = file.with_name(f".{file.name}.new")
    command = dump_to(fresh, url)
    click.echo(" ".join(command))
    if dry_run:
        return
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    try:
        run(command, password)
        backups.take_place(fresh, file)
    finally:
        fresh.unlink(missing_ok=True)


def dump_to(file: Path, url: str) -> list[str]:
    return [*PG_DUMP, f"--file={file}", url]


def run(command: list[str], password: dict[str, str]) -> None:
    done = subprocess.run(  # noqa: S603 -- PostgreSQL's own tool, with the host's own settings
        command, env=os.environ | password, capture_output=True, text=True, check=False
    )
    if done.returncode:
        fail(f"pg_dump could not do it: {done.stderr.strip().splitlines()[-1:]}")


def without_password(url: str) -> tuple[str, dict[str, str]]:
    parts = urlsplit(url.replace("+psycopg", "", 1))
    place = parts.netloc.rpartition("@")[2]
    who = f"{parts.username}@" if parts.username else ""
    bare = urlunsplit(parts._replace(netloc=f"{who}{place}"))
    return bare, {"PGPASSWORD": unquote(parts.password)} if parts.password else {}

"""sessions/<date>-<title>-<code>/: the artifact of a workshop, written so that a crash never spoils one.

A folder is made beside, whole and synced, under a name that begins with a dot; then it takes its
place by rename. A lock that the system lets go of when a process dies keeps writers apart, so any
folder with a dot that a writer finds is left over from a crash, and `settle` brings it to an end.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from workshop import __version__
from workshop.core.times import stamp
from workshop.export import manifest, naming
from workshop.export.manifest import Manifest, verify
from workshop.export.parts import Report

NEW, OLD, GONE = ".new", ".old", ".gone"


def save(
    report: Report, files: Mapping[str, bytes], sessions: Path, not_made: Sequence[str] = ()
) -> Path:
    """Write the files and their manifest as the artifact of the report's workshop; gives its folder."""
    with alone_in(sessions):
        settle(sessions)
        before = artifacts_of(report.workshop.id, sessions)
        name = free_name(naming.folder_name(report.workshop), report.workshop.id, sessions)
        fresh = sessions / f".{name}{NEW}"
        fill(fresh, report, files, not_made)
        for folder in before:
            keep_what_is_the_hosts(folder, fresh)
        sync(fresh)
        take_place(fresh, inside(sessions, name))
        for folder in before:
            if folder.name != name:
                put_away(folder)
        return sessions / name


@contextmanager
def alone_in(sessions: Path) -> Iterator[None]:
    sessions.mkdir(parents=True, exist_ok=True)
    with (sessions / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def settled(sessions: Path) -> None:
    with alone_in(sessions):
        settle(sessions)


def settle(sessions: Path) -> None:
    """End what a crash cut short; only for who is alone there."""
    for leftover in sessions.glob(f".*{GONE}"):
        shutil.rmtree(leftover)
    for leftover in sessions.glob(f".*{NEW}"):
        target = sessions / leftover.name[1 : -len(NEW)]
        if not target.exists() and not verify(leftover):
            leftover.rename(target)
        else:
            shutil.rmtree(leftover)
    for leftover in sessions.glob(f".*{OLD}"):
        target = sessions / leftover.name[1 : -len(OLD)]
        if target.exists():
            shutil.rmtree(leftover)
        else:
            leftover.rename(target)


def artifacts_of(workshop: str, sessions: Path) -> list[Path]:
    """The folders of this workshop; a title changed since has left one of another name."""
    there = sessions.iterdir() if sessions.is_dir() else ()
    folders = [path for path in there if naming.NAME.fullmatch(path.name)]
    return [path for path in sorted(folders) if belongs(path, workshop)]


def incomplete(sessions: Path) -> dict[str, tuple[str, ...]]:
    """By workshop, the formats that its folder does without because they could not be made."""
    there = sessions.iterdir() if sessions.is_dir() else ()
    named = (manifest.read(path) for path in there if naming.NAME.fullmatch(path.name))
    return {it.workshop: it.not_made for it in named if it and it.not_made}


def belongs(folder: Path, workshop: str) -> bool:
    found = manifest.read(folder)
    return found is not None and found.workshop == workshop


def free_name(name: str, workshop: str, sessions: Path) -> str:
    """The name, numbered where a folder of another workshop, or of none, has it already."""
    number, free = 1, name
    while (sessions / free).exists() and not belongs(sessions / free, workshop):
        number += 1
        free = f"{name}-{number}"
    return free


def inside(sessions: Path, name: str) -> Path:
    """The folder of that name, certainly within `sessions`."""
    folder = sessions / name
    if not naming.NAME.fullmatch(name) or not folder.resolve().is_relative_to(sessions.resolve()):
        raise ValueError(f"{name!r} is no name of an artifact.")
    return folder


def fill(folder: Path, report: Report, files: Mapping[str, bytes], not_made: Sequence[str]) -> None:
    folder.mkdir(mode=0o700)
    for name, data in files.items():
        write(folder / name, data)
    workshop = report.workshop
    proofs = Manifest(
        workshop=workshop.id,
        title=workshop.title,
        code=workshop.code,
        saved_at=stamp(datetime.now(UTC)),
        made_by=f"rytme {__version__}",
        files={name: manifest.proof(data) for name, data in files.items()},
        not_made=tuple(not_made),
    )
    write(folder / manifest.NAME, manifest.written(proofs))


def write(path: Path, data: bytes) -> None:
    """A new file, on the disk when this returns; never through a link that lies there already."""
    with path.open("xb") as file:
        path.chmod(0o600)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def keep_what_is_the_hosts(old: Path, fresh: Path) -> None:
    """Carry over what was put there by hand: other files, and ours where they were edited."""
    ours = manifest.read(old)
    proofs = ours.files if ours else {}
    for path in sorted(old.iterdir()):
        if path.name == manifest.NAME:
            continue
        if path.name not in proofs:
            carry(path, fresh, [path.name])
        elif manifest.state(path, proofs[path.name]):
            carry(path, fresh, [])


def carry(path: Path, to: Path, first: list[str]) -> None:
    """Into the folder `to`, under the first name that nobody has: there, or where it comes from."""
    if is_folder(path) and first and is_folder(to / path.name):
        for each in sorted(path.iterdir()):
            carry(each, to / path.name, [each.name])
        return
    for name in chain(first, edited(path)):
        if is_same(path, to / name):
            return
        is_free = name == path.name or not os.path.lexists(path.with_name(name))
        if is_free and not os.path.lexists(to / name):
            copy(path, to / name)
            return


def edited(path: Path) -> Iterator[str]:
    """report-edited.md, report-edited-2.md and so on."""
    yield f"{path.stem}-edited{path.suffix}"
    for number in count(2):
        yield f"{path.stem}-edited-{number}{path.suffix}"


def is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def is_same(path: Path, other: Path) -> bool:
    """Whether two files hold the same; a link is never the same as anything."""
    files = [it.is_file() and not it.is_symlink() for it in (path, other)]
    return all(files) and path.read_bytes() == other.read_bytes()


def copy(path: Path, to: Path) -> None:
    if is_folder(path):
        shutil.copytree(path, to, symlinks=True, copy_function=copy_file)
    else:
        copy_file(path, to)


def copy_file(path: str | Path, to: str | Path) -> None:
    """On the disk when this returns, for the one it is a copy of will go."""
    shutil.copy2(path, to, follow_symlinks=False)
    if not (made := Path(to)).is_symlink():
        with made.open("rb") as file:
            os.fsync(file.fileno())


def take_place(fresh: Path, target: Path) -> None:
    """A crash between the renames leaves the old folder whole beside the new one, for `settle`."""
    old = target.with_name(f".{target.name}{OLD}")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    sync(target.parent)
    with suppress(FileNotFoundError):
        shutil.rmtree(old)


def remove_artifacts(workshop: str, sessions: Path) -> list[Path]:
    """Delete the folders of a workshop, whatever else was put into them; gives what they were."""
    if not sessions.is_dir():
        return []
    with alone_in(sessions):
        settle(sessions)
        found = artifacts_of(workshop, sessions)
        for folder in found:
            put_away(folder)
        return found


def put_away(folder: Path) -> None:
    """Delete a folder whole: it leaves its place at once, and then file by file."""
    gone = folder.with_name(f".{folder.name}{GONE}")
    folder.rename(gone)
    shutil.rmtree(gone)


def sync(folder: Path) -> None:
    """Bring a folder's list of names to the disk."""
    found = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(found)
    finally:
        os.close(found)

"""manifest.json: what lies in an artifact's folder, and whether it is still whole."""

from hashlib import sha256
from pathlib import Path

import msgspec

from workshop.export.as_json import canonical

NAME = "manifest.json"
VERSION = "urn:rytme:schema:manifest-1"


class Proof(msgspec.Struct, frozen=True):
    """What a file must be: its size in bytes, and the SHA-256 of its content in hex."""

    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """Which workshop this is, when it was saved, by which version, and a proof for each file.

    `not_made` names formats that could not be made then; all that they would say is in workshop.json.
    """

    schema: str = VERSION
    workshop: str
    title: str
    code: str
    saved_at: str
    made_by: str
    files: dict[str, Proof]
    not_made: tuple[str, ...] = ()


def proof(data: bytes) -> Proof:
    return Proof(len(data), sha256(data).hexdigest())


def written(manifest: Manifest) -> bytes:
    return canonical(manifest)


def read(folder: Path) -> Manifest | None:
    """The manifest of a folder, or nothing where there is none that can be read."""
    try:
        return msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)
    except (OSError, ValueError, RecursionError):
        return None


def verify(folder: Path) -> list[str]:
    """What is missing or changed in an artifact's folder, one line each; empty when it is whole.

    A format that was not made is no fault of the folder: `not_made` tells of it.
    """
    manifest = read(folder)
    if manifest is None:
        return [f"{NAME} is missing or cannot be read"]
    found = {name: state(folder / name, wanted) for name, wanted in manifest.files.items()}
    return [f"{name} is {fault}" for name, fault in found.items() if fault]


def not_made(folder: Path) -> tuple[str, ...]:
    """The formats that a folder does without because they could not be made."""
    manifest = read(folder)
    return manifest.not_made if manifest else ()


def state(path: Path, wanted: Proof) -> str:
    """What is wrong with a file: `missing`, `changed`, or nothing."""
    try:
        return "" if proof(path.read_bytes()) == wanted else "changed"
    except (OSError, ValueError):  # a manifest of others may name what can be no file
        return "missing"

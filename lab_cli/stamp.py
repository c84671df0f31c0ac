"""Content stamps: a step runs again only if its inputs have changed."""

import hashlib
import os
from pathlib import Path


def fingerprint(*inputs) -> str:
    """A hash of texts, files, and all files in a folder; a missing file counts as empty."""
    digest = hashlib.sha256()
    for given in inputs:
        if isinstance(given, Path):
            for file in _files(given):
                digest.update(b"\0file\0" + str(file.relative_to(given.parent)).encode())
                digest.update(file.read_bytes())
        else:
            digest.update(b"\0text\0" + str(given).encode())
    return digest.hexdigest()


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(file for file in place.rglob("*") if file.is_file())


def matches(stamp: Path, print_: str) -> bool:
    try:
        return stamp.read_text() == print_
    except OSError:
        return False


def write_whole(file: Path, text: str) -> None:
    """A reader sees the old text or the new text, never a part of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)

"""Downloads an archive: bounded, with progress, continued after a break, unpacked only if its checksum is right."""

import errno
import hashlib
import http.client
import shutil
import sys
import tarfile
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from lab_cli.problem import Problem

PATIENCE = 30
FRUITLESS = 3
CHUNK = 64 * 1024
MB = 1_000_000
CLIENT = {"User-Agent": "latency-lab"}
PROXY = "Is there a network? Behind a proxy, set HTTPS_PROXY before you run ./lab."


@dataclass(frozen=True)
class Archive:
    """Where an archive is, and the checksum that makes it trustworthy, such as sha256 and its hexadecimal digits."""

    name: str
    address: str
    algorithm: str
    checksum: str

    @property
    def file(self) -> str:
        return self.address.rsplit("/", 1)[-1]


class Unreached(Exception):
    """The network or the server failed; a further attempt may succeed."""


def unpack(archive: Archive, folder: Path, *, patience: float = PATIENCE, out=None) -> None:
    """Downloads the archive and unpacks it into the folder; nothing is seen there before all of it is."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / archive.file
    fetch(archive, file, patience=patience, out=out or sys.stdout)
    place = Path(tempfile.mkdtemp(prefix="unpacking-", dir=folder))
    try:
        extract(file, place)
    except (tarfile.TarError, zipfile.BadZipFile, EOFError, zlib.error) as unusable:
        raise Problem(
            f"The archive of {archive.name} cannot be unpacked: {unusable}",
            f"It came from {archive.address}",
            "Its checksum is right, so it is another kind of archive than .tar.gz or .zip, or not made for this system.",
        ) from unusable
    else:
        for content in place.iterdir():
            shutil.rmtree(folder / content.name, ignore_errors=True)
            content.rename(folder / content.name)
    finally:
        shutil.rmtree(place, ignore_errors=True)
        file.unlink()


def extract(file: Path, place: Path) -> None:
    if file.suffix == ".zip":
        with zipfile.ZipFile(file) as archive:
            archive.extractall(place)
        return
    safe = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    with tarfile.open(file) as archive:
        archive.extractall(place, **safe)


def fetch(archive: Archive, file: Path, *, patience: float, out) -> None:
    """What an earlier command has received is kept and continued."""
    part = file.with_name(file.name + ".part")
    continued = part.exists()
    receive(archive, part, patience, out)
    if checksum(part, archive.algorithm) != archive.checksum and continued:
        part.unlink()  # The server may have a newer file now than the one that was begun.
        receive(archive, part, patience, out)
    if checksum(part, archive.algorithm) != archive.checksum:
        part.unlink()
        raise Problem(
            f"The download of {archive.name} has the wrong checksum, so it was deleted.",
            f"It came from {archive.address}\nA proxy or a mirror may have changed it.",
            "Run the same command again. If it happens again, install the program yourself.",
        )
    part.replace(file)


def receive(archive: Archive, part: Path, patience: float, out) -> None:
    """Continues after each break, until several attempts in a row have brought nothing."""
    fruitless = 0
    while True:
        before = size(part)
        try:
            with Progress(archive.name, out) as progress:
                append(archive.address, part, patience, progress)
            return
        except Unreached as broken:
            fruitless = 0 if size(part) > before else fruitless + 1
            if fruitless == FRUITLESS:
                raise Problem(
                    f"{archive.name} could not be downloaded: {broken}",
                    f"from {archive.address}",
                    f"{PROXY}\nThe same command continues where this one stopped.",
                ) from broken


def append(address: str, part: Path, patience: float, progress) -> None:
    done = size(part)
    with opened(address, patience, {"Range": f"bytes={done}-"} if done else {}) as answer:
        if answer.status != http.client.PARTIAL_CONTENT:
            done = 0
        length = answer.headers.get("Content-Length")
        whole = done + int(length) if length else None
        with open(part, "ab" if done else "wb") as file:
            while chunk := read(answer, patience):
                file.write(chunk)
                done += len(chunk)
                progress.show(done, whole)
    if whole is not None and done < whole:
        raise Unreached(f"the connection broke after {done // MB} of {whole // MB} MB")


def text(address: str, patience: float = PATIENCE) -> str:
    """A small text, such as a checksum or an index."""
    with opened(address, patience, {}) as answer:
        return read(answer, patience, MB).decode("utf-8", errors="replace")


def opened(address: str, patience: float, headers: dict[str, str]):
    request = urllib.request.Request(address, headers={**CLIENT, **headers})
    try:
        return urllib.request.urlopen(request, timeout=patience)
    except urllib.error.HTTPError as error:
        if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE:
            return Complete()
        raise Unreached(f"the server answered {error.code} {error.reason}") from error
    except (OSError, http.client.HTTPException) as error:
        raise Unreached(reason(error, patience)) from error


class Complete:
    """The answer to a request for what comes after the end: everything is there."""

    status, headers = http.client.PARTIAL_CONTENT, {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def read(self, _):
        return b""


def read(answer, patience: float, most: int = CHUNK) -> bytes:
    try:
        return answer.read(most)
    except (OSError, http.client.HTTPException) as error:
        raise Unreached(reason(error, patience)) from error


def reason(error: Exception, patience: float) -> str:
    cause = getattr(error, "reason", error)
    if isinstance(cause, TimeoutError) or getattr(cause, "errno", None) == errno.ETIMEDOUT:
        return f"nothing arrived for {patience:g} s"
    return str(cause) or type(cause).__name__


def size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def checksum(file: Path, algorithm: str) -> str:
    with open(file, "rb") as content:
        return hashlib.file_digest(content, algorithm).hexdigest()


class Progress:
    """One line: it grows on a terminal; in a log only its beginning and its end are written."""

    def __init__(self, name: str, out):
        self.name, self.out, self.said = name, out, ""
        self.shown = 0.0

    def __enter__(self):
        print(f"  Downloading {self.name} ...", end="", file=self.out, flush=True)
        return self

    def show(self, done: int, whole: int | None) -> None:
        self.said = f" {done / MB:.1f} MB" if whole is None else f" {done / MB:.1f} of {whole / MB:.1f} MB"
        if self.out.isatty() and time.monotonic() - self.shown > 0.2:
            self.shown = time.monotonic()
            print(f"\r  Downloading {self.name} ...{self.said} ", end="", file=self.out, flush=True)

    def __exit__(self, *_):
        again = f"\r  Downloading {self.name} ..." if self.out.isatty() else ""
        print(f"{again}{self.said} ", file=self.out, flush=True)

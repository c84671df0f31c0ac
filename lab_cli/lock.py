"""Two terminals may run ./lab at once; only one of them sets up."""

import os
from contextlib import contextmanager

from lab_cli.project import Project


@contextmanager
def only_one(project: Project):
    """Waits for another ./lab in this clone. The system frees the lock when its owner dies."""
    path = project.build / "lab.lock"
    while True:
        project.build.mkdir(parents=True, exist_ok=True)
        with open(path, "a+") as file:
            if not _taken_at_once(file):
                print("  Waiting for another ./lab in this folder ...", flush=True)
                _take(file)
            if _is_still_there(path, file):
                yield
                return


def _is_still_there(path, file) -> bool:
    """False after ./lab clean: then this process holds a lock that no other process can see."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


if os.name == "nt":
    import msvcrt
    import time

    def _taken_at_once(file) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            return True
        except OSError:
            return False

    def _take(file) -> None:
        while not _taken_at_once(file):
            time.sleep(0.5)

else:
    import fcntl

    def _taken_at_once(file) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            return False

    def _take(file) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

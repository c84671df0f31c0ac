"""One line per long step, with the time it took; its output goes to a log."""

import re
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

from lab_cli.problem import Problem, disk_full, without_room

TAIL = 15
UNREACHED = re.compile(r"Could not (transfer|find a version)|UnknownHost|NewConnectionError|cannot access .* offline")
NETWORK = "This step downloads packages. Is there a network, and do pip and Maven know your proxy?"


@contextmanager
def timed(label: str, out=None):
    """Prints the label, counts the seconds on a terminal, and ends the line with the time."""
    out = out or sys.stdout
    began = time.monotonic()
    done = threading.Event()
    print(f"  {label} ...", end="", file=out, flush=True)
    if out.isatty():
        threading.Thread(target=_count, args=(label, began, done, out), daemon=True).start()
    outcome = "failed after "
    try:
        yield
        outcome = ""
    finally:
        done.set()
        again = f"\r  {label} ..." if out.isatty() else ""
        print(f"{again} {outcome}{time.monotonic() - began:.1f} s", file=out, flush=True)


def _count(label, began, done, out) -> None:
    while not done.wait(1):
        print(f"\r  {label} ... {time.monotonic() - began:.0f} s", end="", file=out, flush=True)


def run(command: list, log: Path, *, label: str, **options) -> None:
    """Runs a command and writes its output to the log; an error shows the end of the log and its path."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with open(log, "w", encoding="utf-8") as output:
        code = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, **options,
        ).returncode
    if code != 0:
        raise failed(label, log, code)


def failed(label: str, log: Path, code: int) -> Problem:
    text = log.read_text(encoding="utf-8", errors="replace")
    if "No space left on device" in text or (not text and without_room(log.parent)):
        return disk_full(log.parent)
    offline = f"\n{NETWORK}" if UNREACHED.search(text) else ""
    tail = "\n".join("  " + line for line in text.splitlines()[-TAIL:])
    return Problem(f"{label} failed (exit {code}). The end of its output:", tail,
                   f"Complete output: {log}{offline}")  # fmt: skip

"""Measures, prints the table, saves the report; ends when its standard input closes."""

import _thread
import argparse
import os
import signal
import sys
import threading
import time
from pathlib import Path

from lab_cli import reader
from speed import report, table
from speed.budget import FULL, QUICK
from speed.parts import Parts
from speed.report import Report
from lab_cli.inside import machine, processes
from lab_cli.problem import Problem
from lab_cli.project import Project

def main(arguments: list[str]) -> int:
    given = parser().parse_args(arguments)
    project = Project(Path.cwd())
    old = report.load(given.compare) if given.compare else None
    new = measured(project, given)
    print(table.page(new, old))
    print(f"\n{new.seconds:.0f} s; kept in {given.out}")
    return 1 if new.missing else 0


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser()
    top.add_argument("--quick", action="store_true")
    top.add_argument("--out", type=Path, required=True)
    top.add_argument("--compare", type=Path)
    top.add_argument("parts", nargs="+")
    return top


def measured(project: Project, given: argparse.Namespace) -> Report:
    began = time.monotonic()
    parts = Parts(project, QUICK if given.quick else FULL)
    made = Report({**machine.described(project, parts.lab.command[0]), "quick": given.quick})
    parts.measure(given.parts, made)
    made.seconds = round(time.monotonic() - began, 1)
    report.save(made, given.out)
    return made


def stop_once(*_) -> None:
    """A second Ctrl-C must not interrupt the end of the kernels."""
    for each in stops():
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


def stops():
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    return [getattr(signal, name) for name in names if hasattr(signal, name)]


def end_with_input() -> None:
    os.read(0, 1)
    if os.name == "nt":
        _thread.interrupt_main()
    else:  # A real signal, which also wakes a sleeping thread.
        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)


if __name__ == "__main__":
    for each in stops():
        signal.signal(each, stop_once)
    threading.Thread(target=end_with_input, daemon=True).start()
    try:
        sys.exit(reader.told(lambda: main(sys.argv[1:])))
    except KeyboardInterrupt:
        sys.exit(130)
    except Problem as problem:
        print(f"\nlab: {problem}", file=sys.stderr)
        sys.exit(1)
    finally:
        processes.end_all()

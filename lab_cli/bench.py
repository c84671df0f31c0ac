"""./lab bench measures the lab's own speed and compares it with similar tools."""

import os
import subprocess
import sys
from argparse import Namespace
from datetime import datetime, timezone
from pathlib import Path

from lab_cli import learner, setup
from lab_cli.problem import Problem
from lab_cli.project import Project

# The code that measures the lab is next to its tests; the image contains neither.
TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path.insert(0, str(TESTS))

from speed import report, table  # noqa: E402

PARTS = ("kernel", "fork", "score", "load")
# It takes more than an hour, so it runs only when it is named.
LONG_PARTS = ("truth",)
# Time to end the kernels and forks first.
GOODBYE = 30


def bench(project: Project, given: Namespace) -> int:
    every = (*PARTS, *LONG_PARTS)
    for unknown in set(given.part) - set(every):
        raise Problem(f"./lab bench has no part {unknown}; there are: {', '.join(every)}.")
    old = report.load(given.compare) if given.compare else None
    if given.show:
        print(table.page(report.load(given.show), old))
        return 0
    setup.ready(project)
    command = [project.python, "-m", "speed", *options(project, given)]
    with learner.nobody(project, quick=False) as environment:
        environment["PYTHONPATH"] = os.pathsep.join(map(str, (TESTS, project.root)))
        return until_its_end(command, project.root, environment)


def options(project: Project, given: Namespace) -> list:
    now = f"{datetime.now(timezone.utc):%Y-%m-%dT%H-%M-%SZ}"
    file = given.out or project.build / "bench" / f"{now}.json"
    chosen = ["--out", file.absolute(), *(given.part or PARTS)]
    chosen += ["--compare", given.compare.absolute()] if given.compare else []
    return [*chosen, "--quick"] if given.quick else chosen


def until_its_end(command: list, folder: Path, environment: dict[str, str]) -> int:
    """The child ends its kernels when its standard input closes: on Ctrl-C, or when this process dies."""
    with subprocess.Popen([str(part) for part in command], cwd=folder, env=environment,
                          stdin=subprocess.PIPE) as measuring:  # fmt: skip
        try:
            return measuring.wait()
        except KeyboardInterrupt:
            print("\nStopped: all kernels have ended, and no result was kept.", file=sys.stderr)
            return 130
        finally:
            measuring.stdin.close()
            try:
                measuring.wait(GOODBYE)
            except subprocess.TimeoutExpired:
                measuring.kill()

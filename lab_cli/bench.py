"""./lab bench: the lab's own speed, beside what it could be compared with."""

import subprocess
from datetime import datetime, timezone
from pathlib import Path

from lab_cli import learner, setup
from lab_cli.figures import report, table
from lab_cli.problem import Problem
from lab_cli.project import Project

PARTS = ("kernel", "fork", "score", "load")
# Kernels and forks are ended first.
GOODBYE = 30


def show(kept: Path, compare: Path | None) -> int:
    print(table.page(report.load(kept), report.load(compare) if compare else None))
    return 0


def bench(project: Project, parts: list[str], out: Path | None, compare: Path | None, quick: bool) -> int:
    for unknown in set(parts) - set(PARTS):
        raise Problem(f"./lab bench has no part {unknown}; there are: {', '.join(PARTS)}.")
    if compare:
        report.load(compare)  # What is wrong with it is said now, not after minutes of measuring.
    setup.ready(project)
    file = out or project.build / "bench" / f"{datetime.now(timezone.utc):%Y-%m-%dT%H-%M-%SZ}.json"
    command = [project.python, "-m", "lab_cli.figures", "--out", file.absolute()]
    command += ["--quick"] if quick else []
    command += ["--compare", compare.absolute()] if compare else []
    with learner.nobody(project, quick=False) as environment:
        return until_its_end([*command, *(parts or PARTS)], project.root, environment)


def until_its_end(command: list, folder: Path, environment: dict[str, str]) -> int:
    """It ends its kernels when its standard input does: by Ctrl-C, or when this process dies."""
    with subprocess.Popen([str(part) for part in command], cwd=folder, env=environment,
                          stdin=subprocess.PIPE) as measuring:  # fmt: skip
        try:
            return measuring.wait()
        finally:
            measuring.stdin.close()
            try:
                measuring.wait(GOODBYE)
            except subprocess.TimeoutExpired:
                measuring.kill()

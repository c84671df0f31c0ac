"""The conditions of a measurement: the machine, the versions, the other load."""

import os
import platform
import subprocess
from datetime import datetime, timezone
from pathlib import Path

import psutil

from lab_cli import jdk
from lab_cli.inside.processes import MIB
from lab_cli.project import Project

# Linux control groups: version 2, then version 1.
MEMORY = ("/sys/fs/cgroup{own}/memory.max", "/sys/fs/cgroup/memory{own}/memory.limit_in_bytes")
CPU = "/sys/fs/cgroup{own}/cpu.max"


def described(project: Project, java: str) -> dict:
    used = jdk.read(Path(java).parent.parent)
    return {
        "date": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "system": f"{platform.system()} {platform.machine()}",
        "cpus": cpus(),
        "memory_mib": memory_limit(),
        "jdk": used.version if used else "unknown",
        "python": platform.python_version(),
        "commit": commit(project.root),
        "load_before": round(psutil.getloadavg()[0], 2),
    }


def cpus() -> int:
    """The number of CPUs that this process may use."""
    own = getattr(os, "sched_getaffinity", None)
    return min([len(own(0)) if own else os.cpu_count() or 1, *_shares()])


def _shares():
    """CPU limits, rounded up to whole CPUs as in the JVM."""
    for text in _told([CPU], ""):
        most, period = text.split()
        if most.isdigit():
            yield max(1, -(-int(most) // int(period)))


def memory_limit() -> int:
    """The memory in MiB that this process may use."""
    limits = [int(text) // MIB for text in _told(MEMORY, "memory") if text.isdigit()]
    return min([psutil.virtual_memory().total // MIB, *limits])


def _told(patterns, controller: str):
    for own in _groups(controller):
        for pattern in patterns:
            file = Path(pattern.format(own=own))
            if file.is_file():
                yield file.read_text().strip()


def _groups(controller: str) -> list[str]:
    """The control group of this process; inside a container this is the root."""
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
    except OSError:
        return []
    named = (line.split(":", 2) for line in lines)
    return ["", *[own for _, kind, own in named if kind in ("", controller)]]


def commit(root: Path) -> str:
    """The current commit; "+" marks local changes; empty without git."""
    try:
        told = subprocess.run(["git", "-C", str(root), "describe", "--always", "--dirty=+", "--exclude=*"],
                              capture_output=True, text=True, check=True).stdout  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return ""
    return told.strip()

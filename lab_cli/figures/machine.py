"""What a figure depends on: the machine, the versions, what else was running."""

import os
import platform
import subprocess
from datetime import datetime, timezone
from pathlib import Path

import psutil

from lab_cli import jdk
from lab_cli.figures.processes import MIB
from lab_cli.project import Project

# Version 2 of Linux's control groups, then version 1.
LIMITS = ("/sys/fs/cgroup{own}/memory.max", "/sys/fs/cgroup/memory{own}/memory.limit_in_bytes")


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
    """Those that this process may use."""
    own = getattr(os, "sched_getaffinity", None)
    return len(own(0)) if own else os.cpu_count() or 1


def memory_limit() -> int:
    """MiB that this process may use."""
    return min([psutil.virtual_memory().total // MIB, *_limits()])


def _limits():
    for folder in _groups():
        for pattern in LIMITS:
            file = Path(pattern.format(own=folder))
            text = file.read_text().strip() if file.is_file() else ""
            if text.isdigit():
                yield int(text) // MIB


def _groups() -> list[str]:
    """This process's own group; inside a container the root is its own."""
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
    except OSError:
        return []
    return ["", *[own for _, kind, own in (line.split(":", 2) for line in lines)
                  if kind in ("", "memory")]]  # fmt: skip


def commit(root: Path) -> str:
    """Empty where there is no git; a plus says that files differ from the commit."""
    try:
        told = subprocess.run(["git", "-C", str(root), "describe", "--always", "--dirty=+", "--exclude=*"],
                              capture_output=True, text=True, check=True).stdout  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return ""
    return told.strip()

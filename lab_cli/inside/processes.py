"""A process and its descendants: their memory, their CPU time, and how to kill them."""

import os
import signal
import subprocess

import psutil

MIB = 1024 * 1024
GONE = (psutil.NoSuchProcess, psutil.AccessDenied)


def family(pid: int) -> list[psutil.Process]:
    try:
        first = psutil.Process(pid)
        return [first, *first.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def cpu_seconds(pid: int) -> float:
    """The total CPU time of a process and its descendants."""
    return sum(map(_cpu_seconds, family(pid)))


def _cpu_seconds(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
        return times.user + times.system
    except GONE:
        return 0.0


def resident(process: psutil.Process) -> int:
    """Resident memory in bytes; shared pages count in every process."""
    try:
        return process.memory_info().rss
    except GONE:
        return 0


def memory(processes: list[psutil.Process]) -> float:
    """Memory in MiB; on Linux shared pages count once, on other systems they do not count."""
    return sum(map(_memory, processes)) / MIB


def _memory(process: psutil.Process) -> int:
    try:
        full = process.memory_full_info()
        return getattr(full, "pss", 0) or full.uss
    except psutil.NoSuchProcess:
        return 0
    except psutil.AccessDenied:
        return resident(process)


def apart() -> dict:
    """Options that protect a child process from Ctrl-C in the terminal: its parent ends it."""
    return {} if os.name == "nt" else {"start_new_session": True}


def end(process: subprocess.Popen) -> None:
    """Kills a process that was started with apart(), and its descendants."""
    started = family(process.pid)
    if os.name != "nt" and process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    _kill(started)
    process.wait()


def end_all() -> None:
    """Kills all descendants of this process, including those lost track of by an interrupt."""
    _kill(family(os.getpid())[1:])


def _kill(processes: list[psutil.Process]) -> None:
    for each in processes:
        try:
            each.kill()
        except psutil.NoSuchProcess:
            pass

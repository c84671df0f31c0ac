"""A process with all it has started: its memory, its CPU time, its end."""

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
    """What a process and those it has started have used so far."""
    return sum(map(_cpu_seconds, family(pid)))


def _cpu_seconds(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
        return times.user + times.system
    except GONE:
        return 0.0


def resident(process: psutil.Process) -> int:
    """Bytes in memory; what processes share counts in each of them."""
    try:
        return process.memory_info().rss
    except GONE:
        return 0


def memory(processes: list[psutil.Process]) -> float:
    """MiB: pages that several processes share count once (Linux), elsewhere what is theirs alone."""
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
    """Options that protect a child from Ctrl-C in the terminal: its starter ends it."""
    return {} if os.name == "nt" else {"start_new_session": True}


def end(process: subprocess.Popen) -> None:
    """Ends a process that was started apart, and what it has started."""
    started = family(process.pid)
    if os.name != "nt" and process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    _kill(started)
    process.wait()


def end_all() -> None:
    """Ends whatever this process has started, also what an interrupt hid from its owner."""
    _kill(family(os.getpid())[1:])


def _kill(processes: list[psutil.Process]) -> None:
    for each in processes:
        try:
            each.kill()
        except psutil.NoSuchProcess:
            pass

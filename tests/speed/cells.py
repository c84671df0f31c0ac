"""The cost of a small cell, and of an idle kernel."""

import time
from contextlib import ExitStack
from dataclasses import replace

from speed import contenders, pace
from speed.kernel import Contender, Kernel
from speed.launch import row
from speed.report import Aim, Row
from lab_cli.inside import processes

CELLS = {"1 + 1": 20, "": 5}
NAMES = {"1 + 1": "the cell 1 + 1, warm", "": "an empty cell, warm"}
# A new kernel still compiles and prepares for some time.
REST = 5
WARM_UP = 20
IDLE_AIM = 1.0


def rows(kernels: list[Contender], cells: int, idle_seconds: float, say):
    with ExitStack() as open_kernels:
        running = [open_kernels.enter_context(Kernel(each)) for each in kernels]
        for kernel in running:
            kernel.first_result()
        for code in CELLS:
            say(f"{NAMES[code]}, {cells} times in each kernel")
            yield from latencies(running, code, cells)
        say(f"idle for {idle_seconds:g} s")
        yield from idle(running, idle_seconds)


def latencies(kernels: list[Kernel], code: str, count: int):
    """The kernels, alternating; the first cells do not count."""
    samples = {kernel.contender.name: [] for kernel in kernels}
    for _ in range(WARM_UP):
        for kernel in kernels:
            kernel.run(code)
    for _ in pace.rounds(count, "cells"):
        for kernel in kernels:
            samples[kernel.contender.name].append(1000 * kernel.run(code).seconds)
    for name in samples:
        made = row(NAMES[code], "ms", samples, name, {})
        yield with_limit(made, CELLS[code]) if name == contenders.LAB else made


def with_limit(made: Row, limit: float) -> Row:
    return replace(made, aim=Aim(f"at most {limit} ms", made.spread.median <= limit))


def idle(kernels: list[Kernel], seconds: float):
    time.sleep(min(REST, seconds))
    before = [processes.cpu_seconds(kernel.pid) for kernel in kernels]
    time.sleep(seconds)
    used = {
        kernel.contender.name: [(processes.cpu_seconds(kernel.pid) - start) / seconds * 10_000]
        for kernel, start in zip(kernels, before)
    }
    for name in used:
        aims = {contenders.PLAIN: IDLE_AIM}
        yield row("CPU time of 10 s idle", "ms", used, name, aims)

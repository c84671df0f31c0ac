"""How often and how long each part measures."""

import time
from dataclasses import dataclass
from typing import Iterator

# All parts together stay below ten minutes on a machine however slow.
LONGEST = {"launch": 120, "cells": 40, "fork": 60, "score": 60, "load": 40}
FEWEST = 3


@dataclass(frozen=True)
class Budget:
    launches: int
    cells: int
    idle_seconds: float
    bench_kernels: int
    bench_runs: int
    score_rounds: int
    iterations: int
    iteration_millis: int
    loads: int
    load_seconds: int


FULL = Budget(
    launches=9, cells=40, idle_seconds=10, bench_kernels=3, bench_runs=4,
    score_rounds=3, iterations=10, iteration_millis=250, loads=5, load_seconds=4,
)  # fmt: skip

# Too little for figures that mean something; enough to see that each of them can be had.
QUICK = Budget(
    launches=2, cells=3, idle_seconds=1, bench_kernels=1, bench_runs=2,
    score_rounds=1, iterations=3, iteration_millis=50, loads=1, load_seconds=1,
)  # fmt: skip


def rounds(count: int, part: str, clock=time.monotonic) -> Iterator[int]:
    """Round numbers from 0; fewer than wished, though not below FEWEST, where they take too long."""
    began = clock()
    for number in range(count):
        if number >= FEWEST and clock() - began > LONGEST[part]:
            return
        yield number

"""From running a bench cell to the first process that JMH forks."""

import time

from speed import pace
from speed.kernel import Contender, Kernel
from speed.report import Aim, Row
from speed.spread import Spread
from lab_cli.inside import processes
from lab_cli.problem import Problem

AIM = 1.2
PATIENCE = 30
LOOKED_EVERY = 0.005
FORKED = "org.openjdk.jmh.runner.ForkedMain"
CLASS = """\
import org.openjdk.jmh.annotations.*;
public class Tiny { @Benchmark public int one() { return 1; } }"""
BENCH = "bench(brief().forks(1).warmup(1, ofMillis(50)).measurement(1, ofMillis(50)), Tiny.class)"


def rows(lab: Contender, kernels: int, runs: int, say):
    first, again = [], []
    for number in pace.rounds(kernels, "fork"):
        with Kernel(lab) as kernel:
            kernel.first_result()
            kernel.run(CLASS)
            for run in range(runs):
                say(f"kernel {number + 1} of {kernels}, run {run + 1} of {runs}")
                (again if run else first).append(until_fork(kernel))
    yield line("in a new kernel", first)
    yield line("again", again)


def line(who: str, samples: list[float]) -> Row:
    spread = Spread.of(samples)
    aim = Aim(f"at most {AIM} s", spread.median <= AIM)
    return Row("bench cell to the first fork", who, "s", spread, tuple(samples), aim=aim)


def until_fork(kernel: Kernel) -> float:
    """Finds the fork by its command line in the table of processes."""
    began = time.perf_counter()
    sent = kernel.client.execute(BENCH)
    while not any(map(is_fork, processes.family(kernel.pid)[1:])):
        if time.perf_counter() - began > PATIENCE:
            raise Problem(f"No fork within {PATIENCE} s: does another benchmark run here?")
        time.sleep(LOOKED_EVERY)
    seconds = time.perf_counter() - began
    kernel.answer(sent, began)
    return seconds


def is_fork(process) -> bool:
    try:
        return FORKED in process.cmdline()
    except processes.GONE:
        return False

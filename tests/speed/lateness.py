"""How late the open-loop generator sends, at the maximum rate of the lab."""

from speed import pace
from speed.kernel import Contender, Kernel
from speed.report import Row
from speed.spread import Spread
from lab_cli.problem import Problem

RATE = 2000
FIGURE = f"open load of {RATE:,}/s"
PARTS = {"sent late, p50": "ms", "sent late, p99": "ms", "sent late, worst": "ms", "reached": "/s"}
SERVER = "var server = lab.server.LoopServer.open();"
LOAD = """\
var run = load(server.at("/fast"), open(%d), ofSeconds(%d));
var late = run.lateness();
System.out.println("FIGURES " + late.p50().toNanos() / 1e6 + " " + late.p99().toNanos() / 1e6
    + " " + late.max().toNanos() / 1e6 + " " + run.achievedPerSecond() + " " + run.failed());"""


def rows(lab: Contender, loads: int, seconds: int, say):
    with Kernel(lab) as kernel:
        kernel.first_result()
        kernel.run(SERVER)
        say("warming up")
        load(kernel, 1)
        seen = []
        for number in pace.rounds(loads, "load"):
            say(f"{seconds} s, {number + 1} of {loads}")
            seen.append(load(kernel, seconds))
    for part, (who, unit) in enumerate(PARTS.items()):
        samples = tuple(each[part] for each in seen)
        yield Row(FIGURE, who, unit, Spread.of(samples), samples)


def load(kernel: Kernel, seconds: int) -> list[float]:
    *figures, failed = kernel.figures(LOAD % (RATE, seconds))
    if failed:
        raise Problem(f"{failed:.0f} requests of the load failed.")
    return figures

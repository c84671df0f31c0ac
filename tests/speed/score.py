"""The score of a cell compared with the same benchmark in an ordinary JMH jar."""

from speed import pace
from speed.budget import Budget
from speed.interval import Interval, pooled
from speed.kernel import Contender, Kernel
from speed.ordinary_jar import SOURCE, OrdinaryJar
from speed.report import Aim, Row
from speed.spread import ratio
from lab_cli.project import Project

BENCHMARKS = ("sum", "concatenation", "lookup")
NEAR = 0.05
WARMUPS = 5
RUN = """\
var score = bench(brief().forks(1).include("^%s$").warmup(%d, ofMillis(%d)).measurement(%d, ofMillis(%d)),
    Everyday.class).scores().getFirst();
System.out.println("FIGURES " + score.value() + " " + score.error() + " " + score.samples());"""


def rows(project: Project, lab: Contender, budget: Budget, say):
    jar = OrdinaryJar(project, lab.command[0])
    say("building an ordinary JMH jar with Maven")
    jar.build()
    with Kernel(lab) as kernel:
        kernel.first_result()
        kernel.run(cell_source())
        for benchmark in BENCHMARKS:
            yield from both(Sides(kernel, jar, budget), benchmark, budget.score_rounds, say)


def cell_source() -> str:
    """The source of the jar, without its package line, because a cell has no package."""
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("package "))


class Sides:
    """The same benchmark in a cell and in the jar."""

    def __init__(self, kernel: Kernel, jar: OrdinaryJar, budget: Budget):
        self.kernel, self.jar, self.budget = kernel, jar, budget

    def in_cell(self, benchmark: str) -> Interval:
        count, millis = self.budget.iterations, self.budget.iteration_millis
        code = RUN % (benchmark, WARMUPS, millis, count, millis)
        mean, error, iterations = self.kernel.figures(code)
        return Interval(mean, error, int(iterations))

    def in_jar(self, benchmark: str) -> Interval:
        return self.jar.run(
            benchmark, WARMUPS, self.budget.iterations, self.budget.iteration_millis
        )


def both(sides: Sides, benchmark: str, rounds: int, say):
    cell, jar = [], []
    for round_ in pace.rounds(rounds, "score"):
        say(f"{benchmark}, round {round_ + 1} of {rounds}")
        turns = [(cell, sides.in_cell), (jar, sides.in_jar)]
        for runs, measure in turns if round_ % 2 == 0 else reversed(turns):
            runs.append(measure(benchmark))
    yield from compared(benchmark, cell, jar)


def compared(benchmark: str, cell: list[Interval], jar: list[Interval]):
    """Ranges are 99.9 % intervals over all forks; the ratio is the ratio of the means, by round."""
    figure = f"JMH score of {benchmark}"
    ours, theirs = [run.mean for run in cell], [run.mean for run in jar]
    here, there = pooled(cell).spread, pooled(jar).spread
    near = ratio(ours, theirs)
    aim = Aim(f"ratio within {NEAR:.0%}", abs(here.median / there.median - 1) <= NEAR)
    words = "99.9 % intervals overlap" if here.overlaps(there) else "99.9 % intervals are apart"
    yield Row(figure, "in a cell", "ns", here, tuple(ours))
    yield Row(figure, "in a Maven jar", "ns", there, tuple(theirs), near, aim, words)

"""The parts of ./lab bench by their names on the command line."""

from typing import Callable, Iterable

import psutil

from speed import cells, contenders, first_fork, lateness, launch, score, truth
from speed.budget import Budget
from speed.kernel import Contender
from speed.report import Missing, Report, Row
from speed.say import Say
from lab_cli.problem import Problem
from lab_cli.project import Project


class Parts:
    """Each part yields its rows; a part that cannot be measured here does not stop the others."""

    def __init__(self, project: Project, budget: Budget):
        self.project, self.budget = project, budget
        self.lab: Contender = contenders.lab(project)

    def measure(self, names: Iterable[str], report: Report) -> None:
        for name in names:
            for figure, work in getattr(self, name)():
                self.add(figure, work, report)

    def add(self, figure: str, work: Callable[[Say], Iterable[Row]], report: Report) -> None:
        try:
            with Say(figure) as say:
                report.rows += work(say)
        except (Problem, OSError, psutil.Error) as trouble:
            report.missing.append(Missing(figure, " ".join(str(trouble).split())))

    def kernel(self):
        yield "kernel launches", self.launches
        yield "small cells and idle kernels", lambda say: cells.rows(
            self.kernels(), self.budget.cells, self.budget.idle_seconds, say
        )

    def fork(self):
        yield "bench cell to the first fork", lambda say: first_fork.rows(
            self.lab, self.budget.bench_kernels, self.budget.bench_runs, say
        )

    def score(self):
        yield "scores of a cell and of a jar", lambda say: score.rows(
            self.project, self.lab, self.budget, say
        )

    def load(self):
        yield "open load", lambda say: lateness.rows(
            self.lab, self.budget.loads, self.budget.load_seconds, say
        )

    def truth(self):
        yield "truth of bench", lambda say: truth.rows(
            self.project, self.lab.command[0], self.budget, say
        )

    def launches(self, say: Say) -> Iterable[Row]:
        return launch.rows(launch.by_turns(self.kernels(), self.budget.launches, say))

    def kernels(self) -> list[Contender]:
        return [self.lab, contenders.plain(self.project), contenders.python()]

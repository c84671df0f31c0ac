"""Intervals of benchmark scores, as JMH computes them."""

import math
from dataclasses import dataclass
from typing import Sequence

from speed.spread import Spread

# A two-sided interval of 99.9 %.
CONFIDENCE = 0.9995
STEPS = 2000


@dataclass(frozen=True)
class Interval:
    """A mean, half of its 99.9 % interval, and its number of iterations."""

    mean: float
    error: float
    iterations: int

    @property
    def spread(self) -> Spread:
        return Spread(self.mean, max(0.0, self.mean - self.error), self.mean + self.error)

    @property
    def variance(self) -> float:
        return (self.error / quantile(self.iterations - 1)) ** 2 * self.iterations


def pooled(runs: Sequence[Interval]) -> Interval:
    """All iterations of all runs together, as if JMH had made the runs as forks of one."""
    count = sum(run.iterations for run in runs)
    mean = sum(run.mean * run.iterations for run in runs) / count
    squares = sum(
        run.variance * (run.iterations - 1) + run.iterations * (run.mean - mean) ** 2
        for run in runs
    )
    error = quantile(count - 1) * math.sqrt(squares / (count - 1) / count)
    return Interval(mean, error, count)


def quantile(freedom: int) -> float:
    """Student's t for CONFIDENCE."""
    low, high = 0.0, 1000.0
    while high - low > 1e-6 * high:
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, freedom) < CONFIDENCE else (low, middle)
    return high


def _below(t: float, freedom: int) -> float:
    """The share of the distribution below t: with tan for t, the density is a power of cos."""
    angle = math.atan(t / math.sqrt(freedom))
    width = angle / STEPS
    weights = [1, *[4, 2] * (STEPS // 2 - 1), 4, 1]
    area = sum(w * math.cos(i * width) ** (freedom - 1) for i, w in enumerate(weights)) * width / 3
    norm = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2) - 0.5 * math.log(math.pi)
    return 0.5 + area * math.exp(norm)

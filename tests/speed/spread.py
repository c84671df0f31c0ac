"""Medians with their ranges, and ratios of alternating measurements."""

import statistics
from dataclasses import dataclass
from typing import Sequence


@dataclass(frozen=True)
class Spread:
    """The median and the range of some samples."""

    median: float
    low: float
    high: float

    @staticmethod
    def of(samples: Sequence[float]) -> "Spread":
        return Spread(statistics.median(samples), min(samples), max(samples))

    def overlaps(self, other: "Spread") -> bool:
        return self.low <= other.high and other.low <= self.high


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Compares round by round, so that a slow minute of the machine affects both sides."""
    if len(ours) != len(theirs):
        raise ValueError(f"rounds must come in pairs, were {len(ours)} and {len(theirs)}")
    return Spread.of([our / their for our, their in zip(ours, theirs)])

"""Counts tests in the XML reports that both surefire and pytest write."""

import xml.etree.ElementTree as xml
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.passed + other.passed, self.failed + other.failed,
                     self.skipped + other.skipped)  # fmt: skip

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def count(report: Path) -> Count:
    """Counts one report or all reports of a folder; a missing report counts as nothing."""
    files = sorted(report.glob("*.xml")) if report.is_dir() else [report]
    suites = [suite for file in files if file.exists() for suite in xml.parse(file).iter("testsuite")]
    return sum(map(_of, suites), Count())


def _of(suite) -> Count:
    def number(name: str) -> int:
        return int(suite.get(name) or 0)

    failed, skipped = number("failures") + number("errors"), number("skipped")
    return Count(number("tests") - failed - skipped, failed, skipped)

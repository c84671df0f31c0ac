"""./lab test runs every part, even if an earlier one fails; the total comes last."""

import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from lab_cli import check, chromium, learner, maven, postgres, setup
from lab_cli.jdk import Jdk
from lab_cli.lock import only_one
from lab_cli.problem import Problem
from lab_cli.project import Project
from lab_cli.reports import Count, count


@dataclass(frozen=True)
class Outcome:
    name: str
    count: Count
    seconds: float

    def __str__(self) -> str:
        return f"  {self.name:<28} {self.count}, {self.seconds:.0f} s"


def test(project: Project, parts: list[str]) -> int:
    jdk = setup.ready(project, with_tests=True)
    with learner.nobody(project, quick=True) as environment:
        run = Tests(project, jdk, jdk.environment(environment))
        outcomes = [outcome for part in parts for outcome in getattr(run, part)()]
    total = sum((outcome.count for outcome in outcomes), Count())
    print("\n" + "\n".join(map(str, outcomes)))
    print(f"Total: {total}", flush=True)
    return 1 if total.failed else 0


class Tests:
    """The parts; each method has the name that is used on the command line."""

    def __init__(self, project: Project, jdk: Jdk, environment: dict[str, str]):
        self.project, self.jdk, self.environment = project, jdk, environment
        self.reports = project.build / "reports"

    def unit(self):
        postgres.install_where_possible()
        yield self.maven()
        yield self.pytest("command")

    def notebooks(self):
        yield self.form()
        yield self.pytest("notebooks")

    def kernel(self):
        yield self.pytest("kernel")

    def image(self):
        yield self.pytest("image")

    def browser(self):
        try:
            self.environment["LAB_CHROMIUM"] = chromium.found_or_installed()
        except Problem as problem:
            print(f"\n{problem}")
            yield Outcome("tests/browser", Count(failed=1), 0)
            return
        yield self.pytest("browser")

    def maven(self) -> Outcome:
        reports = self.project.library / "target" / "surefire-reports"
        command = [maven.command(self.project), "-B", "-ntp", "-Dstyle.color=never", "verify"]
        with only_one(self.project):  # The set-up of another ./lab writes to the same target folder.
            shutil.rmtree(reports, ignore_errors=True)
            return self.run("lab-lib (mvn verify)", command, reports, self.project.library)

    def pytest(self, folder: str) -> Outcome:
        place = self.project.root / "tests" / folder
        report = self.reports / f"{folder}.xml"
        report.unlink(missing_ok=True)
        if not list(place.glob("test_*.py")):
            print(f"\nSKIPPED: there are no tests in tests/{folder}")
            return Outcome(f"tests/{folder}", Count(skipped=1), 0)
        command = [self.project.python, "-m", "pytest", place, "-ra", "-c", self.project.root / "tests" / "pytest.ini",
                   "--junitxml", report,
                   "-o", f"cache_dir={self.project.build / 'pytest'}"]  # fmt: skip
        return self.run(f"tests/{folder}", command, report, self.project.root)

    def form(self) -> Outcome:
        print("\n== ./lab check", flush=True)
        began = time.monotonic()
        code = check.check(self.project, fix=False)
        passed = Count(failed=1) if code else Count(passed=1)
        return Outcome("check", passed, time.monotonic() - began)

    def run(self, name: str, command: list, report: Path, folder: Path) -> Outcome:
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        code = subprocess.run([str(part) for part in command], cwd=folder, env=self.environment,
                              stdin=subprocess.DEVNULL).returncode  # fmt: skip
        counted = count(report)
        if code and not counted.failed:
            counted += Count(failed=1)
        return Outcome(name, counted, time.monotonic() - began)

"""How often bench is right about pairs whose ratio is known: identical, 10 % apart, a factor of 2."""

import json
import os
import subprocess
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from lab_cli import progress
from lab_cli.inside import processes
from lab_cli.problem import Problem
from lab_cli.project import Project
from speed.budget import Budget
from speed.report import Aim, Row
from speed.spread import Spread

SOURCES = Path(__file__).parent / "pairs"
BODIES = ("array", "hash", "text", "sort", "branch")


@dataclass(frozen=True)
class Trial:
    """Pairs of one kind: the rival of a body's method, and whether a neighbour burns a core."""

    name: str
    rival: str
    neighbour: bool
    runs: int

    def key(self, number: int) -> str:
        return f"{self.name}/{number}"

    def body(self, number: int) -> str:
        return BODIES[number % len(BODIES)]


def trials(runs: int) -> tuple[Trial, ...]:
    return (
        Trial("A/A, quiet", "Same", False, runs),
        Trial("A/A, busy neighbour", "Same", True, runs),
        Trial("A/B, 10 %", "Tenth", False, max(1, runs // 2)),
        Trial("A/B, factor 2", "Twice", False, max(1, runs // 4)),
    )


def rows(project: Project, java: str, budget: Budget, say):
    """A run that was stopped goes on where it was; one that has ended begins from the start."""
    runs = budget.truth_runs
    kept = Kept(project.build / "bench" / f"truth-{runs}-{budget.truth_seconds}s.jsonl")
    with Driver(project, java, budget.truth_seconds) as driver:
        for trial in trials(runs):
            with neighbour(driver) if trial.neighbour else nullcontext():
                for number in range(trial.runs):
                    say(f"{trial.name}, run {number + 1} of {trial.runs}")
                    if trial.key(number) not in kept.answers:
                        kept.add(trial.key(number), driver.run(trial, number))
    kept.retire()
    for trial in trials(runs):
        yield row(trial, [kept.answers[trial.key(number)] for number in range(trial.runs)])


def row(trial: Trial, answers: list[dict]) -> Row:
    """The spread is that of the seconds; what was said is in the note, the demand in the aim."""
    seconds = [answer["seconds"] for answer in answers]
    return Row(f"truth of {trial.name}", f"{len(answers)} runs", "s", Spread.of(seconds),
               tuple(seconds), aim=aim(trial, answers), note=note(trial, answers))  # fmt: skip


def aim(trial: Trial, answers: list[dict]) -> Aim:
    faster = [each for each in answers if each["ruling"] == "faster"]
    if trial.rival == "Same":
        share = 0.02 if trial.neighbour else 0.01
        return Aim(f"'faster' in at most {share:.0%}", len(faster) <= share * len(answers))
    right = [each for each in faster if each["winner"] == "one"]
    if trial.rival == "Tenth":
        return Aim("right in 9 of 10", len(right) >= 0.9 * len(answers))
    longest = max(each["seconds"] for each in answers)
    return Aim("right each time, in at most 8 s", len(right) == len(answers) and longest <= 8)


def note(trial: Trial, answers: list[dict]) -> str:
    said = {kind: sum(each["ruling"] == kind for each in answers)
            for kind in ("faster", "same", "inconclusive")}  # fmt: skip
    wrong = sum(each["ruling"] == "faster" and each["winner"] == "other" for each in answers)
    counted = ", ".join(f"{count} {kind}" for kind, count in said.items() if count)
    return counted + (f" ({wrong} in the wrong order)" if wrong and trial.rival != "Same" else "")


class Kept:
    """The answers of each run in a file of JSON lines, so that a stopped measurement goes on."""

    def __init__(self, file: Path):
        self.file = file
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        self.answers = {each["key"]: each for each in map(json.loads, lines)}

    def add(self, key: str, answer: dict) -> None:
        self.answers[key] = {"key": key, **answer}
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with open(self.file, "a", encoding="utf-8") as file:
            file.write(json.dumps(self.answers[key]) + "\n")

    def retire(self) -> None:
        """All runs have ended: the next measurement begins from the start."""
        self.file.replace(self.file.with_suffix(".ended.jsonl"))


class Driver:
    """One JVM that calls bench for each line it reads; a kernel would do the same, with more parts."""

    def __init__(self, project: Project, java: str, seconds: int):
        self.project, self.java, self.seconds = project, java, seconds
        self.folder = project.build / "bench" / "truth"
        self.log = project.logs / "truth.log"

    def __enter__(self) -> "Driver":
        self.compile()
        self.process = self.start("pairs.Pairs", str(self.folder / "history.jsonl"))
        return self

    def __exit__(self, *_) -> None:
        processes.end(self.process)

    def compile(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        javac = Path(self.java).with_name("javac" + Path(self.java).suffix)
        processor = "org.openjdk.jmh.generators.BenchmarkProcessor"
        sources = [str(source) for source in sorted(SOURCES.glob("*.java"))]
        progress.run([str(javac), "-cp", self.class_path(), "-processor", processor,
                      "-d", str(self.folder), *sources], self.log, label="Compiling the pairs")  # fmt: skip

    def class_path(self) -> str:
        target = self.project.library / "target"
        jars = sorted((target / "lib").glob("*.jar"))
        return os.pathsep.join(map(str, [self.folder, target / "classes", *jars]))

    def start(self, main: str, *arguments: str) -> subprocess.Popen:
        command = [self.java, "-Xmx256m", "-cp", self.class_path(), main, *arguments]
        with open(self.log, "ab") as log:
            return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                                    text=True, **processes.apart())  # fmt: skip

    def run(self, trial: Trial, number: int) -> dict:
        self.process.stdin.write(f"{trial.body(number)} {trial.rival} {self.seconds}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise Problem(f"The JVM that runs the pairs has ended. Its messages are in {self.log}.")
        return json.loads(answer)


@contextmanager
def neighbour(driver: Driver):
    process = driver.start("pairs.Neighbour")
    try:
        yield
    finally:
        processes.end(process)

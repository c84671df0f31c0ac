"""./lab check: what can be seen without running anything, in seconds."""

import re
import subprocess

from lab_cli import (
    binder, dockerfile, english, exercises, footprints, form, index, jdk, lessons, maven, measured, normal, sizes,
)  # fmt: skip
from lab_cli.findings import Finding
from lab_cli.problem import Problem
from lab_cli.project import Project
from lab_cli.stamp import write_whole

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
VIOLATED = "format violations"
MAVENS_ADVICE = re.compile(r"\[ERROR\]\s*(-> \[Help|\[Help|To see|Re-run|For more|$)")


def check(project: Project, fix: bool) -> int:
    if fix:
        repair(project)
    found = list(findings(project))
    for finding in found:
        print(finding)
    count = f"{len(found)} finding{'s' if len(found) > 1 else ''}"
    print(f"check: {count}" if found else "check: everything is as agreed")
    return 1 if found else 0


def notebooks(project: Project):
    return sorted(project.notebooks.glob("*.ipynb"))


def findings(project: Project):
    for notebook in notebooks(project):
        yield from form.findings(project.root, notebook)
    yield from exercises.findings(project)
    yield from lessons.findings(project)
    yield from measured.findings(project)
    yield from index.findings(project)
    yield from dockerfile.findings(project)
    yield from sizes.findings(project)
    yield from footprints.findings(project)
    yield from english.findings(project)
    yield from formatting(project)


def repair(project: Project) -> None:
    for notebook in notebooks(project):
        new = normal.text(normal.read(notebook))
        if new != notebook.read_text(encoding="utf-8"):
            write_whole(notebook, new)
            print(f"  normalised {notebook.name}")
    binder.complete(project)
    measured.write(project)
    index.write(project)
    dockerfile.copy(project)
    spotless(project, "apply")


def formatting(project: Project):
    """Java's formatting, where a JDK and Maven are there; the unit tests check it anyway."""
    result = spotless(project, "check")
    if result is None:
        print("  (Java's formatting is not checked: it needs a JDK and Maven)")
    elif result.returncode:
        yield from unformatted(result.stdout or result.stderr)


def unformatted(told: str):
    """Maven fails for other reasons too, such as a folder it may not write to."""
    lines = [line.strip() for line in COLOURS.sub("", told).splitlines() if line.strip()]
    if any(VIOLATED in line for line in lines):
        files = [line for line in lines if ".java" in line]
        yield Finding("lab-lib", "\n".join(["is not formatted: mvn spotless:apply does it", *files[:10]]))
        return
    telling = [line for line in lines if not MAVENS_ADVICE.match(line)]
    reason = telling[-1] if telling else "Maven said nothing"
    reason = reason.removeprefix("[ERROR] ").removesuffix(" -> [Help 1]")
    print(f"  (Java's formatting was not looked at: {reason})")


def spotless(project: Project, goal: str):
    command = maven.found(project)
    try:
        found = jdk.find(say=lambda note: None)
    except Problem:
        return None
    if not command:
        return None
    return subprocess.run([command, "-q", "-B", "-Dstyle.color=never", f"spotless:{goal}"], cwd=project.library,
                          env=found.environment(), capture_output=True, text=True)  # fmt: skip

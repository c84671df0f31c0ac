"""The agreed sizes of the library's files."""

import statistics
from pathlib import Path

from lab_cli.findings import Finding, at
from lab_cli.project import Project

USUAL_FILE, LARGE_FILE, LONGEST_FILE, LONGEST_LINE = 70, 200, 300, 100


def findings(project: Project) -> list[Finding]:
    found, lengths = [], []
    for file in sorted((project.library / "src").rglob("*.java")):
        lines = file.read_text(encoding="utf-8").splitlines()
        found += [
            at(project.root, file, f"line has {len(line)} characters; at most {LONGEST_LINE}",
               f":{number}")
            for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE
        ]  # fmt: skip
        if len(lines) > LONGEST_FILE:
            found.append(at(project.root, file, f"has {len(lines)} lines; at most {LONGEST_FILE}"))
        if _is_main(file):
            lengths.append(len(lines))
    return found + list(_overall(sorted(lengths)))


def _is_main(file: Path) -> bool:
    return "java" in file.parts and "test" not in file.parts


def _overall(lengths: list[int]):
    if len(lengths) < 10:
        return
    usual = statistics.median(lengths)
    large = lengths[int(0.9 * len(lengths))]
    if usual > USUAL_FILE:
        yield Finding("lab-lib", f"the median file has {usual:.0f} lines; at most {USUAL_FILE}")
    if large > LARGE_FILE:
        yield Finding("lab-lib", f"a tenth of the files have {large} lines or more; at most {LARGE_FILE}")

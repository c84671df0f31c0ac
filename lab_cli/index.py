"""The generated parts of README.md: the table of notebooks and the links to Binder."""

import re

from lab_cli import binder, form, measured, normal, notebooks
from lab_cli.findings import Finding
from lab_cli.project import Project
from lab_cli.stamp import write_whole


def table(project: Project) -> str:
    published, kept = binder.address(project), measured.read(project)
    columns = ["", "Notebook", "Question", "Time", "Memory", *([""] if published.is_known else [])]
    rows = [row(columns), "|" + "---|" * len(columns)]
    for file in notebooks.all_of(project):
        cells = normal.read(file)["cells"]
        glance = form.at_a_glance(cells) or {}
        title = form.title(cells) or file.stem
        memory = f"{kept[file.name[:2]].peak_mib} MB" if file.name[:2] in kept else ""
        link = [f"[Binder]({published.of(file.name)})"] if published.is_known else []
        rows.append(row([file.name[:2], f"[{title}](notebooks/{file.name})", glance.get("Question", ""),
                         glance.get("Time", ""), memory, *link]))  # fmt: skip
    return "\n".join(rows)


def row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


MADE = {
    "notebooks": table,
    "binder": lambda project: binder.address(project).badge(),
}


def begin(name: str) -> str:
    return f"<!-- {name} -->"


def end(name: str) -> str:
    return f"<!-- end of {name} -->"


def between(name: str) -> re.Pattern:
    return re.compile(f"{re.escape(begin(name))}\n.*?{re.escape(end(name))}", re.DOTALL)


def part(project: Project, name: str) -> str:
    return f"{begin(name)}\n{MADE[name](project)}\n{end(name)}"


def findings(project: Project) -> list[Finding]:
    readme = project.root / "README.md"
    if not readme.exists():
        return [Finding("README.md", "is missing")]
    text = readme.read_text(encoding="utf-8")
    return [finding for name in MADE for finding in _of(project, text, name)]


def _of(project: Project, text: str, name: str):
    found = between(name).search(text)
    if not found:
        yield Finding("README.md", f"the lines {begin(name)} and {end(name)} are missing")
    elif found.group() != part(project, name):
        yield Finding("README.md", f"its {name} part is out of date: ./lab check --fix updates it")


def write(project: Project) -> None:
    readme = project.root / "README.md"
    if readme.exists():
        old = new = readme.read_text(encoding="utf-8")
        for name in MADE:
            new = between(name).sub(lambda _: part(project, name), new)
        if new != old:
            write_whole(readme, new)

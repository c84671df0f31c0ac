"""The table of notebooks in README.md, made from the notebooks themselves."""

import re

from lab_cli import form, measured, normal, notebooks
from lab_cli.findings import Finding
from lab_cli.project import Project
from lab_cli.stamp import write_whole

BEGIN, END = "<!-- notebooks -->", "<!-- end of notebooks -->"
BETWEEN = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)


def table(project: Project) -> str:
    rows = ["| | Notebook | Question | Time | Memory |", "|---|---|---|---|---|"]
    kept = measured.read(project)
    for file in notebooks.all_of(project):
        cells = normal.read(file)["cells"]
        glance = form.at_a_glance(cells) or {}
        title = form.title(cells) or file.stem
        memory = f"{kept[file.name[:2]].peak_mib} MB" if file.name[:2] in kept else ""
        rows.append(f"| {file.name[:2]} | [{title}](notebooks/{file.name}) "
                    f"| {glance.get('Question', '')} | {glance.get('Time', '')} | {memory} |")  # fmt: skip
    return "\n".join([BEGIN, *rows, END])


def findings(project: Project) -> list[Finding]:
    readme = project.root / "README.md"
    if not readme.exists():
        return [Finding("README.md", "is missing")]
    found = BETWEEN.search(readme.read_text(encoding="utf-8"))
    if not found:
        return [Finding("README.md", f"lacks the lines {BEGIN} and {END}")]
    if found.group() != table(project):
        return [Finding("README.md", "the index is not fresh: ./lab check --fix writes it")]
    return []


def write(project: Project) -> None:
    readme = project.root / "README.md"
    if readme.exists():
        old = readme.read_text(encoding="utf-8")
        new = BETWEEN.sub(lambda _: table(project), old)
        if new != old:
            write_whole(readme, new)

"""./lab new 09 caching: the skeleton of a notebook, with its room, its resources and its tests."""

import json
from dataclasses import dataclass
from pathlib import Path
from string import Template

from lab_cli import check, lessons, normal, notebooks, titles
from lab_cli.problem import Problem
from lab_cli.project import Project
from lab_cli.stamp import write_whole

SKELETON = Path(__file__).parent / "skeleton"
ROUNDS = 4
ROUND = slice(2, 7)
"""The cells of one round in _template.ipynb: predict, run, look, judge."""

BOUNDS = {"b": 1.2, "c": 1.5}

NEXT = """\
Everything in it is a placeholder, and everything passes: ./lab check, mvn test, ./lab run {number}.

Next:
  1. Write the question, the predictions and the exercises: in the notebook, in
     predictions-{number}.json and in the folder {number}.1 (./lab check compares them).
  2. Replace the claim {placeholder} in claims.json, in the notebook and in {lesson}.
  3. Write the subject and the judges. CONTRIBUTING.md has all six steps."""


@dataclass(frozen=True)
class Skeleton:
    """The names of a new notebook."""

    project: Project
    number: str
    kebab: str

    @property
    def notebook(self) -> Path:
        return self.project.notebooks / f"{self.number}-{self.kebab}.ipynb"

    @property
    def title(self) -> str:
        return titles.java(self.kebab)

    @property
    def package(self) -> str:
        return titles.package(self.kebab)

    def room(self, part: str) -> Path:
        return self.project.library / "src" / part / "java" / "lab" / "course" / self.package

    def filled(self, text: str) -> str:
        return Template(text).substitute(number=self.number, room=self.package, Title=self.title)


def new(project: Project, number: str, kebab: str) -> int:
    skeleton = Skeleton(project, titles.number(number), kebab)
    _refuse_what_exists(skeleton)
    cells = _cells(skeleton)
    _write(project, skeleton.notebook, normal.text({"cells": cells}))
    _write_java(skeleton)
    _write_resources(skeleton, cells)
    titles.enter(project, skeleton.title, skeleton.package)
    print(f"  added {skeleton.title} to lab.course.Course")
    check.repair(project)
    print("\n" + NEXT.format(number=skeleton.number, placeholder=lessons.PLACEHOLDER, lesson=skeleton.title))
    return 0


def _refuse_what_exists(skeleton: Skeleton) -> None:
    titles.require_kebab(skeleton.kebab)
    for notebook in notebooks.all_of(skeleton.project):
        if notebook.name[:2] == skeleton.number:
            raise Problem(f"Notebook {skeleton.number} exists: {notebook.name}.",
                          "A number is an identity and is never used twice.",
                          f"Take a free one, such as {_free(skeleton.project)}.")  # fmt: skip
    if skeleton.room("main").exists() or skeleton.package in titles.RESERVED:
        raise Problem(f"The package lab.course.{skeleton.package} exists, or cannot be named so.",
                      way_out="Take another title.")  # fmt: skip


def _free(project: Project) -> str:
    taken = {file.name[:2] for file in notebooks.all_of(project)}
    return next(f"{number:02}" for number in range(100) if f"{number:02}" not in taken)


def _cells(skeleton: Skeleton) -> list[dict]:
    """The template with several rounds."""
    template = normal.read(skeleton.project.notebooks / "_template.ipynb")["cells"]
    rounds = [_numbered(cell, k) for k in range(1, ROUNDS + 1) for cell in template[ROUND]]
    cells = [*template[: ROUND.start], *rounds, *template[ROUND.stop :]]
    title = skeleton.kebab.replace("-", " ").capitalize()
    return [
        {**cell, "id": None, "source": normal.source(cell).replace("NN", skeleton.number)
         .replace("Title in a few words", title)} for cell in cells
    ]  # fmt: skip


def _numbered(cell: dict, k: int) -> dict:
    source = normal.source(cell).replace("## 1. ", f"## {k}. ")
    return {**cell, "source": source.replace('predict("NN.1"', f'predict("NN.{k}"')}


def _write_java(skeleton: Skeleton) -> None:
    for part, folder in (("main", "room"), ("test", "tests")):
        for file in sorted((SKELETON / folder).iterdir()):
            name = file.name.replace("Title", skeleton.title)
            text = skeleton.filled(file.read_text(encoding="utf-8"))
            _write(skeleton.project, skeleton.room(part) / name, text)


def _write_resources(skeleton: Skeleton, cells: list[dict]) -> None:
    project, number = skeleton.project, skeleton.number
    folder = project.exercises / f"{number}.1"
    answers = [normal.source(cell) for cell in cells if "todo()" in normal.source(cell)]
    _write(project, folder / "starter.java", answers[0] + "\n")
    for file in sorted((SKELETON / "exercise").iterdir()):
        _write(project, folder / file.name, file.read_text(encoding="utf-8"))
    asked = lessons.asked(cells)
    page = {"predictions": [_prediction(id, text) for id, text in asked.items()]}
    _write(project, lessons.predictions_file(project, number),
           json.dumps(page, indent=2, ensure_ascii=False) + "\n")  # fmt: skip
    lessons.stage_placeholder(project, number)
    print(f"  added {lessons.PLACEHOLDER} of notebook {number} to claims.json")


def _prediction(id: str, text: str) -> dict:
    choices = {
        letter: {"says": says.strip(), "why": "TODO why it is right, or tempting and wrong.",
                 **({"from": BOUNDS[letter]} if letter in BOUNDS else {})}
        for letter, says in lessons.CHOICE.findall(text)
    }  # fmt: skip
    return {"id": id, "settledBy": lessons.PLACEHOLDER, "expected": "c",
            "asks": lessons.ASKED.findall(text)[-1].strip(), "choices": choices}  # fmt: skip


def _write(project: Project, file: Path, text: str) -> None:
    write_whole(file, text)
    print(f"  wrote {file.relative_to(project.root).as_posix()}")

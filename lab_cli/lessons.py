"""Claims and predictions are data of the library; the notebook's text must say the same."""

import json
import re
from pathlib import Path

from lab_cli import form, normal, notebooks
from lab_cli.findings import Finding, at
from lab_cli.problem import Problem
from lab_cli.project import Project
from lab_cli.stamp import write_whole

PLACEHOLDER = "C00"
"""A claim that only the skeleton of a notebook judges; such a notebook is a draft."""

VERDICTS = {"holds", "holds with a condition", "does not hold here"}
ASKED = re.compile(r"\*\*Predict\.\*\*\s+(.+)")
CHOICE = re.compile(r"^- \(([a-z])\) (.+)$", re.MULTILINE)


def claims_file(project: Project) -> Path:
    return project.exercises / "claims.json"


def predictions_file(project: Project, number: str) -> Path:
    return project.exercises / f"predictions-{number}.json"


def claims(project: Project) -> list[dict]:
    return _read(claims_file(project))["claims"]


def verdicts(project: Project, number: str) -> dict[str, list[str]]:
    """The verdicts that are right for each claim of the notebook with this number."""
    return {
        claim["id"]: claim["verdicts"][number] for claim in claims(project) if number in claim["verdicts"]
    }


def _read(file: Path) -> dict:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Problem(f"{file} cannot be read: {error}") from error


def stage_placeholder(project: Project, number: str) -> None:
    """The placeholder's row, first in claims.json, with one more notebook."""
    rows = {claim["id"]: claim for claim in claims(project)}
    claim = rows.pop(PLACEHOLDER, {"id": PLACEHOLDER, "guides": "no guide", "verdicts": {},
                                   "says": "A placeholder: slow takes longer than fast."})  # fmt: skip
    claim["verdicts"][number] = ["holds"]
    write_whole(claims_file(project), text([claim, *rows.values()]))


def text(rows: list[dict]) -> str:
    """claims.json with two lines for each claim."""
    return '{\n  "claims": [\n' + ",\n".join(map(_row, rows)) + "\n  ]\n}\n"


def _row(claim: dict) -> str:
    about = {key: value for key, value in claim.items() if key != "verdicts"}
    first = json.dumps(about, ensure_ascii=False)[:-1]
    return f'    {first},\n     "verdicts": {json.dumps(claim["verdicts"], ensure_ascii=False)}}}'


def is_draft(cells) -> bool:
    return any(PLACEHOLDER in ids.split() for ids in _judged(form.code(cells)))


def _judged(sources) -> list[str]:
    return [ids for source in sources for ids in re.findall(r'\bclaim\(\s*"([^"]*)"', source)]


def findings(project: Project):
    for notebook in notebooks.all_of(project):
        number, cells = notebook.name[:2], normal.read(notebook)["cells"]
        for what in [*_claims(project, number, cells), *_predictions(project, number, cells)]:
            yield at(project.root, notebook, what)
    yield from _wrong_verdicts(project)


def _claims(project: Project, number: str, cells):
    judged = []
    for ids in _judged(form.code(cells)):
        first, *rest = [word for word in re.split(r"[\s,]+", ids) if word != "also"] or [""]
        if first != number:
            yield f'claim("{ids}", ...) must begin with its notebook: claim("{number} {ids}", ...)'
        judged += rest if first.isdigit() else [first, *rest]
    staged = verdicts(project, number).keys()
    for claim in sorted(set(judged) - staged):
        yield f"judges {claim}, and claims.json has no verdicts for notebook {number} there"
    for claim in sorted(staged - set(judged)):
        yield f"claims.json stages {claim} here, and no cell judges it"


def _predictions(project: Project, number: str, cells):
    file = predictions_file(project, number)
    if not file.exists():
        yield f"has no {file.name} beside claims.json"
        return
    kept = {each["id"]: each for each in _read(file)["predictions"]}
    shown = asked(cells)
    for id in sorted(kept.keys() ^ shown.keys()):
        yield f"prediction {id} is only in {'the notebook' if id in shown else file.name}"
    staged = verdicts(project, number).keys()
    for id in sorted(kept.keys() & shown.keys()):
        yield from _compared(file.name, kept[id], shown[id])
        yield from _of_itself(file.name, number, kept[id], staged)


def asked(cells) -> dict[str, str]:
    """The text before each predict("NN.k", ...)."""
    found, before = {}, ""
    for cell in cells:
        if cell["cell_type"] == "markdown":
            before = normal.source(cell)
        for id in re.findall(r'\bpredict\(\s*"([^"]*)"', normal.source(cell)):
            found[id] = before
    return found


def _compared(name: str, kept: dict, text: str):
    question = ASKED.findall(text)
    if not question or question[-1].strip() != kept["asks"]:
        yield f"prediction {kept['id']} asks something else in {name}: {kept['asks']}"
    shown = dict(CHOICE.findall(text[text.rfind("**Predict.**") :]))
    for letter in sorted(shown.keys() | kept["choices"].keys()):
        there = kept["choices"].get(letter, {}).get("says", "(missing)")
        if shown.get(letter, "(missing)").strip() != there:
            yield f"prediction {kept['id']}: choice ({letter}) says something else in {name}: {there}"


def _of_itself(name: str, number: str, kept: dict, staged):
    id, choices = kept["id"], kept["choices"]
    if not id.startswith(f"{number}."):
        yield f"{name}: the id of prediction {id} must begin with {number}."
    if kept["settledBy"] not in staged:
        yield f"{name}: prediction {id} is settled by {kept['settledBy']}, which is no claim of this notebook"
    if kept["expected"] not in choices:
        yield f"{name}: prediction {id} expects ({kept['expected']}), which is no choice"
    bounds = [choice["from"] for choice in choices.values() if "from" in choice]
    if bounds and (len(bounds) != len(choices) - 1 or len(set(bounds)) != len(bounds)):
        yield f"{name}: prediction {id} needs a different `from` for each choice but the lowest"


def _wrong_verdicts(project: Project):
    if not claims_file(project).exists():
        return
    numbers = {file.name[:2] for file in notebooks.all_of(project)}
    for claim in claims(project):
        for number, right in claim["verdicts"].items():
            if number not in numbers:
                yield Finding("claims.json", f"{claim['id']} names notebook {number}, which does not exist")
            if not right or not set(right) <= VERDICTS:
                yield Finding("claims.json", f"{claim['id']}: a verdict is one of {', '.join(sorted(VERDICTS))}")

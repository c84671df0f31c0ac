"""What ./lab check sees where a notebook and the files of its claims and predictions differ."""

import json

import pytest
from lab_cli import lessons, normal
from lab_cli.project import Project

PREDICT = "**Predict.** It takes …\n\n- (a) long\n- (b) not long, `here`"


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path)
    project.notebooks.mkdir()
    project.exercises.mkdir(parents=True)
    keep(project, claims())
    keep(project, {"predictions": [prediction()]}, "predictions-02.json")
    return project


def claims(**changed):
    claim = {"id": "C1", "guides": "S0", "says": "x", "verdicts": {"02": ["holds"]}, **changed}
    return {"claims": [claim]}


def prediction(**changed):
    choices = {"a": choice("long"), "b": choice("not long, `here`")}
    return {"id": "02.1", "asks": "It takes …", "settledBy": "C1", "expected": "a",
            "choices": choices, **changed}  # fmt: skip


def choice(says, **bound):
    return {"says": says, "why": "because", **bound}


def keep(project, content, name="claims.json"):
    (project.exercises / name).write_text(json.dumps(content), encoding="utf-8")


def write(project, text=PREDICT, predict="predict(\"02.1\", '?')", claim='claim("02 C1", x)'):
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": text},
        {"cell_type": "code", "metadata": {}, "source": predict, "outputs": []},
        {"cell_type": "code", "metadata": {}, "source": claim, "outputs": []},
    ]
    (project.notebooks / "02-a-name.ipynb").write_text(normal.text({"cells": cells}), encoding="utf-8")


def said(project):
    return [finding.what for finding in lessons.findings(project)]


def test_a_notebook_that_says_what_the_files_say_has_no_findings(project):
    write(project)
    assert said(project) == []


@pytest.mark.parametrize(
    "damage, words",
    [
        ({"claim": 'claim("C1", x)'}, 'claim("02 C1", ...)'),
        ({"claim": 'claim("05 C1", x)'}, "must begin with its notebook"),
        ({"claim": 'claim("02 C1 C2", x)'}, "judges C2"),
        ({"claim": "run();"}, "no cell judges it"),
        ({"text": PREDICT.replace("It takes", "It lasts")}, "asks something else"),
        ({"text": PREDICT.replace("long, `here`", "short")}, "choice (b) says something else"),
        ({"text": PREDICT + "\n- (c) forever"}, "choice (c) says something else"),
        ({"predict": "predict(\"02.2\", '?')"}, "prediction 02.2 is only in the notebook"),
        ({"predict": "run();"}, "prediction 02.1 is only in predictions-02.json"),
    ],
)  # fmt: skip
def test_a_notebook_that_says_something_else_is_noticed(project, damage, words):
    write(project, **damage)
    assert any(words in finding for finding in said(project)), said(project)


BOUNDS = {"a": choice("long", **{"from": 2}), "b": choice("not long, `here`", **{"from": 2})}


@pytest.mark.parametrize(
    "changed, words",
    [
        ({"settledBy": "C2"}, "settled by C2"),
        ({"expected": "c"}, "expects (c)"),
        ({"choices": BOUNDS}, "needs a different `from`"),
    ],
)
def test_a_prediction_that_cannot_be_settled_is_noticed(project, changed, words):
    keep(project, {"predictions": [prediction(**changed)]}, "predictions-02.json")
    write(project)
    assert [words in finding for finding in said(project)] == [True]


@pytest.mark.parametrize(
    "verdicts, words",
    [
        ({"02": ["holds"], "07": ["holds"]}, "notebook 07, which does not exist"),
        ({"02": ["perhaps"]}, "a verdict is one of"),
        ({"02": []}, "a verdict is one of"),
    ],
)
def test_a_verdict_that_no_run_can_give_is_noticed(project, verdicts, words):
    keep(project, claims(verdicts=verdicts))
    write(project)
    assert [words in finding for finding in said(project)] == [True]


def test_a_notebook_without_predictions_is_noticed(project):
    (project.exercises / "predictions-02.json").unlink()
    write(project)
    assert said(project) == ["has no predictions-02.json beside claims.json"]

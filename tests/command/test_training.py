"""The training of the start-up cache: what it keeps, and the message when it fails."""

import pytest
from lab_cli import progress, training
from lab_cli.inside import train
from lab_cli.jdk import Jdk
from lab_cli.problem import Problem
from lab_cli.project import Project


def test_training_does_not_change_the_files_of_the_learner(monkeypatch, tmp_path):
    monkeypatch.setenv("LAB_HOME", "the learner's")
    assert train.environment(str(tmp_path))["LAB_HOME"] == str(tmp_path)


@pytest.mark.parametrize("codes, end", [([0], 0), ([1, 0], 0), ([1, 1, 1], 1)])
def test_a_kernel_that_did_not_start_is_started_again(codes, end, monkeypatch):
    left = iter(codes)
    monkeypatch.setattr(train, "trained", lambda *_: next(left))
    assert train.main(60, ["java"]) == end
    assert list(left) == []


def test_a_training_that_failed_is_one_line_with_its_log(monkeypatch, tmp_path, capsys):
    def fail(*_, **__):
        raise Problem("Training failed (exit 1). The end of its output:")

    project = Project(tmp_path)
    project.kernelspec.mkdir(parents=True)
    (project.kernelspec / "lab-kernel.jar").touch()
    monkeypatch.setattr(progress, "run", fail)
    training.train_once(project, Jdk(tmp_path, "25"))
    assert capsys.readouterr().out.splitlines()[-1] == (
        "  (no start-up cache: the training failed, see build/logs/training.log; "
        "the kernel starts slower)"
    )

"""./lab new: what it writes passes ./lab check at once, and what it must not overwrite it refuses."""

import re
import shutil
import subprocess

import pytest
from lab_cli import check, dockerfile, exercises, form, index, jdk, lessons, measured, new, notebooks, titles
from lab_cli.problem import Problem
from lab_cli.project import Project

from tests.conftest import PROJECT

KEPT = ["README.md", "binder/address.json", "lab-lib/src/main/java/lab/course/Course.java"]
FOLDERS = ["notebooks", "lab-lib/src/main/resources/lab/course"]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The lab's notebooks, and what belongs to them."""
    monkeypatch.setattr(check, "spotless", lambda project, goal: None)
    monkeypatch.setattr(dockerfile, "copy", lambda project: None)
    for path in KEPT:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT.root / path, tmp_path / path)
    for path in FOLDERS:
        shutil.copytree(PROJECT.root / path, tmp_path / path)
    return Project(tmp_path)


def findings(project):
    """What ./lab check sees in notebooks, their resources and the index."""
    for part in (exercises, lessons, measured, index):
        yield from map(str, part.findings(project))
    for file in notebooks.all_of(project):
        yield from map(str, form.findings(project.root, file))


def test_what_is_written_has_no_findings(project, capsys):
    assert new.new(project, "9", "http-caching") == 0
    said = capsys.readouterr().out
    assert list(findings(project)) == []
    assert "wrote notebooks/09-http-caching.ipynb" in said
    assert "Replace the claim C00" in said
    assert (project.library / "src/main/java/lab/course/httpcaching/HttpCaching.java").exists()
    assert (project.library / "src/test/java/lab/course/httpcaching/HttpCachingTest.java").exists()
    assert "09-http-caching.ipynb" in (project.root / "README.md").read_text()


def test_no_placeholder_of_the_skeleton_is_left(project):
    new.new(project, "09", "caching")
    written = [*project.library.rglob("caching/*.java"), *project.exercises.glob("09.1/*"),
               project.exercises / "predictions-09.json", project.notebooks / "09-caching.ipynb"]  # fmt: skip
    assert len(written) == 12
    for file in written:
        text = file.read_text(encoding="utf-8")
        assert "$" not in text and "NN" not in text, file


def test_lessons_are_listed_in_the_order_of_their_notebooks(project):
    before = re.findall(r"(\w+)\.lesson\(\)", titles.course(project).read_text(encoding="utf-8"))
    new.new(project, "01", "event-loop")
    text = titles.course(project).read_text(encoding="utf-8")
    order = [before[0], "EventLoop", *before[1:]]
    assert re.findall(r"(\w+)\.lesson\(\)", text) == order
    imports = re.findall(r"^import .*", text, re.MULTILINE)
    assert imports == sorted(imports) and len(imports) == len(order) + 2
    assert text.startswith("package lab.course;\n\nimport java.util.List;\n")


@pytest.mark.parametrize(
    "number, title, words",
    [
        ("06", "caching", "Notebook 06 exists: 06-queries.ipynb"),
        ("6", "caching", "Take a free one, such as 01"),
        ("100", "caching", "00 to 99"),
        ("x", "caching", "00 to 99"),
        ("09", "Caching", "cannot name a notebook"),
        ("09", "load_testing", "small letters, digits and single dashes"),
        ("09", "-caching", "cannot name a notebook"),
        ("09", "9-caching", "cannot name a notebook"),
        ("09", "queries", "exists, or cannot be named so"),
        ("09", "class", "exists, or cannot be named so"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(project, number, title, words):
    (project.library / "src/main/java/lab/course/queries").mkdir(parents=True)
    before = sorted(project.root.rglob("*"))
    with pytest.raises(Problem) as refused:
        new.new(project, number, title)
    assert words in str(refused.value)
    assert sorted(project.root.rglob("*")) == before


def test_what_is_written_compiles(project, tmp_path):
    """With the library as it is: a change there that breaks the skeleton is noticed here."""
    classes = PROJECT.library / "target" / "classes"
    if not classes.exists():
        pytest.skip("the library is not compiled: ./lab setup does it")
    new.new(project, "09", "caching")
    room = project.library / "src/main/java/lab/course/caching"
    javac = jdk.find(say=lambda note: None).javac
    command = [javac, "-d", tmp_path / "classes", "-cp", classes, *room.glob("*.java")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr

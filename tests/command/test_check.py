"""What ./lab check finds: each rule is broken once, in an invented project."""

import json
import subprocess
import subprocess

import pytest
from lab_cli import binder, check, exercises, footprints, form, index, normal, reports
from lab_cli.problem import Problem
from lab_cli.project import Project

GLANCE = "| Question | You will see | Time | Needs |\n|---|---|---|---|\n| Why? | A chart | 5 min | - |"


def text(source):
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def code(source):
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": []}


def good_cells():
    rounds = [cell for _ in range(12) for cell in (text("Look."), code("run();"))]
    return [
        text(f"# A title\n\n{GLANCE}"),
        code("predict(\"02.1\", '?')"),
        *rounds,
        text("## Summary"),
        code('claim("C1", x)'),
        text("Next: the next one."),
    ]


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path)
    project.notebooks.mkdir()
    return project


def write(project, cells, name="02-a-name.ipynb"):
    file = project.notebooks / name
    file.write_text(normal.text({"cells": cells}), encoding="utf-8")
    return file


def said(project, cells, name="02-a-name.ipynb"):
    file = write(project, cells, name)
    return [finding.what for finding in form.findings(project.root, file)]


def test_a_notebook_of_the_agreed_form_has_no_findings(project):
    assert said(project, good_cells()) == []



def replace(index, cell):
    return lambda cells: cells.__setitem__(index, cell)


@pytest.mark.parametrize(
    "damage, words",
    [
        (replace(0, text(GLANCE)), "title"),
        (replace(0, text("# A title")), "table"),
        (replace(1, code("run();")), "predict"),
        (replace(1, code("predict(\"02.1\", 'b')")), 'prediction "02.1" is answered already'),
        (replace(-2, code("run();")), "claim"),
        (replace(-3, text("The end")), "Summary"),
        (replace(-1, text("Bye.")), "what is next"),
        (replace(2, code("run();")), "three code cells in a row"),
        (replace(3, code("run();\n" * 21)), "21 lines of code"),
        (replace(0, text(f"# A title\n\n{GLANCE}\n\n" + "word " * 150)), "words stand before"),
        (lambda cells: cells.__delitem__(slice(2, 20)), "cells; 25 to 60"),
        (lambda cells: cells.extend([text("next")] * 40), "cells; 25 to 60"),
    ],
)  # fmt: skip
def test_each_rule_is_noticed_when_it_is_broken(project, damage, words):
    cells = good_cells()
    damage(cells)
    findings = said(project, cells)
    assert any(words in finding for finding in findings), findings


def test_many_long_cells_are_noticed(project):
    cells = [code("run();\n" * 7) if cell["source"] == "run();" else cell for cell in good_cells()]
    assert any("50%" in finding for finding in said(project, cells))


def test_outputs_and_counts_are_noticed_and_fixed(project):
    file = write(project, good_cells())
    notebook = json.loads(file.read_text())
    notebook["cells"][1]["execution_count"] = 7
    notebook["cells"][1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x"}]
    notebook["metadata"]["widgets"] = {}
    file.write_text(json.dumps(notebook))
    assert [finding.what for finding in form.findings(project.root, file)] == [
        "is not normalised: ./lab check --fix does it"
    ]
    file.write_text(normal.text(normal.read(file)), encoding="utf-8")
    assert form.findings(project.root, file) == []


def test_ids_stay_and_are_given_once():
    cells = [{**text("a"), "id": "one"}, {**text("b"), "id": "one"}, text("c"), text("c")]
    first = normal.normal({"cells": cells})
    ids = [cell["id"] for cell in first["cells"]]
    assert ids[0] == "one" and len(set(ids)) == 4
    assert normal.text(first) == normal.text(json.loads(normal.text(first)))


def published(project, **changed):
    file = project.root / "binder" / "address.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"owner": "us", "repository": "lab", "tag": "v1", **changed}))


def test_the_index_and_the_links_are_made_from_the_notebooks_and_the_address(project):
    write(project, good_cells())
    published(project)
    readme = project.root / "README.md"
    old = [f"{index.begin(name)}\nold\n{index.end(name)}\n" for name in index.MADE]
    readme.write_text(f"# X\n\n{''.join(old)}rest\n")
    assert ["out of date" in finding.what for finding in index.findings(project)] == [True, True]
    index.write(project)
    assert index.findings(project) == []
    link = "https://mybinder.org/v2/gh/us/lab/v1?urlpath=lab/tree/notebooks/"
    row = f"| 02 | [A title](notebooks/02-a-name.ipynb) | Why? | 5 min |  | [Binder]({link}02-a-name.ipynb) |"
    assert row in readme.read_text()
    assert f"({link}00-start-here.ipynb)" in readme.read_text()
    assert readme.read_text().endswith("rest\n")


def test_links_to_another_version_than_the_published_one_are_noticed(project):
    write(project, good_cells())
    published(project)
    (project.root / "README.md").write_text("\n".join(index.part(project, name) for name in index.MADE))
    assert index.findings(project) == []
    published(project, tag="v2")
    assert len(index.findings(project)) == 2


def test_without_an_owner_there_are_no_links_that_lead_nowhere(project):
    write(project, good_cells())
    published(project, owner="OWNER")
    made = "\n".join(index.part(project, name) for name in index.MADE)
    assert "mybinder" not in made and "./lab check --fix" in made
    assert "| | Notebook | Question | Time | Memory |\n|---|---|---|---|---|\n" in made.replace("|  |", "| |")


@pytest.mark.parametrize(
    ("remote", "owner"),
    [
        ("https://github.com/ada/slow-lab.git", "ada"),
        ("git@github.com:ada/slow-lab.git", "ada"),
        ("https://github.com/ada/slow-lab", "ada"),
        ("https://git.example.org/ada/slow-lab.git", "OWNER"),
        (None, "OWNER"),
    ],
)
def test_owner_and_repository_come_from_the_clones_remote(project, remote, owner):
    published(project, owner="OWNER")
    subprocess.run(["git", "init", "-q", project.root], check=True)
    if remote:
        subprocess.run(["git", "-C", project.root, "remote", "add", "origin", remote], check=True)
    binder.complete(project)
    address = binder.address(project)
    assert (address.owner, address.repository) == (owner, "slow-lab" if owner == "ada" else "lab")


def test_an_owner_that_the_file_names_stays(project):
    published(project)
    subprocess.run(["git", "init", "-q", project.root], check=True)
    subprocess.run(["git", "-C", project.root, "remote", "add", "origin", "https://github.com/ada/x"], check=True)
    binder.complete(project)
    assert binder.address(project).owner == "us"


@pytest.mark.parametrize("text", ["", "{}", '{"owner": "us"}', "[1]", '{"own": 1}'])
def test_an_address_that_cannot_be_read_is_explained(project, text):
    published(project)
    (project.root / "binder" / "address.json").write_text(text)
    with pytest.raises(Problem, match="binder/address.json"):
        binder.address(project)


def exercise(project, **files):
    folder = project.exercises / "02.1"
    folder.mkdir(parents=True)
    for name in ("starter.java", "hint1.md", "solution.java", "wrong1.java"):
        (folder / name).write_text(files.get(name.split(".")[0], "int x = 1; // TODO"))
    return folder


def test_a_starter_that_the_notebook_does_not_show_is_noticed(project):
    exercise(project, starter="int y;")
    write(project, [code("int x;"), code('check("02.1", x)')])
    assert ["starter" in finding.what for finding in exercises.findings(project)] == [True]


def test_an_exercise_as_the_notebook_shows_it_has_no_findings(project):
    exercise(project)
    write(project, [code("int x = 1; // TODO"), code('check("02.1", x)')])
    assert exercises.findings(project) == []


def test_an_exercise_without_hints_or_check_is_noticed(project):
    (exercise(project) / "hint1.md").write_text(" \n")
    write(project, [code("int x = 1; // TODO")])
    assert len(exercises.findings(project)) == 2


@pytest.mark.parametrize(
    "cell, argument",
    [('check("02.1", new Mine())', "new Mine()"), ('check("02.1", f(a, b));', "f(a, b)")],
)
def test_the_argument_of_a_check_is_read_from_its_cell(cell, argument):
    assert exercises.argument([code(cell)], "02.1") == argument


@pytest.mark.parametrize(
    "name, content, words",
    [
        ("A.java", 'var p = Path.of("/home/somebody/x");', "path of one machine"),
        ("b.txt", "--index-url https://" + "pypi" + ".org/simple", "package registry"),
        ("c.md", "see [this](not/there.md)", "does not exist"),
    ],
)
def test_what_only_one_machine_has_is_noticed(project, name, content, words):
    subprocess.run(["git", "init", "-q", project.root], check=True)
    (project.root / name).write_text(content)
    subprocess.run(["git", "-C", project.root, "add", name], check=True)
    assert [words in finding.what for finding in footprints.findings(project)] == [True]


def test_without_git_a_note_says_that_paths_are_not_checked(project, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert footprints.findings(project) == []
    assert "not checked: no git" in capsys.readouterr().out


ADVICE = "[ERROR] \n[ERROR] Re-run Maven using -X\n[ERROR] [Help 1] http://example.org\n\x1b[0m\n"


def test_java_that_is_not_formatted_is_a_finding_with_its_files():
    told = f"[ERROR] had format violations:\n[ERROR]   src/A.java\n{ADVICE}"
    [finding] = check.unformatted(told)
    assert "mvn spotless:apply" in finding.what and "src/A.java" in finding.what


def test_a_maven_that_fails_otherwise_is_no_finding_but_said(capsys):
    told = f"[ERROR] no index: Read-only file system -> [Help 1]\n{ADVICE}"
    assert list(check.unformatted(told)) == []
    said = capsys.readouterr().out
    assert said == "  (Java's formatting was not looked at: no index: Read-only file system)\n"


def test_tests_are_counted_as_both_runners_report_them(tmp_path):
    (tmp_path / "TEST-a.xml").write_text(
        '<testsuite tests="5" failures="1" errors="1" skipped="1"></testsuite>'
    )
    (tmp_path / "b.xml").write_text(
        '<testsuites><testsuite tests="2" failures="0" errors="0" skipped="0"/></testsuites>'
    )
    assert reports.count(tmp_path) == reports.Count(passed=4, failed=2, skipped=1)
    assert str(reports.count(tmp_path / "none.xml")) == "0 passed, 0 failed, 0 skipped"

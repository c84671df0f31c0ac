"""The words that ./lab check does not accept, and the text in which it looks for them."""

import pytest
from lab_cli import english, normal
from lab_cli.project import Project


def found(text):
    return [word for _, word, _ in english.words(text)]


@pytest.mark.parametrize(
    "text, word",
    [
        ("First mend the longest bar.", "mend"),
        ("It is compiled anew.", "anew"),
        ("Reckon with it.", "Reckon"),
        ("Whoever waits is served.", "Whoever"),
        ("The number needs no nought.", "nought"),
        ("It waited in vain.", "in vain"),
        ("The pool is besieged.", "besieged"),
        ("An outage that it lived through.", "lived through"),
        ("It takes so many times the distance.", "so many times"),
        ("Both are measured by turns.", "by turns"),
        ("A JVM left to itself has four.", "left to itself"),
        ("The figure stands under the table.", "stands under"),
        ("(a) below 10 ms, for it is fast", "for it is"),
        ("A client waits until he is served.", "he"),
        ("It doesn't wait.", "doesn't"),
        ("It can’t wait.", "can’t"),
        ("That's all.", "That's"),
    ],
)
def test_a_word_that_does_not_belong_is_found(text, word):
    assert found(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "I recommend to amend it: the header of the theme is theirs, this is the cheapest.",
        "The stub stands in for the database, and three connections are spare.",
        "It waits for the reply, for example; there is time for it.",
        "The user's own pool; `he's` and `don't` are code, as is\n```\nwhoever\n```",
        "Turns takes the two in turn.",
    ],
)
def test_plain_english_passes(text):
    assert found(text) == []


def test_a_finding_names_the_file_the_line_and_a_better_word(tmp_path):
    (tmp_path / "README.md").write_text("# Title\n\nIt is\nmended.\n")
    [finding] = english.findings(Project(tmp_path))
    assert str(finding) == '  README.md:4: "mended" is not plain English; better: fix'


def test_a_notebook_is_read_cell_by_cell_and_its_code_only_in_comments_and_strings(tmp_path):
    code = "int whoever = 'n';  // made anew\nshow(\"seldom\");"
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": "Fine."},
        {"cell_type": "code", "metadata": {}, "source": code, "outputs": []},
    ]
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "02-a.ipynb").write_text(normal.text({"cells": cells}))
    places = [finding.place for finding in english.findings(Project(tmp_path))]
    assert places == ["notebooks/02-a.ipynb cell 2"] * 2


def test_python_is_read_in_comments_and_strings_only(tmp_path):
    (tmp_path / "lab_cli").mkdir()
    (tmp_path / "lab_cli" / "a.py").write_text('his = 1\n# anew\nprint(f"{his} is\\n dear")\n')
    findings = english.findings(Project(tmp_path))
    assert [finding.place for finding in findings] == ["lab_cli/a.py:2", "lab_cli/a.py:3"]


def test_java_is_read_in_comments_and_strings_only(tmp_path):
    java = 'class Whoever {\n  /** It is\n   * mended. */\n  String s = "a \\" anew";\n  char c = \'"\';\n}\n'
    (tmp_path / "A.java").write_text(java)
    findings = list(english._of(tmp_path, tmp_path / "A.java"))
    assert [finding.place for finding in findings] == ["A.java:3", "A.java:4"]

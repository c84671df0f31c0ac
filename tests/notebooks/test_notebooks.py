"""Every notebook, run in a new kernel with small budgets."""

import re

import nbformat
import pytest
from lab_cli import form, lessons, normal, notebooks

from tests.conftest import PROJECT
from lab_cli.inside.execute import Run

IMPORT = "import static lab.Lab.*;"
INCONCLUSIVE = "inconclusive in this run"


def name(notebook) -> str:
    return notebook.stem


@pytest.fixture(scope="module", params=notebooks.all_of(PROJECT), ids=name)
def executed(request):
    run = Run(request.param)
    failure = run.execute()
    folder = PROJECT.build / "executed-by-tests"
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(run.content, folder / request.param.name)
    return run.content, failure


def html_of(content):
    for cell in content.cells:
        for output in cell.get("outputs", []):
            yield output.get("data", {}).get("text/html", "")


def test_no_cell_takes_values_away_from_earlier_ones(executed):
    """A learner who runs a notebook from top to bottom reads no note about lost values."""
    content, _ = executed
    printed = [output.text for cell in content.cells for output in cell.get("outputs", [])
               if output.output_type == "stream"]  # fmt: skip
    assert [text for text in printed if "was declared again" in text] == []


def test_it_runs_to_its_end(executed):
    content, failure = executed
    assert failure is None, failure


def test_no_cell_shows_an_error(executed):
    content, _ = executed
    shown = [output for cell in content.cells for output in cell.get("outputs", [])]
    assert [output.ename for output in shown if output.output_type == "error"] == []


def test_every_figure_describes_in_words_what_it_shows(executed):
    content, _ = executed
    images = [tag for html in html_of(content) for tag in re.findall(r"<img\b[^>]*>", html)]
    assert images, "no figure was drawn"
    for image in images:
        alt = re.search(r'alt="([^"]*)"', image)
        assert alt and len(alt.group(1).split()) >= 4, f"too little alt text: {image[:200]}"


def test_no_picture_comes_without_alt_text(executed):
    content, _ = executed
    for cell in content.cells:
        for output in cell.get("outputs", []):
            assert "image/png" not in output.get("data", {}), cell.source


def verdicts_of(content) -> dict[str, str]:
    """The outcome of each claim, as the last cell with all claims shows it."""
    asked = [cell for cell in content.cells if cell.source.startswith("claims(")]
    text = asked[-1].outputs[0]["data"]["text/plain"]
    rows = [line for line in text.splitlines() if re.match(r"C\d+ · ", line)]
    return {row.split(" · ")[0]: row.rsplit(" · ", 1)[1].split(":")[0] for row in rows}


def test_the_run_judges_every_claim_as_it_did_before(executed, request):
    """On a busy machine a few claims may stay open, but none may become its opposite."""
    content, _ = executed
    number = request.node.callspec.params["executed"].name[:2]
    expected = lessons.verdicts(PROJECT, number)
    seen = verdicts_of(content)
    assert seen.keys() == {claim for claim in expected}
    unexpected = {
        claim: verdict
        for claim, verdict in seen.items()
        if verdict not in expected[claim] and verdict != INCONCLUSIVE
    }
    assert unexpected == {}
    assert list(seen.values()).count(INCONCLUSIVE) <= len(seen) / 4, seen


def test_an_untouched_exercise_is_not_yet_done(executed):
    content, _ = executed
    for cell in content.cells:
        if cell.cell_type == "code" and re.match(r'\s*check\("', cell.source):
            texts = [output.get("data", {}).get("text/plain", "") for output in cell.outputs]
            assert any(text.startswith("Not yet") for text in texts), (cell.source, texts)


@pytest.mark.parametrize("notebook", notebooks.all_of(PROJECT), ids=name)
def test_the_import_is_the_first_code(notebook):
    assert IMPORT in form.code(normal.read(notebook)["cells"])[0]

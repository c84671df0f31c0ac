"""The first notebook, opened by ./lab start."""

import pytest
from lab_cli import notebooks

from tests.browser.jupyter import Notebook, until
from tests.conftest import PROJECT

IMPORT = "import static lab.Lab.*;"
FIRST = next((file for file in notebooks.all_of(PROJECT) if file.name.startswith("00")), None)

pytestmark = pytest.mark.skipif(FIRST is None, reason="there is no notebook 00")


@pytest.fixture
def notebook(lab, page):
    return Notebook(page, lab.page_of(f"notebooks/{FIRST.name}"))


def test_all_cells_run_and_figures_have_text_alternatives(notebook):
    notebook.run_all()
    until(lambda: notebook.prompt(notebook.cells() - 1).isdigit(), 300, "it did not reach its end")
    assert notebook.page.locator(".jp-OutputArea-output[data-mime-type*=error]").count() == 0
    images = notebook.page.locator(".jp-OutputArea-output img")
    assert images.count() > 0
    for number in range(images.count()):
        assert len(images.nth(number).get_attribute("alt").split()) >= 4
        assert images.nth(number).evaluate("image => image.complete && image.naturalWidth > 100")


def test_a_benchmark_shows_live_progress_and_then_a_chart(notebook):
    number = notebook.number_of("bench(")
    run_before(notebook, number)
    seen = set()
    notebook.start(number)
    until(lambda: notebook.prompt(number) == "*", 30, "the benchmark did not start")

    def ended() -> bool:
        seen.add(notebook.output(number))
        return notebook.prompt(number).isdigit()

    until(ended, 120, "the benchmark did not end")
    assert len(seen - {""}) >= 4, f"no live progress: {seen}"
    assert notebook.outputs(number).locator("img[alt]").count() == 1


def test_a_section_can_be_run_after_a_restart(notebook):
    number = notebook.number_of("bench(")
    run_before(notebook, number)
    notebook.restart()
    run_before(notebook, number)
    notebook.run(number, 120)
    assert notebook.outputs(number).locator("img[alt]").count() == 1


def run_before(notebook, number: int) -> None:
    """Runs the import and the cell with the code that the benchmark measures."""
    notebook.run(notebook.number_of(IMPORT))
    notebook.run(number - 1)

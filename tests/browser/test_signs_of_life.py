"""A long cell in JupyterLab shows a line with the time left, and removes it before the result."""

from tests.browser.jupyter import Notebook, until, write_notebook
from tests.conftest import PROJECT

SCRATCH = "build/browser/signs.ipynb"
SERVER = "import static lab.Lab.*;\nvar server = lab.server.LoopServer.open();"
LOAD = 'lab.load.Load.on(server.at("/fast")).run(open(50), ofSeconds(4))'


def test_the_line_counts_down_and_is_removed_when_the_figure_appears(lab, page):
    write_notebook(PROJECT.root / SCRATCH, SERVER, LOAD)
    notebook = Notebook(page, lab.page_of(SCRATCH))
    notebook.run(0)
    seen = set()
    notebook.start(1)

    def ended() -> bool:
        seen.add(notebook.output(1))
        return notebook.prompt(1).isdigit()

    until(ended, 60, "the load did not end")
    lines = [text for text in seen if text.startswith("load on /fast")]
    assert len(lines) >= 2, seen
    assert notebook.outputs(1).locator("img[alt]").count() == 1
    assert "left" not in notebook.output(1)
    assert notebook.outputs(1).first.bounding_box()["height"] < 12

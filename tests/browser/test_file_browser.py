"""What learners see next to a notebook: the kernel is ready, and only their files are listed."""

import re

from tests.browser.jupyter import Notebook, write_notebook
from tests.conftest import PROJECT

SCRATCH = "build/browser/status.ipynb"


def test_a_kernel_is_idle_before_the_first_cell_runs(lab, page):
    write_notebook(PROJECT.root / SCRATCH, "1 + 1")
    Notebook(page, lab.page_of(SCRATCH))

    page.locator("#jp-main-statusbar").get_by_text(re.compile(r"\| Idle")).wait_for()


def test_files_of_maintainers_are_hidden_and_images_are_still_served(lab, page):
    Notebook(page, lab.page_of("notebooks/00-start-here.ipynb"))
    names = page.locator(".jp-DirListing-itemName")
    names.get_by_text("00-start-here.ipynb").wait_for()

    shown = names.all_inner_texts()
    assert not {"_template.ipynb", "measured.json", "images"} & set(shown)
    image = f"{lab.address}/files/notebooks/images/stalls.png?token={lab.token}"
    assert page.request.get(image).ok

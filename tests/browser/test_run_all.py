"""Run All is never lost in silence, however early it comes."""

import pytest

from tests.browser.jupyter import Notebook, until, write_notebook
from tests.conftest import PROJECT

NOTICE = "still initializing"


@pytest.fixture
def scratch():
    names = [f"build/browser/early-{number}.ipynb" for number in range(3)]
    for name in names:
        write_notebook(PROJECT.root / name, "int first = 1;", "first + 41")
    return names


def is_noticed(notebook) -> bool:
    return notebook.page.locator(".Toastify__toast", has_text=NOTICE).count() > 0


def hold_what_starts_a_kernel(route, held: list) -> None:
    held.append(route) if route.request.method == "POST" else route.continue_()


def test_before_the_kernel_is_there_a_notice_says_so(lab, page, scratch):
    held = []
    page.route("**/api/sessions*", lambda route: hold_what_starts_a_kernel(route, held))
    notebook = Notebook(page, lab.page_of(scratch[0]), connected=False)
    notebook.run_all()
    until(lambda: is_noticed(notebook), 10, "Run All was lost without a notice")
    for route in held:
        route.continue_()
    page.unroute("**/api/sessions*")
    notebook.wait_for_kernel()
    notebook.run_all()
    notebook.wait_until_done(1)


def test_three_notebooks_at_once_run_or_say_why_not(lab, browser, scratch):
    pages = [browser.new_page() for _ in scratch]
    try:
        notebooks = [Notebook(page, lab.page_of(name), connected=False) for page, name in zip(pages, scratch)]
        for notebook in notebooks:
            notebook.run_all()
        for notebook in notebooks:
            until(lambda: notebook.prompt(1).isdigit() or is_noticed(notebook), 60, "Run All was lost")
    finally:
        for page in pages:
            page.close()

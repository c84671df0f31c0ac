"""Controls JupyterLab like a user: cells, menus, kernel buttons."""

import json
import re
import time

from lab_cli import normal

PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
CODE = f"{PANEL} .jp-Notebook .jp-CodeCell"


def write_notebook(file, *sources: str) -> None:
    cells = [
        {"cell_type": "code", "id": f"cell-{number}", "metadata": {}, "source": source}
        for number, source in enumerate(sources)
    ]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(normal.normal({"cells": cells})))


class Notebook:
    """An open notebook."""

    def __init__(self, page, address: str, connected: bool = True):
        self.page = page
        page.goto(address)
        page.wait_for_selector(CODE)
        if connected:
            self.wait_for_kernel()

    def wait_for_kernel(self) -> None:
        """JupyterLab drops cells that run before it is connected; the status bar shows when it is."""
        connected = re.compile(r"\| (Idle|Unknown|Busy)")
        self.page.locator("#jp-main-statusbar").get_by_text(connected).wait_for()

    def menu(self, menu: str, entry: str) -> None:
        self.page.locator(".lm-MenuBar-itemLabel", has_text=menu).first.click()
        self.page.locator(".lm-Menu-itemLabel").get_by_text(entry, exact=True).click()

    def run_all(self) -> None:
        self.menu("Run", "Run All Cells")

    def cell(self, number: int):
        return self.page.locator(CODE).nth(number)

    def cells(self) -> int:
        return self.page.locator(CODE).count()

    def select(self, number: int) -> None:
        self.cell(number).locator(".jp-InputPrompt").click()

    def start(self, number: int) -> None:
        self.select(number)
        self.page.keyboard.press("Control+Enter")

    def run(self, number: int, patience: float = 60) -> None:
        self.start(number)
        self.wait_until_done(number, patience)

    def prompt(self, number: int) -> str:
        return self.cell(number).locator(".jp-InputPrompt").inner_text().strip("[]: \n")

    def wait_until_done(self, number: int, patience: float = 60) -> None:
        until(lambda: self.prompt(number).isdigit(), patience, f"code cell {number} did not end")

    def outputs(self, number: int):
        return self.cell(number).locator(".jp-OutputArea-output")

    def output(self, number: int) -> str:
        return "\n".join(self.outputs(number).all_inner_texts())

    def number_of(self, text: str) -> int:
        """The first code cell that contains the text."""
        for number in range(self.cells()):
            if text in self.cell(number).locator(".cm-content").inner_text():
                return number
        raise AssertionError(f"no code cell contains {text}")

    def interrupt(self) -> None:
        self.menu("Kernel", "Interrupt Kernel")

    def restart(self) -> None:
        self.menu("Kernel", "Restart Kernel…")
        self.page.locator(".jp-Dialog button", has_text="Restart").last.click()
        self.page.wait_for_selector(".jp-Dialog", state="detached")
        self.wait_for_kernel()


def until(holds, patience: float, otherwise: str) -> None:
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, otherwise
        time.sleep(0.1)

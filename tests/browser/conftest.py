"""The lab as learners use it: ./lab start, and JupyterLab in a real browser."""

import os
import re
import signal
import subprocess
import sys
import time

import psutil
import pytest
from lab_cli import chromium
from playwright.sync_api import sync_playwright

from tests.conftest import PROJECT

PATIENCE = 120


class Lab:
    """A running ./lab start."""

    def __init__(self, home):
        self.log = home / "start.log"
        environment = {**os.environ, "LAB_QUICK": "1", "LAB_HOME": str(home)}
        with open(self.log, "w") as output:
            self.process = subprocess.Popen(
                [sys.executable, str(PROJECT.root / "lab"), "start", "--no-browser"],
                stdout=output, stderr=subprocess.STDOUT, env=environment, cwd="/",
            )  # fmt: skip
        self.address, self.token = self._address()

    def _address(self):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            found = re.search(r"(http://\S+?)/lab/\S+token=(\w+)", self.log.read_text())
            if found:
                return found.groups()
            time.sleep(0.1)
        raise AssertionError(f"./lab start printed no address:\n{self.log.read_text()}")

    def page_of(self, notebook: str) -> str:
        return f"{self.address}/lab/tree/{notebook}?token={self.token}&reset"

    def family(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def stop(self, how=signal.SIGINT) -> None:
        if self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(30)


@pytest.fixture(scope="session")
def browser():
    options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    program = os.environ.get("LAB_CHROMIUM") or chromium.found()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=[*options, "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    lab = Lab(tmp_path_factory.mktemp("home"))
    yield lab
    lab.stop()


@pytest.fixture
def page(browser, request):
    page = browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=2)
    page.set_default_timeout(60_000)
    yield page
    shots = PROJECT.build / "screenshots"
    shots.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(shots / f"{request.node.name}.png"))
    page.close()

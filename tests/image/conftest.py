"""The image, built once; its figures are printed after the tests."""

import json
import subprocess

import pytest
from lab_cli import dockerfile

from tests.conftest import PROJECT
from tests.image import engine as engines
from tests.image.engine import Failed
from tests.image.server import Server

TAG = "localhost/latency-lab:tested"
MEASURED = PROJECT.build / "image" / "measured.json"
TOLD = pytest.StashKey[dict]()


def pytest_configure(config):
    config.stash[TOLD] = {}


@pytest.fixture(scope="session")
def told(pytestconfig):
    """Figures by name; they are printed and saved after the tests."""
    return pytestconfig.stash[TOLD]


@pytest.fixture(scope="session")
def engine():
    MEASURED.parent.mkdir(parents=True, exist_ok=True)
    found = engines.found(MEASURED.parent)
    if not found:
        pytest.skip("NO CONTAINER TOOL, so the image is not tested: docker, podman or buildah is needed")
    return found


@pytest.fixture(scope="session")
def image(engine, told):
    try:
        for base in dockerfile.bases(PROJECT):
            engine.fetch(base)
    except (Failed, subprocess.TimeoutExpired) as missing:
        pytest.skip(f"NO BASE IMAGE, so the image is not tested: {missing}")
    told["built in (s)"] = round(engine.build(PROJECT.root, TAG))
    if not engine.runs:
        pytest.skip("ONLY BUILDAH: the image was built, but not run; that needs docker or podman")
    return TAG


@pytest.fixture(scope="module")
def server(engine, image):
    with engine.start(image) as container:
        yield Server(container)


def pytest_terminal_summary(terminalreporter, config):
    told = config.stash[TOLD]
    if told:
        MEASURED.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        terminalreporter.section("the image, measured")
        for name, value in told.items():
            terminalreporter.line(f"{name:<48} {value:>8}")

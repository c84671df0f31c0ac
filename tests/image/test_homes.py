"""Home folders as in classrooms: hidden by an empty folder, kept for the next time, read-only."""

import json
import uuid

import pytest

from tests.image.server import Server

HOME = "/home/jovyan"
NOTEBOOK = "notebooks/00-start-here.ipynb"
EXECUTE = """
cat >/tmp/try.ipynb
jupyter nbconvert --to notebook --execute --stdout /tmp/try.ipynb 2>/tmp/log || cat /tmp/log
ls -a "$HOME" "$LAB_HOME"
"""
CELLS = (
    "import static lab.Lab.*;",
    "predict(\"00.1\", 'a')",
    'var race = race("one", () -> Math.sqrt(1), "two", () -> Math.sqrt(2)); chart(race)',
    'System.out.println(java.nio.file.Files.size(dataset("orders")) + " bytes of orders")',
)


def notebook() -> str:
    """The cell that uses the home folder most: it draws with fonts, compiles, and keeps a prediction."""
    cells = [{"cell_type": "code", "metadata": {}, "source": code, "outputs": [],
              "execution_count": None} for code in CELLS]  # fmt: skip
    kernel = {"kernelspec": {"name": "java", "display_name": "Java", "language": "java"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 4})


def executed(engine, image, *options: str) -> str:
    said = engine.run(image, "sh", "-c", EXECUTE, options=options, given=notebook())
    assert "bytes of orders" in said and "data:image/png" in said, said[-3000:]
    assert "progress.json" in said.splitlines(), said[-500:]
    return said


@pytest.fixture
def volume(engine):
    name = f"latency-lab-{uuid.uuid4().hex[:8]}"
    engine.call("volume", "create", name)
    yield f"--volume={name}:{HOME}"
    engine.call("volume", "rm", "--force", name)


def test_an_empty_folder_over_the_home_hides_nothing_that_is_needed(engine, image, tmp_path):
    tmp_path.chmod(0o777)
    said = executed(engine, image, f"--volume={tmp_path}:{HOME}")
    assert "notebooks" in said.splitlines() and "cannot be written" not in said


def test_a_home_of_another_user_is_not_used(engine, image):
    said = engine.run(image, "pwd", options=[f"--tmpfs={HOME}:mode=0755"])
    assert said.endswith("which is deleted with this container.\n/tmp/home\n"), said


def test_a_root_that_is_read_only_needs_no_more_than_a_folder_for_temporary_files(engine, image):
    said = executed(engine, image, "--read-only", "--tmpfs=/tmp")
    assert f"{HOME} cannot be written; working in /tmp/home" in said


def test_the_server_starts_on_a_root_that_is_read_only(engine, image):
    with engine.start(image, options=["--read-only", "--tmpfs=/tmp"]) as container:
        assert Server(container).api("GET", f"/api/contents/{NOTEBOOK}?content=0")["writable"]


def test_a_user_whom_the_image_does_not_know_works_as_well(engine, image):
    executed(engine, image, "--user=4321:0")


def test_what_a_learner_changed_is_there_the_next_time(engine, image, volume):
    change = f"echo mine >{NOTEBOOK} && rm -r notebooks/images"
    assert engine.run(image, "sh", "-c", change, options=[volume]) == ""
    assert engine.run(image, "cat", NOTEBOOK, options=[volume]) == "mine\n"
    assert "stalls.png" in engine.run(image, "ls", "notebooks/images", options=[volume])

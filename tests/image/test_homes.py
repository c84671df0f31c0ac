"""Home folders as in classrooms: empty mounts, persistent volumes, read-only file systems."""

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
    """Cells that write to the home folder: they draw with fonts, compile, and save a prediction."""
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


def test_an_empty_folder_mounted_over_the_home_hides_no_needed_file(engine, image, tmp_path):
    tmp_path.chmod(0o777)
    said = executed(engine, image, f"--volume={tmp_path}:{HOME}")
    assert "notebooks" in said.splitlines() and "cannot be written" not in said


def test_a_home_of_another_user_is_not_used(engine, image):
    said = engine.run(image, "pwd", options=[f"--tmpfs={HOME}:mode=0755"])
    assert said.endswith("which is deleted with this container.\n/tmp/home\n"), said


def test_a_read_only_root_needs_only_a_folder_for_temporary_files(engine, image):
    said = executed(engine, image, "--read-only", "--tmpfs=/tmp")
    assert f"{HOME} cannot be written; working in /tmp/home" in said


def test_the_server_starts_on_a_read_only_root(engine, image):
    with engine.start(image, options=["--read-only", "--tmpfs=/tmp"]) as container:
        assert Server(container).api("GET", f"/api/contents/{NOTEBOOK}?content=0")["writable"]


def test_a_user_unknown_to_the_image_works_as_well(engine, image):
    executed(engine, image, "--user=4321:0")


def test_changes_of_a_learner_persist(engine, image, volume):
    change = f"echo mine >{NOTEBOOK} && rm -r notebooks/images"
    assert engine.run(image, "sh", "-c", change, options=[volume]) == ""
    assert engine.run(image, "cat", NOTEBOOK, options=[volume]) == "mine\n"
    assert "stalls.png" in engine.run(image, "ls", "notebooks/images", options=[volume])

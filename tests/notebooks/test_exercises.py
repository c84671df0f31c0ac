"""Every exercise in a real kernel, from the same files that the learner sees."""

import pytest
from lab_cli import exercises, form, normal

from tests.cells import Kernel
from tests.conftest import PROJECT

FOLDERS = exercises.all_of(PROJECT)


def answers():
    for folder in FOLDERS:
        for file in sorted(folder.glob("*.java")):
            verdict = {"starter": "Not yet", "solution": "Passed"}.get(file.stem, "Wrong")
            yield pytest.param(folder, file, verdict, id=f"{folder.name} {file.stem}")


@pytest.fixture(scope="module")
def kernels():
    """One kernel for each exercise: a learner corrects an answer in the kernel where the wrong one ran."""
    started: dict[str, Kernel] = {}
    yield started
    for kernel in started.values():
        kernel.close()


def kernel_for(kernels, folder) -> Kernel:
    if folder.name not in kernels:
        for other in list(kernels):
            kernels.pop(other).close()
        kernels[folder.name] = Kernel(PROJECT.notebooks)
        cells = normal.read(exercises.notebook_of(PROJECT, folder.name))["cells"]
        assert kernels[folder.name].run(form.code(cells)[0]).error is None
    return kernels[folder.name]


@pytest.mark.parametrize("folder, file, verdict", list(answers()))
def test_the_answer_gets_its_verdict(kernels, folder, file, verdict):
    kernel = kernel_for(kernels, folder)
    ran = kernel.run(file.read_text(encoding="utf-8"))
    assert ran.error is None
    notebook = exercises.notebook_of(PROJECT, folder.name)
    argument = exercises.argument(normal.read(notebook)["cells"], folder.name)
    checked = kernel.run(f'check("{folder.name}", {argument})')
    assert checked.error is None
    assert checked.value().startswith(verdict), checked.text()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_hints_come_in_stages_and_the_solution_on_request(kernels, folder):
    kernel = kernel_for(kernels, folder)
    hints = sorted(folder.glob("hint*.md"))
    for number in range(1, len(hints) + 1):
        text = kernel.run(f'hint("{folder.name}")').text()
        assert text.startswith(f"Hint {number} of {len(hints)}"), text
        assert len(text.split()) > 8, text
    solution = (folder / "solution.java").read_text(encoding="utf-8").strip()
    assert solution.splitlines()[0] in kernel.run(f'solution("{folder.name}")').text()

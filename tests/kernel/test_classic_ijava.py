"""The lab in classic IJava, which is not in any registry: LAB_IJAVA_JAR is the path of its jar."""

import os

import psutil
import pytest
from kernel.session import Session, wait_until
from lab_cli import jdk

from tests import classic

JAR = os.environ.get("LAB_IJAVA_JAR", "")
pytestmark = pytest.mark.skipif(not JAR, reason="LAB_IJAVA_JAR names no jar of classic IJava 1.3")

IMPORTS = "import static lab.Lab.*;\nimport org.openjdk.jmh.annotations.*;"
POINT = "record Point(int x, int y) {}\nint twice(int n) { return 2 * n; }"
BENCHMARK = """public class Made {
    @Benchmark public Point point() { return new Point(1, twice(2)); }
}
"""


@pytest.fixture(scope="module")
def kernel():
    with Session(argv=classic.argv(jdk.find().java, JAR), **classic.spec()["env"]) as session:
        assert session.run(IMPORTS).ok
        assert session.run(POINT).ok
        yield session


def test_results_are_drawn(kernel):
    assert "<table" in kernel.run("about()").result["text/html"]
    assert "<img alt" in kernel.run('race("one", () -> {}, "other", () -> {})').result["text/html"]


def test_the_progress_line_is_removed_when_its_cell_ends(kernel):
    cell = kernel.run('load("slow", () -> Thread.sleep(5), closed(2), ofSeconds(9))')
    shown = [content["data"]["text/plain"] for kind, content, _ in cell.outputs if "display_data" in kind]

    assert shown[0].startswith("load on slow")
    assert shown[-1] == ""


def test_a_benchmark_uses_other_cells_and_its_progress_is_replaced_by_a_chart(kernel):
    shown = [content for kind, content, _ in kernel.run(BENCHMARK + "var made = bench(Made.class);").outputs]

    assert len({each["transient"]["display_id"] for each in shown}) == 1
    assert "<progress" in shown[0]["data"]["text/html"]
    assert "<img alt" in shown[-1]["data"]["text/html"]


def test_a_variable_of_another_cell_is_explained(kernel):
    cell = kernel.run("int size = 3;\npublic class Sized {\n  @Benchmark\n  public int size() { return size; }\n}\nbench(Sized.class)")

    assert "line 3 of class Sized" in cell.reply["evalue"]
    assert "`size` is a variable of another cell" in cell.reply["evalue"]


def test_an_interrupt_ends_the_processes_of_a_benchmark(kernel):
    assert kernel.run(BENCHMARK).ok
    running = kernel.client.execute("bench(thorough(), Made.class)")
    assert wait_until(lambda: children(kernel), 60)
    kernel.manager.interrupt_kernel()

    assert not kernel.answer(running).ok
    assert wait_until(lambda: not children(kernel), 10)


def children(kernel) -> list:
    return psutil.Process(kernel.pid).children(recursive=True)

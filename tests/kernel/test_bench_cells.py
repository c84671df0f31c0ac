"""bench in a kernel: all kinds of cells, the compiler options of the kernel, output of a benchmark."""

import pytest
from kernel.session import Session
from lab_cli import jdk, kernelspec

from tests.conftest import PROJECT

IMPORTS = "import static lab.Lab.*;\nimport org.openjdk.jmh.annotations.*;\nimport java.lang.annotation.*;"
PREVIEW = ["--enable-preview", "--add-modules=jdk.incubator.vector"]


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setenv("LAB_QUICK", "1")


def shown(cell) -> str:
    texts = [c["data"].get("text/plain", "") for kind, c, _ in cell.outputs if "data" in c]
    return cell.printed + "\n".join(texts)


def test_a_benchmark_uses_an_annotation_type_of_a_cell_and_shows_its_output(quick, fresh_kernel):
    assert fresh_kernel.run(IMPORTS).ok
    assert fresh_kernel.run("@Retention(RetentionPolicy.RUNTIME) @interface Note { int value() default 1; }").ok
    cell = fresh_kernel.run(
        "@Note(3) public class Noted {\n"
        "  @Benchmark @Note public int noted() { System.out.println(\"measured\"); return 1; }\n"
        "}\nbench(Noted.class)"
    )

    assert cell.ok, cell.traceback
    assert "noted printed:\n  measured (" in shown(cell)


def test_preview_features_and_modules_of_the_kernel_reach_a_benchmark(quick):
    argv = kernelspec.command(PROJECT, jdk.find(), PREVIEW)
    options = "--enable-preview --release 25 --add-modules jdk.incubator.vector"
    with Session(argv=argv, JJAVA_COMPILER_OPTS=options) as kernel:
        assert kernel.run(IMPORTS).ok
        cell = kernel.run(
            "import jdk.incubator.vector.IntVector;\n"
            "public class Next {\n"
            "  @Benchmark public String kind() { Object o = 7; return switch (o) { case int i -> \"int\"; default -> \"\"; }; }\n"
            "  @Benchmark public int lanes() { return IntVector.SPECIES_PREFERRED.length(); }\n"
            "}\nbench(Next.class)"
        )

    assert cell.ok, cell.traceback
    assert "lanes" in shown(cell) and "failed" not in shown(cell) and "WARNING" not in shown(cell)


def test_a_copied_jmh_class_that_starts_jmh_itself_is_explained(quick, fresh_kernel):
    copied = (
        "import org.openjdk.jmh.runner.*;\nimport org.openjdk.jmh.runner.options.*;\n"
        "public class Copied {\n"
        "  @Benchmark public int one() { return 1; }\n"
        "  public static void main(String[] args) throws Exception {\n"
        "    new Runner(new OptionsBuilder().include(Copied.class.getName()).build()).run();\n"
        "  }\n}\n"
    )
    assert fresh_kernel.run(IMPORTS).ok
    assert fresh_kernel.run(copied).ok
    called, measured = fresh_kernel.run("Copied.main(new String[0]);"), fresh_kernel.run("bench(Copied.class)")
    packaged = fresh_kernel.run("package org.sample;\n" + copied)

    assert "bench(YourClass.class)" in called.traceback
    assert "the main method of Copied was not run" in shown(measured)
    assert "package line" in packaged.traceback

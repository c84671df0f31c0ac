"""A failed cell reports the error in terms of its own code and leaves the kernel usable."""

import re

import pytest


def test_an_exception_is_shown_with_its_name_and_lines_of_the_cell(kernel):
    cell = kernel.run("int half(int n) {\n  return 10 / n;\n}\nhalf(0);")

    assert (cell.reply["ename"], cell.reply["evalue"]) == ("ArithmeticException", "/ by zero")
    assert "return 10 / n;" in cell.traceback
    assert "lab.jupyter" not in cell.traceback and "jdk.jshell" not in cell.traceback


def test_causes_are_shown(kernel):
    cell = kernel.run('throw new java.io.IOException("outer", new IllegalStateException("inner"));')

    assert cell.reply["ename"] == "IOException"
    assert "Caused by: java.lang.IllegalStateException: inner" in cell.traceback


def test_endless_recursion_is_a_short_error(kernel):
    cell = kernel.run("int down(int n) { return down(n + 1); }\ndown(0);")

    assert cell.reply["ename"] == "StackOverflowError"
    assert len(cell.reply["traceback"]) < 25


def test_an_exception_of_another_thread_is_reported(kernel):
    cell = kernel.run(
        'var t = new Thread(() -> { throw new IllegalStateException("elsewhere"); });\nt.start();\nt.join();'
    )

    assert "IllegalStateException: elsewhere" in cell.printed
    assert "lab.jupyter" not in cell.printed


@pytest.mark.parametrize("call", ["System.exit(3)", "Runtime.getRuntime().halt(3)", "Runtime.getRuntime().exit(3)"])
def test_exit_in_a_cell_is_rejected_and_explained(kernel, call):
    kernel.run("int kept = 42;")
    cell = kernel.run(call + ";")

    assert "Kernel > Restart" in cell.reply["evalue"]
    assert kernel.run("kept").result["text/plain"] == "42"


def test_cells_queued_after_a_failed_one_do_not_run(kernel):
    kernel.run("int ran = 0;")
    first, second, third = kernel.run_all("Thread.sleep(300); throw new RuntimeException();", "ran++;", "ran++;")

    assert [c.reply["status"] for c in (first, second, third)] == ["error", "aborted", "aborted"]
    assert kernel.run("ran").result["text/plain"] == "0"


def test_a_lambda_of_the_wrong_type_is_an_error_and_not_an_endless_cell(kernel):
    kernel.run("import static lab.Lab.*;")
    cell = kernel.run('race("a", () -> 1, "b", () -> 2)')
    assert cell.reply["ename"] == "CompilationException" and "lambda" in cell.traceback


def test_a_name_of_the_lab_before_its_import_gets_a_hint_to_run_the_first_code_cell(fresh_kernel):
    cell = fresh_kernel.run("WarmUp.of(1)")
    assert "cannot find symbol" in cell.traceback and "run the first code cell" in cell.traceback

    fresh_kernel.run("import lab.measure.*;")
    assert "first code cell" not in fresh_kernel.run("WarmUp.of(1)").traceback


def test_an_endless_answer_is_stopped_and_uses_no_more_cpu(fresh_kernel):
    fresh_kernel.run("import static lab.Lab.*;\nimport lab.jupyter.Notebook;")
    fresh_kernel.run('var threads = new ThreadGroup("of an answer");')
    fresh_kernel.run("new Thread(threads, () -> { while (true) {} }).start();\nNotebook.current().stop(threads);")
    assert fresh_kernel.comes_to_rest()


def test_an_error_has_no_colour_that_a_dark_theme_would_hide(kernel):
    for code in ("int broken = ;", "Integer.parseInt(null);", "package a;"):
        lines = "".join(kernel.run(code).reply["traceback"])
        assert not re.search(r"\x1b\[(\d+;)*[34]\d", lines), lines


@pytest.mark.parametrize("opened", ["Database.server()", "Database.embedded()"])
def test_a_connection_or_pool_of_a_database_that_was_replaced_is_explained(kernel, opened):
    kernel.run(f"import lab.database.*;\nvar db = {opened};\nvar connection = db.connect();\nvar pool = db.pool(2);")
    kernel.run(f"{opened};")

    for use in ('connection.createStatement().execute("select 1");', "pool.getConnection();"):
        assert "belongs to a database that is closed" in kernel.run(use).traceback, use


def test_a_connection_that_the_cell_itself_closed_gets_no_such_advice(kernel):
    kernel.run("import lab.database.*;\nvar connection = Database.embedded().connect();\nconnection.close();")

    assert "belongs to a database" not in kernel.run('connection.createStatement().execute("select 1");').traceback

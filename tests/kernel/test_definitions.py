"""Declarations, redeclarations and missing names in cells: each is reported in one line."""


def test_a_trace_shows_lines_of_cells_and_the_definition_that_ran(kernel):
    kernel.run("int parse(String s) { return Integer.parseInt(s); }")
    latest = kernel.run("int parse(String s) {\n  var t = s.strip();\n  return Integer.parseInt(t);\n}")
    cell = kernel.run('int before = 1;\n\nparse("x");')

    number = latest.reply["execution_count"]
    assert f"at parse (cell [{number}], line 3: return Integer.parseInt(t);)" in cell.traceback
    assert 'at cell (line 3: parse("x");)' in cell.traceback


def test_a_stack_trace_that_a_cell_prints_shows_lines_of_the_cell_too(kernel):
    cell = kernel.run("try {\n  int n = 1 / 0;\n} catch (ArithmeticException e) {\n  e.printStackTrace();\n}")

    assert f"(cell [{cell.reply['execution_count']}]:2)" in cell.printed


def test_a_trace_of_another_thread_shows_lines_of_the_cell(kernel):
    cell = kernel.run("int zero = 0;\nvar thread = new Thread(() -> {\n  int n = 1 / zero;\n});\n"
                      "thread.start();\nthread.join();")  # fmt: skip

    assert "at lambda in cell (line 3: int n = 1 / zero;)" in cell.printed


def test_a_timed_cell_shows_its_own_lines(kernel):
    cell = kernel.run("%%time\nint k = 0;\nint n = 1 / k;")

    assert cell.reply["ename"] == "ArithmeticException"
    assert "at cell (line 3: int n = 1 / k;)" in cell.traceback


def test_a_method_broken_by_a_new_definition_is_reported_at_once_and_when_called(kernel):
    kernel.run("int k() { return 1; }\nint twice() {\n  return 2 * k();\n}")
    broken = kernel.run('String k() { return ""; }')
    called = kernel.run("twice()")

    assert broken.ok and "twice() is not usable: bad operand types" in broken.printed
    assert "bad operand types" in called.reply["evalue"] and "line 3" in called.traceback


def test_a_missing_name_is_a_note_at_the_definition_and_an_error_at_the_use(kernel):
    cell = kernel.run("record Job(\n  Nix<String> f) {}")
    assert cell.ok and "Job is not usable yet: Nix is not defined (line 2)" in cell.printed

    assert "Nix is not defined" in kernel.run("new Job(null)").traceback


def test_variables_cleared_by_a_new_definition_are_listed(kernel):
    first = kernel.run("class Cache { int hits; }\nCache cache = new Cache();\nvar other = new Cache();")
    again = kernel.run("class Cache { int hits, misses; }")

    number = first.reply["execution_count"]
    assert "Cache was declared again, so" in again.printed
    assert f"lost their values: run cell [{number}] again" in again.printed


def test_a_type_named_like_an_import_leaves_the_notebook_usable(kernel):
    kernel.run("import java.util.LinkedList;")
    own = kernel.run("class LinkedList<T> { int n = 7; }")
    again = kernel.run("import java.util.LinkedList;")

    assert "dropped" in own.printed and "not imported" in again.printed
    assert kernel.run("new LinkedList<String>().n").result["text/plain"] == "7"


def test_a_cell_has_the_default_imports_of_jshell(kernel):
    assert kernel.run("Function<Integer, Integer> twice = n -> 2 * n;").ok
    assert kernel.run('Stream.of(Path.of("a")).map(Path::toString).collect(Collectors.joining())').ok


def test_a_crash_of_the_compiler_is_a_short_error(kernel):
    cell = kernel.run("int deep = 1" + "+1" * 3000 + ";")

    assert cell.reply["ename"] == "CompilerFailure" and len(cell.reply["traceback"]) == 1
    assert kernel.run("1 + 1").result["text/plain"] == "2"


def test_a_return_and_a_package_line_are_explained(kernel):
    assert "write it alone" in kernel.run("return 5;").printed
    assert "Remove the package line" in kernel.run("package shop;\nclass Order {}").traceback


def test_compile_errors_show_types_without_packages(kernel):
    cell = kernel.run("import java.time.Duration;\nDuration wait = 5;")

    assert cell.reply["evalue"] == "incompatible types: int cannot be converted to Duration"
    assert "java.time.Duration" not in cell.traceback.split("incompatible")[1]

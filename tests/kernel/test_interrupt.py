"""Kernel > Interrupt stops any cell, and the kernel stays usable."""

import pytest
from kernel.session import is_running, wait_until

# Without an interrupt the cells below never end.
PATIENCE = 20

RUNAWAYS = {
    "loop": "while (true) {}",
    "sleep": "Thread.sleep(100_000);",
    "method": "void spin() { for (;;) {} }\nspin();",
    "lambda": "Runnable r = () -> { int i = 0; while (true) i++; };\nr.run();",
    "recursion": "long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nfib(70);",
    "catch Exception": "while (true) { try { Thread.sleep(5); } catch (Exception e) {} }",
    "catch Throwable": "while (true) { try { Thread.sleep(5); } catch (Throwable e) {} }",
    "parallel stream": "java.util.stream.IntStream.range(0, 8).parallel().forEach(i -> { while (true) {} });",
    "threads": "for (int i = 0; i < 4; i++) new Thread(() -> { while (true) {} }).start();\nThread.sleep(99_999);",
    "printing": 'while (true) System.out.println("noise");',
}


@pytest.mark.parametrize("code", RUNAWAYS.values(), ids=RUNAWAYS.keys())
def test_an_interrupted_cell_ends_and_uses_no_cpu(kernel, code):
    cell, after = kernel.interrupt_while(code)

    assert cell.reply["ename"] == "Interrupted"
    assert after < PATIENCE
    assert kernel.run("1 + 1").result["text/plain"] == "2"
    assert kernel.comes_to_rest()


def test_output_of_an_interrupted_print_loop_does_not_appear_in_the_next_cell(kernel):
    kernel.interrupt_while('while (true) System.out.println("noise");')

    assert kernel.run('System.out.print("quiet");').printed == "quiet"


def test_processes_of_the_cell_end_with_it_and_older_ones_keep_running(kernel):
    older = int(kernel.run('new ProcessBuilder("sleep", "99").start().pid()').result["text/plain"])
    cell, _ = kernel.interrupt_while(
        'var p = new ProcessBuilder("sleep", "98").start();\nSystem.out.print(p.pid());\np.waitFor();'
    )

    assert wait_until(lambda: not is_running(int(cell.printed)), PATIENCE)
    assert is_running(older)


def test_code_that_cannot_be_stopped_is_named_with_a_fix(fresh_kernel):
    explosive = '"a".repeat(5_000).matches("(.*)(.*)(.*)(.*)(.*)(.*)(.*)b")'
    cell, after = fresh_kernel.interrupt_while(explosive)

    assert after < PATIENCE
    assert "java.lang.String.matches, which cell (line 2) called" in cell.reply["evalue"]
    assert "Kernel > Restart" in cell.reply["evalue"]
    assert fresh_kernel.run("1 + 1").ok


def test_a_wait_that_ignores_an_interrupt_is_named_as_the_cell_wrote_it(fresh_kernel):
    cell, _ = fresh_kernel.interrupt_while("new java.util.concurrent.CompletableFuture<String>().join()")

    assert "CompletableFuture.join, which cell (line 2) called" in cell.reply["evalue"]
    assert fresh_kernel.run("1 + 1").ok


def test_the_next_measurement_names_the_code_that_could_not_be_stopped(fresh_kernel):
    explosive = r'java.util.regex.Pattern.compile("^(a+)+\\1$").matcher("a".repeat(60) + "!").matches()'
    fresh_kernel.interrupt_while(explosive)
    fresh_kernel.run("import static lab.Lab.*;")
    cell = fresh_kernel.run('load(java.net.URI.create("http://127.0.0.1:9/"), open(10), ofSeconds(1))')

    assert "still burning" in cell.reply["evalue"]
    assert "restart the kernel" in cell.reply["evalue"]


def test_an_interrupt_between_cells_changes_nothing(kernel):
    kernel.interrupt()

    assert kernel.run("1 + 1").ok

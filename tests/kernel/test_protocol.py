"""Jupyter's own test of kernels, with samples in Java."""

import jupyter_kernel_test


class TestProtocol(jupyter_kernel_test.KernelTests):
    kernel_name = "java"
    language_name = "Java"
    file_extension = ".jshell"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("trouble");'
    code_generate_error = 'throw new IllegalStateException("on purpose");'

    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + 1', "result": "a1"},
        {"code": "record Point(int x, int y) {}\nnew Point(1, 2)", "result": "Point[x=1, y=2]"},
        {
            "code": 'record Hello(String html, String text) implements lab.exercise.Card {}\nnew Hello("<b>hi</b>", "hi")',
            "mime": "text/html",
            "result": "<b>hi</b>",
        },
    ]
    code_display_data = [
        {"code": 'String id = display("<i>so</i>", "text/html");', "mime": "text/html"},
    ]

    completion_samples = [
        {"text": "Math.absE", "matches": ["absExact("]},
        {"text": "Thread.sle", "matches": ["sleep("]},
        {"text": "%ti", "matches": ["%time"]},
    ]

    complete_code_samples = [
        "int a = 1;",
        "1 + 1",
        'System.out.println("a");',
        "int twice(int n) { return 2 * n; }",
        "record P(int x) {}\nnew P(1)",
        "%time 1 + 1",
        "",
        "// only a remark",
    ]
    incomplete_code_samples = ["int twice(int n) {", "Math.max(1,", "for (int i = 0; i < 3; i++)", 'var s = """\na', "/* not yet"]
    invalid_code_samples = ["int = 3;", "class 1 {}", "1 +* 2", "int i = ;\nint k = 1;", ")"]

    code_inspect_sample = "Math.abs"


"""Jupyter's test suite for kernels, with samples in Java."""

import jupyter_kernel_test
from jupyter_client.session import Session as JupyterSession


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



def sessions_of(client, code: str) -> set[str]:
    """The session ids of all messages in reply to a cell."""
    sent, sessions, state = client.execute(code), set(), None
    while state != "idle":
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") == sent:
            sessions.add(message["header"]["session"])
            state = message["content"].get("execution_state")
    return sessions | {client.get_shell_msg(timeout=60)["header"]["session"]}


def test_every_message_has_the_same_session_id(kernel):
    """JupyterLab treats a new id as a restart, drops messages and shows the kernel as unknown."""
    other = kernel.manager.client(session=JupyterSession(key=kernel.manager.session.key))
    other.start_channels()
    try:
        other.wait_for_ready(timeout=60)
        sessions = sessions_of(kernel.client, "1 + 1") | sessions_of(other, 'System.out.println("a");')
    finally:
        other.stop_channels()
    assert len(sessions) == 1
    assert sessions.isdisjoint({kernel.client.session.session, other.session.session})


def test_a_history_request_gets_a_reply(kernel):
    sent = kernel.client.history()
    assert kernel.shell_reply(sent)["history"] == []

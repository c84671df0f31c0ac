"""A kernel and its client: runs cells and records the outputs with their times."""

import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty

from jupyter_client.manager import KernelManager

PATIENCE = 60
BEGUN = "begun"


@dataclass
class Cell:
    """The reply and outputs of a cell; times are in seconds since it was sent."""

    reply: dict
    outputs: list = field(default_factory=list)
    took: float = 0.0

    @property
    def ok(self) -> bool:
        return self.reply["status"] == "ok"

    @property
    def printed(self) -> str:
        return "".join(c["text"] for kind, c, _ in self.outputs if kind == "stream")

    @property
    def result(self) -> dict:
        return next(c["data"] for kind, c, _ in self.outputs if kind == "execute_result")

    @property
    def traceback(self) -> str:
        return "\n".join(self.reply["traceback"])


class Session:
    """A kernel with these environment variables, as this system user, and started with this
    command in place of our own."""

    def __init__(self, user: str | None = None, argv: list[str] | None = None, **environment: str):
        self.manager = KernelManager(kernel_name="java")
        if argv:
            self.manager.kernel_spec.argv = argv
        self.environment, self.user = environment, user

    def __enter__(self):
        identity = self._identity() if self.user else {}
        self.manager.start_kernel(env={**os.environ, **self.environment}, **identity)
        try:
            self._connect()
        except RuntimeError:
            if self.manager.is_alive():
                raise
            # Retries as Jupyter's server does: another program has taken one of the ports.
            self.manager.restart_kernel(now=True, newports=True)
            self._connect()
        return self

    def _connect(self) -> None:
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    def _identity(self) -> dict:
        """Other users cannot read Jupyter's default folder of connection files."""
        import pwd  # Not available on Windows.

        file, account = os.path.join(self.environment["HOME"], "connection.json"), pwd.getpwnam(self.user)
        self.manager.connection_file = file

        def become_the_user():
            os.chown(file, account.pw_uid, account.pw_gid)
            os.setgroups([])
            os.setgid(account.pw_gid)
            os.setuid(account.pw_uid)

        return {"preexec_fn": become_the_user, "cwd": self.environment["HOME"]}

    def __exit__(self, *_):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    @property
    def pid(self) -> int:
        return self.manager.provisioner.pid

    def run(self, code: str, patience: float = PATIENCE) -> Cell:
        return self.answer(self.client.execute(code), patience)

    def run_all(self, *cells: str) -> list[Cell]:
        """Sends all cells before the first reply, as Run All does."""
        return [self.answer(sent) for sent in [self.client.execute(code) for code in cells]]

    def answer(self, sent: str, patience: float = PATIENCE) -> Cell:
        start, outputs = time.monotonic(), []
        while True:
            message = self.client.get_iopub_msg(timeout=patience)
            if message["parent_header"].get("msg_id") != sent:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "status" and content["execution_state"] == "idle":
                break
            if kind not in ("status", "execute_input"):
                outputs.append((kind, content, time.monotonic() - start))
        reply = self.shell_reply(sent, patience)
        return Cell(reply, outputs, time.monotonic() - start)

    def shell_reply(self, sent: str, patience: float = PATIENCE) -> dict:
        while True:
            reply = self.client.get_shell_msg(timeout=patience)
            if reply["parent_header"].get("msg_id") == sent:
                return reply["content"]

    def interrupt(self) -> None:
        """Waits for the reply: a later message on another channel could overtake the request."""
        request = self.client.session.msg("interrupt_request", {})
        self.client.control_channel.send(request)
        answered = None
        while answered != request["header"]["msg_id"]:
            answered = self.client.get_control_msg(timeout=PATIENCE)["parent_header"].get("msg_id")

    def interrupt_while(self, code: str) -> tuple[Cell, float]:
        """Returns the cell and the time from the interrupt to its reply."""
        sent = self.client.execute(f'System.out.print("{BEGUN}");\n{code}')
        early = self._printed_after(BEGUN, sent)
        time.sleep(0.5)
        interrupted = time.monotonic()
        self.manager.interrupt_kernel()
        cell = self.answer(sent)
        cell.outputs.insert(0, ("stream", {"text": early}, 0.0))
        return cell, time.monotonic() - interrupted

    def _printed_after(self, marker: str, sent: str) -> str:
        """Waits for output of the cell: the busy status comes before the cell is compiled."""
        printed = ""
        while marker not in printed:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            ours = message["parent_header"].get("msg_id") == sent
            assert not (ours and message["content"].get("execution_state") == "idle"), "ended by itself"
            printed += message["content"].get("text", "") if ours else ""
        return printed.split(marker, 1)[1]

    def silence(self, seconds: float) -> list[str]:
        """Returns the types of messages that arrive although no cell runs."""
        kinds, end = [], time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                kinds.append(self.client.get_iopub_msg(timeout=left)["msg_type"])
            except Empty:
                break
        return kinds

    def ends_within(self, seconds: float) -> bool:
        pid = self.pid
        return wait_until(lambda: not is_running(pid), seconds)

    def comes_to_rest(self) -> bool:
        """Whether the kernel soon uses almost no CPU for two seconds.

        It tries several times: a kernel still compiles for a while after its start."""
        return any(self._share_of_a_cpu(2) < 0.1 for _ in range(15))

    def _share_of_a_cpu(self, seconds: float) -> float:
        before = cpu_seconds(self.pid)
        time.sleep(seconds)
        return (cpu_seconds(self.pid) - before) / seconds


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def is_running(pid: int) -> bool:
    """A zombie has ended; its parent has not collected its status yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_until(condition, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return condition()

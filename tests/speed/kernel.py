"""A kernel with the time of every step since the start of its process."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty

import zmq
from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

from lab_cli.inside import processes
from lab_cli.problem import Problem
from lab_cli.server import HOST
from speed import ports

PATIENCE = 120
# If nothing listens yet, ZMQ retries every 100 ms: too coarse for this measurement.
RECONNECT_MILLIS = 2


@dataclass(frozen=True)
class Contender:
    """A kernel that can be started, and its first cell."""

    name: str
    command: tuple[str, ...]
    first_cell: str
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """Seconds until the kernel had finished a cell, and the output of the cell."""

    seconds: float
    printed: str


class Kernel:
    """Its sockets are connected before it listens, and cells are sent at once: ZMQ keeps them."""

    def __init__(self, contender: Contender):
        self.contender = contender

    def __enter__(self) -> "Kernel":
        self.folder = tempfile.TemporaryDirectory(prefix="latency-lab-kernel-")
        file = os.path.join(self.folder.name, "kernel.json")
        write_connection_file(file, ip=HOST, **ports.of_a_kernel())
        self.log = open(Path(self.folder.name) / "log", "w+b")
        command = [part.replace("{connection_file}", file) for part in self.contender.command]
        self.spawned = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            env=environment(self.contender), **processes.apart(),
        )  # fmt: skip
        try:
            self.connect(file)
        except BaseException:
            self.__exit__()
            raise
        return self

    def connect(self, file: str) -> None:
        context = zmq.Context()
        context.setsockopt(zmq.RECONNECT_IVL, RECONNECT_MILLIS)
        context.setsockopt(zmq.LINGER, 0)
        self.client = BlockingKernelClient(context=context)
        self.client.load_connection_file(file)
        self.client.start_channels(stdin=False, hb=False, control=False)

    def __exit__(self, *_) -> None:
        processes.end(self.process)
        if hasattr(self, "client"):
            self.client.stop_channels()
            self.client.context.destroy(linger=0)
        self.log.close()
        self.folder.cleanup()

    @property
    def pid(self) -> int:
        return self.process.pid

    def first_result(self) -> Answer:
        """The first cell; its time starts with the process."""
        return self.answer(self.client.execute(self.contender.first_cell), self.spawned)

    def run(self, code: str) -> Answer:
        began = time.perf_counter()
        return self.answer(self.client.execute(code), began)

    def figures(self, code: str) -> list[float]:
        """The numbers that a cell prints after the word FIGURES."""
        printed = self.run(code).printed
        for line in printed.splitlines():
            if line.startswith("FIGURES "):
                return [float(number) for number in line.split()[1:]]
        raise Problem(f"The cell printed no figures, only: {printed[:200]!r}")

    def answer(self, sent: str, began: float) -> Answer:
        """Waits for the reply and for the message that the kernel is idle again."""
        reply = self._message(self.client.get_shell_msg, sent)
        printed = ""
        while True:
            message = self._message(self.client.get_iopub_msg, sent)
            content = message["content"]
            if message["msg_type"] == "stream":
                printed += content["text"]
            if content.get("execution_state") == "idle":
                break
        seconds = time.perf_counter() - began
        if reply["content"]["status"] != "ok":
            raise Problem(f"A cell failed in {self.contender.name}: {error_of(reply['content'])}")
        return Answer(seconds, printed)

    def _message(self, get, sent: str) -> dict:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                message = get(timeout=1)
            except Empty:
                self._still_there()
                continue
            if message["parent_header"].get("msg_id") == sent:
                return message
        raise Problem(f"{self.contender.name} did not answer within {PATIENCE} s.")

    def _still_there(self) -> None:
        if self.process.poll() is not None:
            self.log.seek(0)
            last = self.log.read().decode(errors="replace").strip().splitlines()[-5:]
            raise Problem(f"{self.contender.name} ended by itself: " + " / ".join(last))


def environment(contender: Contender) -> dict[str, str]:
    """Removes settings for JJava, because they would affect one of the kernels only."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("JJAVA_")}
    return {**own, **contender.environment}


def error_of(content: dict) -> str:
    return f"{content.get('ename')}: {content.get('evalue')}"

"""JupyterLab's server as ./lab start runs it, and a client in place of the browser."""

import contextlib
import json
import re
import socket
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path

import psutil
import websocket
from lab_cli import server

from kernel.session import BEGUN, PATIENCE, Cell
from tests.conftest import PROJECT

TOKEN = "of-the-tests"


class Server:
    def __init__(self, folder: Path):
        self.port = free_port()
        self.log = folder / "server.log"
        with open(self.log, "w") as output:
            self.process = server.launch(PROJECT, self.port, TOKEN, output)
        server.wait_until_up(self.process, self.port, self.log)

    def call(self, method: str, path: str, content=None):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/{path}", method=method,
            data=None if content is None else json.dumps(content).encode(),
            headers={"Authorization": f"token {TOKEN}"},
        )  # fmt: skip
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def start_kernel(self) -> "Tab":
        return Tab(self, self.call("POST", "kernels", {"name": "java"})["id"])

    def end(self, signal=None) -> None:
        if signal is None:
            server.stop(self.process)
        else:
            self.process.send_signal(signal)
            self.process.wait(PATIENCE)

    def kernels(self) -> list[psutil.Process]:
        children = psutil.Process(self.process.pid).children()
        return [child for child in children if "java" in child.name()]


class Tab:
    """The connection of a notebook to its kernel, as in a browser tab."""

    def __init__(self, server: Server, kernel: str):
        self.server, self.kernel = server, kernel
        self.connect()
        self.pid = int(self.run("System.out.print(ProcessHandle.current().pid());").printed)

    def connect(self) -> None:
        self.socket = websocket.create_connection(
            f"ws://127.0.0.1:{self.server.port}/api/kernels/{self.kernel}/channels"
            f"?session_id={uuid.uuid4()}&token={TOKEN}",
            timeout=PATIENCE,
        )  # fmt: skip

    def send(self, code: str) -> str:
        message = {
            "channel": "shell",
            "header": {"msg_id": str(uuid.uuid4()), "msg_type": "execute_request",
                       "username": "", "session": "tab", "version": "5.3"},
            "parent_header": {},
            "metadata": {},
            "content": {"code": code, "silent": False, "store_history": True, "stop_on_error": True,
                        "user_expressions": {}, "allow_stdin": False},
        }  # fmt: skip
        self.socket.send(json.dumps(message))
        return message["header"]["msg_id"]

    def receive(self) -> dict:
        return json.loads(self.socket.recv())

    def run(self, code: str) -> Cell:
        return self.answer(self.send(code))

    def answer(self, sent: str) -> Cell:
        """Waits for the reply and for the idle status, in any order."""
        began, outputs, reply, idle = time.monotonic(), [], None, False
        while reply is None or not idle:
            message = self.receive()
            if message["parent_header"].get("msg_id") != sent:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "execute_reply":
                reply = content
            elif kind == "status":
                idle = content["execution_state"] == "idle"
            elif kind != "execute_input":
                outputs.append((kind, content, time.monotonic() - began))
        return Cell(reply, outputs, time.monotonic() - began)

    def begin(self, code: str) -> str:
        """Returns as soon as the code of the cell runs."""
        sent = self.send(f'System.out.print("{BEGUN}");\n{code}')
        while BEGUN not in self.receive()["content"].get("text", ""):
            pass
        return sent

    def interrupt(self) -> None:
        self.server.call("POST", f"kernels/{self.kernel}/interrupt")

    def restart(self) -> None:
        self.server.call("POST", f"kernels/{self.kernel}/restart")

    def delete(self) -> None:
        self.server.call("DELETE", f"kernels/{self.kernel}")

    def close(self) -> None:
        with contextlib.suppress(OSError, websocket.WebSocketException):
            self.socket.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((server.HOST, 0))
        return probe.getsockname()[1]


def own_memory(pid: int) -> float:
    """The memory of the process in MB, including its share of shared pages."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+)", rollup, re.M)[1]) / 1024

"""Runs typical cells in a kernel that is started with the given command, then waits for its end."""

import os
import subprocess
import sys
import tempfile
import time

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

CELLS = (
    "import static lab.Lab.*;",
    "1 + 1",
    'System.out.println("warm")',
    "record Point(int x, int y) {}",
    "var points = IntStream.range(0, 9).mapToObj(i -> new Point(i, i * i)).toList();",
    "points.stream().mapToInt(Point::y).sum()",
    "int twice(int n) { return 2 * n; }",
    "twice(21)",
    "about()",
    'class Greeter { String greet(String name) { return "Hello " + name; } }',
    'new Greeter().greet("learner")',
    "throw new IllegalStateException()",
)


def main(limit: float, command: list[str]) -> int:
    deadline = time.monotonic() + limit
    with tempfile.TemporaryDirectory() as folder:
        file, _ = write_connection_file(os.path.join(folder, "kernel.json"), ip="127.0.0.1")
        filled = [part.replace("{connection_file}", file) for part in command]
        kernel = subprocess.Popen(filled, stdin=subprocess.DEVNULL, env=environment(filled))
        try:
            run_cells(file, deadline)
            return kernel.wait(max(1.0, deadline - time.monotonic()))
        finally:
            kernel.kill()


def environment(command: list[str]) -> dict[str, str]:
    jars = command[command.index("-cp") + 1] if "-cp" in command else ""
    return {**os.environ, "JJAVA_CLASSPATH": jars, "LAB_TRAINING": "1"}


def run_cells(connection_file: str, deadline: float) -> None:
    client = BlockingKernelClient()
    client.load_connection_file(connection_file)
    client.start_channels()
    try:
        client.wait_for_ready(timeout=30)
        for cell in CELLS:
            client.execute(cell, reply=True, timeout=max(1.0, deadline - time.monotonic()))
        client.shutdown()
    finally:
        client.stop_channels()


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))

"""Starts a kernel with the given command, runs typical cells, and waits for the kernel to end."""

import os
import subprocess
import sys
import tempfile
import time

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

ATTEMPTS = 3
PATIENCE = 5
# Only typical first cells of notebooks: every class in the cache is loaded at each start.
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
    "import org.openjdk.jmh.annotations.*;",
    "int elsewhere = 1;",
    # Compiled but rejected: loads the classes that a benchmark needs, without measuring.
    "public class Refused { @Benchmark public int it() { return elsewhere; } }",
    "bench(Refused.class)",
)


def main(limit: float, command: list[str]) -> int:
    """Retries if the kernel ends early: another program may have taken one of its ports."""
    deadline = time.monotonic() + limit
    for _ in range(ATTEMPTS):
        code = trained(deadline, command)
        if code == 0:
            break
    return code


def trained(deadline: float, command: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        file, _ = write_connection_file(os.path.join(folder, "kernel.json"), ip="127.0.0.1")
        filled = [part.replace("{connection_file}", file) for part in command]
        kernel = subprocess.Popen(filled, stdin=subprocess.DEVNULL, env=environment(folder))
        try:
            run_cells(kernel, file, deadline)
            return kernel.wait(max(1.0, deadline - time.monotonic()))
        except RuntimeError as failure:
            print(failure, file=sys.stderr)
            return 1
        finally:
            kernel.kill()


def environment(home: str) -> dict[str, str]:
    """Keeps the files of the training cells out of the learner's home folder."""
    return {**os.environ, "LAB_HOME": home}


def run_cells(kernel: subprocess.Popen, connection_file: str, deadline: float) -> None:
    client = BlockingKernelClient()
    client.load_connection_file(connection_file)
    client.start_channels()
    try:
        wait_until_ready(kernel, client, deadline)
        for cell in CELLS:
            client.execute(cell, reply=True, timeout=max(1.0, deadline - time.monotonic()))
        client.shutdown()
    finally:
        client.stop_channels()


def wait_until_ready(kernel: subprocess.Popen, client, deadline: float) -> None:
    """Retries because the client reports a kernel that does not listen yet as dead."""
    while True:
        try:
            return client.wait_for_ready(timeout=PATIENCE)
        except RuntimeError:
            if kernel.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))

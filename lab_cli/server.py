"""./lab start opens JupyterLab until Ctrl-C."""

import os
import secrets
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
import webbrowser

from lab_cli import cleanlab, setup
from lab_cli.problem import Problem
from lab_cli.progress import failed, timed
from lab_cli.project import Project

HOST = "127.0.0.1"
USUAL_PORT = 8888
PORTS = 100
PATIENCE = 60
FIRST_PAGE = "lab/tree/notebooks/00-start-here.ipynb"


def start(project: Project, port: int | None, browser: bool) -> int:
    if port is not None:
        free_port(port)  # An error is reported now, not after a minute of set-up.
    setup.ready(project)
    chosen = free_port(port)
    if port is None and chosen != USUAL_PORT:
        print(f"Note: port {USUAL_PORT} is in use; using {chosen}.")
    token = os.environ.get("JUPYTER_TOKEN") or secrets.token_hex(24)
    end_like_ctrl_c()
    log = project.logs / "jupyter.log"
    with open(log, "w", encoding="utf-8") as output:
        server = launch(project, chosen, token, output)
        try:
            with timed("JupyterLab"):
                wait_until_up(server, chosen, log)
            welcome(f"http://{HOST}:{chosen}/{FIRST_PAGE}?token={token}", browser)
            return server.wait()
        except KeyboardInterrupt:
            print("\nStopping JupyterLab and its kernels ...", flush=True)
            return 0
        finally:
            stop(server)


def end_like_ctrl_c() -> None:
    """A kill or a closed terminal stops the server and its kernels, as Ctrl-C does."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and (name != "SIGHUP" or signal.getsignal(number) != signal.SIG_IGN):
            signal.signal(number, signal.default_int_handler)


def free_port(wanted: int | None = None) -> int:
    """The wanted port, or the first free one from 8888 on.

The system does not choose it: an outgoing connection could take such a port before the server."""
    if wanted is not None:
        return _wanted(wanted)
    for port in range(USUAL_PORT, USUAL_PORT + PORTS):
        if is_free(port):
            return port
    raise Problem(f"The ports {USUAL_PORT} to {USUAL_PORT + PORTS - 1} are all in use.",
                  way_out="Choose another port with --port N.")  # fmt: skip


def _wanted(port: int) -> int:
    if not 1 <= port <= 65535:
        raise Problem(f"--port {port} is not a port: it must be between 1 and 65535.")
    if not is_free(port):
        raise Problem(
            f"Port {port} is in use, or you are not allowed to open it.",
            way_out="Choose another port with --port N. Without --port, the lab finds a free one.",
        )
    return port


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def launch(project: Project, port: int, token: str, output) -> subprocess.Popen:
    """The server ends when its standard input closes: in stop, or when this process dies."""
    environment = {**cleanlab.environment(project), "JUPYTER_TOKEN": token}
    environment["PYTHONPATH"] = str(project.root)
    options = {} if os.name == "nt" else {"start_new_session": True}
    return subprocess.Popen(
        [str(project.python), "-m", "lab_cli.inside.serve",
         f"--ServerApp.root_dir={project.root}", f"--ServerApp.ip={HOST}",
         f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
         "--ServerApp.open_browser=False", "--ServerApp.allow_root=True",
         f"--LabApp.default_url=/{FIRST_PAGE}"],
        cwd=project.root, env=environment, stdin=subprocess.PIPE,
        stdout=output, stderr=subprocess.STDOUT, **options,
    )  # fmt: skip


def wait_until_up(server: subprocess.Popen, port: int, log) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise failed("JupyterLab", log, server.returncode)
        try:
            urllib.request.urlopen(f"http://{HOST}:{port}/api", timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise failed(f"JupyterLab did not answer within {PATIENCE} s; it", log, -1)


def welcome(address: str, browser: bool) -> None:
    print(f"\nLatency Lab is at\n\n  {address}\n\nStop it with Ctrl-C.", flush=True)
    if browser:
        webbrowser.open(address)


def stop(server: subprocess.Popen) -> None:
    server.stdin.close()
    try:
        server.wait(timeout=15)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()

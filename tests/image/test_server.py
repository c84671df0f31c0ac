"""JupyterLab as started by the container."""

import re
import time

LOOPBACK = {"0100007F", "0" * 24 + "01000000", "0" * 16 + "FFFF00000100007F"}
LISTENS = "0A"
SOCKETS = ("cat", "/proc/net/tcp", "/proc/net/tcp6")


def listening(container) -> set[tuple[bool, int]]:
    """For each listening socket: whether it is reachable from outside, and its port."""
    found = re.findall(r"^\s*\d+: ([0-9A-F]+):([0-9A-F]{4}) \S+ " + LISTENS,
                       container.run(*SOCKETS), re.MULTILINE)  # fmt: skip
    return {(address not in LOOPBACK, int(port, 16)) for address, port in found}


def test_only_the_page_is_reachable_from_outside(server):
    kernel = server.api("POST", "/api/kernels")["id"]
    try:
        deadline = time.monotonic() + 60
        while len(listening(server.container)) < 6 and time.monotonic() < deadline:
            time.sleep(0.5)  # The kernel opens five ports, all on loopback.
        ports = listening(server.container)
        assert len(ports) >= 6
        assert {port for beyond, port in ports if beyond} == {8888}
    finally:
        server.ask("DELETE", f"/api/kernels/{kernel}", server.token)


def test_without_the_token_nothing_is_shown(server):
    assert server.ask("GET", "/api/kernels")[0] == 403
    assert server.ask("GET", "/api/contents/notebooks", "wrong")[0] == 403
    assert "/login?" in server.ask("GET", "/lab")[1]


def test_with_the_token_a_binder_link_opens_a_notebook(server):
    notebook = "notebooks/00-start-here.ipynb"
    status, address, _ = server.ask("GET", f"/lab/tree/{notebook}", server.token)
    assert status == 200 and address.endswith(notebook)
    assert server.api("GET", f"/api/contents/{notebook}?content=0")["writable"]


def test_java_is_the_only_kernel(server):
    assert list(server.api("GET", "/api/kernelspecs")["kernelspecs"]) == ["java"]

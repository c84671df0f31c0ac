"""Ports for kernels that start side by side."""

import itertools
import os
import socket

# Below the ports that systems give to outgoing connections and to listeners that ask for any port.
FIRST, LAST = 20_000, 32_000
KINDS = ("shell_port", "iopub_port", "stdin_port", "hb_port", "control_port")

# Two measurements at the same time begin at different ports.
_begin = os.getpid() * len(KINDS) % (LAST - FIRST)
_next = itertools.cycle([*range(FIRST + _begin, LAST), *range(FIRST, FIRST + _begin)])


def of_a_kernel(host: str) -> dict[str, int]:
    """Five free ports, which no other kernel of this process gets: a kernel binds its ports only a
    second after they were chosen."""
    free = (port for port in _next if is_free(host, port))
    return dict(zip(KINDS, free))


def is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True

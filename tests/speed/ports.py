"""Ports for kernels that start side by side."""

import itertools
import os

from lab_cli.server import is_free

# Below the ports that systems give to outgoing connections and to listeners that ask for any port.
FIRST, LAST = 20_000, 32_000
KINDS = ("shell_port", "iopub_port", "stdin_port", "hb_port", "control_port")

# Two measurements at the same time begin at different ports.
_begin = os.getpid() * len(KINDS) % (LAST - FIRST)
_next = itertools.cycle([*range(FIRST + _begin, LAST), *range(FIRST, FIRST + _begin)])


def of_a_kernel() -> dict[str, int]:
    """Five free ports, which no other kernel of this process gets: a kernel binds its ports only a
    second after they were chosen."""
    return dict(zip(KINDS, filter(is_free, _next)))

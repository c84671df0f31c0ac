"""Who reads what is printed may leave early, as in ./lab check | head."""

import os
import sys
from typing import Callable

# As a shell shows a program that SIGPIPE ended.
PIPE_CLOSED = 141


def told(work: Callable[[], int]) -> int:
    """The work's exit code; a reader who left ends it without a word."""
    try:
        try:
            return work()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED

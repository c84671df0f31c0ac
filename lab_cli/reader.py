"""The reader of our output may stop early, as in ./lab check | head."""

import os
import sys
from typing import Callable

# The exit code that a shell shows for a program that SIGPIPE ended.
PIPE_CLOSED = 141


def told(work: Callable[[], int]) -> int:
    """The exit code of the work; if the reader stops early, it ends without a message."""
    try:
        try:
            return work()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends, and would print an error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED

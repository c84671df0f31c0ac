"""The peak memory of a process and its children."""

import threading
import time
from typing import Callable

import psutil

from lab_cli.inside import processes

EVERY = 0.1
# To count shared pages the system visits every page: about 10 ms per process.
COUNTED_EVERY = 1.0


class PeakMemory:
    """Samples ten times per second; counts shared pages at each new peak, or else once per second."""

    def __init__(self, members: Callable[[], list[psutil.Process]]):
        self.members = members
        self.mib = 0.0
        self.highest, self.counted = 0, 0.0
        self.done = threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "PeakMemory":
        self.thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.done.set()
        self.thread.join()

    def _watch(self) -> None:
        while not self.done.wait(EVERY):
            self.look()

    def look(self) -> None:
        members = self.members()
        resident = sum(map(processes.resident, members))
        late = time.monotonic() - self.counted >= COUNTED_EVERY
        if resident > self.highest or (late and resident > self.mib * processes.MIB):
            self.highest = max(self.highest, resident)
            self.mib = max(self.mib, processes.memory(members))
            self.counted = time.monotonic()

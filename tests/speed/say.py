"""Shows the progress on standard error, so that standard output has only the table."""

import sys
import time


class Say:
    """One line per part; on a terminal it also shows the round."""

    def __init__(self, part: str, out=None):
        self.part, self.out = part, out or sys.stderr
        self.began = time.monotonic()

    def __enter__(self) -> "Say":
        print(f"  {self.part} ...", end="", file=self.out, flush=True)
        return self

    def __call__(self, detail: str) -> None:
        if self.out.isatty():
            print(f"\r\033[K  {self.part}: {detail}", end="", file=self.out, flush=True)

    def __exit__(self, kind, trouble, _) -> None:
        again = f"\r\033[K  {self.part} ..." if self.out.isatty() else ""
        took = f"{time.monotonic() - self.began:.0f} s"
        outcome = f"stopped after {took}: {kind.__name__}: {trouble}" if kind else took
        print(f"{again} {outcome}", file=self.out, flush=True)

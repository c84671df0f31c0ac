"""Runs JupyterLab and stops it, with its kernels, when its standard input ends."""

import os
import sys
import threading


def own_input() -> int:
    """Reserves standard input for this process. JupyterLab runs Node if it is installed, and Node
    would make an inherited pipe non-blocking for all processes, so that a read ends at once."""
    mine = os.dup(sys.stdin.fileno())
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, sys.stdin.fileno())
    os.close(nothing)
    return mine


def end_with(given: int, application) -> None:
    while os.read(given, 1024):
        pass
    application.stop(from_signal=True)


def main() -> None:
    given = own_input()
    from jupyterlab.labapp import LabApp  # The import alone starts Node.

    lab = LabApp.initialize_server(argv=sys.argv[1:])
    threading.Thread(target=end_with, args=(given, lab), daemon=True).start()
    lab.start()


if __name__ == "__main__":
    main()

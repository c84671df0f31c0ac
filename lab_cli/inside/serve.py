"""JupyterLab that ends, with its kernels, when its standard input does."""

import os
import sys
import threading


def own_input() -> int:
    """Standard input for this process alone: Node, which JupyterLab calls where it finds it, would
    make an inherited pipe non-blocking for everybody, and reading it would end at once."""
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
    from jupyterlab.labapp import LabApp  # Importing it is enough to start Node.

    lab = LabApp.initialize_server(argv=sys.argv[1:])
    threading.Thread(target=end_with, args=(given, lab), daemon=True).start()
    lab.start()


if __name__ == "__main__":
    main()

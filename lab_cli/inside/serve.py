"""JupyterLab that ends, with its kernels, when its standard input does."""

import sys
import threading

from jupyterlab.labapp import LabApp


def end_with_input(application) -> None:
    sys.stdin.buffer.read()
    application.stop(from_signal=True)


def main() -> None:
    lab = LabApp.initialize_server(argv=sys.argv[1:])
    threading.Thread(target=end_with_input, args=(lab,), daemon=True).start()
    lab.start()


if __name__ == "__main__":
    main()

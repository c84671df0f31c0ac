"""Executes a notebook and writes the executed copy, even if a cell fails."""

import os
import re
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from lab_cli import jdk, measured, reader
from lab_cli.inside import idle_server, machine, processes
from lab_cli.inside.peak import PeakMemory
from lab_cli.measured import Measurement
from lab_cli.problem import Problem
from lab_cli.project import Project
from lab_cli.stamp import write_whole

LONGEST_CELL = 300
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class Run:
    """One execution of a notebook; tracks the current cell."""

    def __init__(self, notebook: Path):
        self.notebook = notebook
        self.content = nbformat.read(notebook, as_version=4)
        self.index = 0
        self.began = time.monotonic()

    def execute(self) -> str | None:
        """Runs all cells; returns an error report if a cell failed."""
        client = NotebookClient(
            self.content, timeout=LONGEST_CELL, kernel_name="java",
            resources={"metadata": {"path": str(self.notebook.parent)}},
            on_cell_start=self.at_cell,
        )  # fmt: skip
        try:
            with tempfile.TemporaryFile() as kernels_own_log:
                client.execute(stderr=kernels_own_log)
        except CellExecutionError as error:
            return self.report(f"{error.ename}: {error.evalue}\n{error.traceback}")
        except CellTimeoutError:
            return self.report(f"It ran longer than {LONGEST_CELL} s.")
        except DeadKernelError:
            return self.report("The kernel died.")
        except (RuntimeError, OSError, NoSuchKernel) as error:
            raise Problem(f"The kernel did not start: {error}") from error
        finally:
            self.show("")
        return None

    def at_cell(self, cell, cell_index) -> None:
        self.index = cell_index
        self.show(f"  {self.notebook.stem}: cell {cell_index + 1} of {len(self.content.cells)}")

    def show(self, text: str) -> None:
        if sys.stdout.isatty():
            print(f"\r{text:<60}" if text else f"\r{'':<60}\r", end="", flush=True)

    def report(self, error: str) -> str:
        source = "\n".join("    " + line for line in self.content.cells[self.index].source.splitlines())
        lines = COLOURS.sub("", error).strip().splitlines()
        reason = "\n".join("  " + line for line in lines[:30])
        return (f"{self.notebook.name}, cell {self.index + 1} of {len(self.content.cells)} failed:\n\n"
                f"{source}\n\n{reason}\n")  # fmt: skip


def main(notebook: Path, folder: Path, record: bool = False) -> int:
    try:
        return execute(notebook, folder, record)
    except Problem as problem:
        print(f"\nlab: {problem}", file=sys.stderr)
        return 1


@contextmanager
def writing(folder: Path):
    try:
        yield
    except OSError as error:
        raise Problem(
            f"The executed copy cannot be written to {folder}: {error.strerror}.",
            way_out="Choose a folder of yours, on a disk with room, with --out DIR.",
        ) from error


def execute(notebook: Path, folder: Path, record: bool = False) -> int:
    copy, run = folder / notebook.name, Run(notebook)
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)  # Fails now, not after a run of minutes.
        tempfile.TemporaryFile(dir=folder).close()
    with PeakMemory(lambda: processes.family(os.getpid())[1:]) as peak:
        failure = run.execute()
    seconds = time.monotonic() - run.began
    with writing(folder):
        write_whole(copy, nbformat.writes(run.content) + "\n")
    if failure:
        print(failure)
    outcome = "failed" if failure else "passed"
    print(f"{notebook.stem} {outcome} after {seconds:.1f} s; the executed copy is {copy}\n"
          f"The kernel and its children needed {peak.mib:.0f} MiB at most.")  # fmt: skip
    if record and not failure:
        keep(notebook, peak.mib, seconds)
    return 1 if failure else 0


def keep(notebook: Path, mib: float, seconds: float) -> None:
    """Stores the measurement next to the notebooks, for ./lab check."""
    project = Project(notebook.parent.parent)
    made = Measurement(
        round(mib), round(idle_server.mib(project)), round(seconds), machine.cpus(),
        machine.memory_limit(), jdk.find(say=lambda note: None).version, f"{date.today():%Y-%m-%d}",
    )  # fmt: skip
    measured.record(project, notebook.name[:2], made)
    print(f"An idle server needs {made.server_mib} MiB; kept in {measured.file(project)}")


if __name__ == "__main__":
    sys.exit(reader.told(lambda: main(Path(sys.argv[1]), Path(sys.argv[2]), "--record" in sys.argv)))

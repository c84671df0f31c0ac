"""The commands of ./lab."""

import argparse
import os
import sys
from pathlib import Path

from lab_cli import problem, reader
from lab_cli.project import Project

EXAMPLES = """\
examples:
  ./lab start                 set up what is missing and open the lab in the browser
  ./lab start --port 9000     on another port
  ./lab run 02 --quick        run notebook 02 without a browser, with small budgets
  ./lab test notebooks        one part of the tests

On Windows type: py lab start"""

PARTS = ("unit", "notebooks", "kernel", "browser", "image")


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the command, and which help to read."""

    def parse_known_args(self, args=None, namespace=None):
        given, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unknown: {' '.join(unknown)}")
        return given, unknown

    def print_help(self, file=None):
        """Some versions of argparse do not report that the reader has gone."""
        (file or sys.stdout).write(self.format_help())

    def error(self, message: str):
        self.exit(2, f"lab: {message}\n\n{self.format_usage()}More: ./{self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    top = Parser(
        prog="lab", description="Latency Lab: learn server performance by measuring it.",
        epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    verbs = top.add_subparsers(dest="verb", metavar="COMMAND", required=True)
    start = verb(verbs, "start", "set up what is missing and open JupyterLab")
    start.add_argument("--port", type=int, metavar="N", help="default: 8888, or the next free one")
    start.add_argument("--no-browser", action="store_true", help="only print the address")
    ready = verb(verbs, "setup", "set up what is missing, as start does, and open nothing")
    ready.add_argument("--packages", action="store_true", help="only the Python packages")
    test = verb(verbs, "test", "test that everything works")
    test.add_argument("part", nargs="?", choices=PARTS, help="default: all of them")
    run = verb(verbs, "run", "run one notebook in a new kernel, without a browser")
    run.add_argument("number", metavar="NN", help="the notebook's number, such as 02")
    run.add_argument("--out", type=Path, metavar="DIR", help="default: build/executed")
    run.add_argument("--quick", action="store_true", help="small budgets and data")
    run.add_argument("--record", action="store_true", help="keep the memory that it needed, for the index")
    bench = verb(verbs, "bench", "measure the lab's own speed (about five minutes, on an idle machine)")
    bench.add_argument("part", nargs="*", metavar="PART", help="kernel, fork, score, load (default: these four), truth (over an hour)")
    bench.add_argument("--out", type=Path, metavar="FILE", help="default: build/bench/TIME.json")
    bench.add_argument("--compare", type=Path, metavar="OLD", help="show an earlier run beside it")
    bench.add_argument("--show", type=Path, metavar="FILE", help="only show the results that a run has kept")
    bench.add_argument("--quick", action="store_true", help="only check that it works")
    check = verb(verbs, "check", "check form, sizes, language and the index in README.md (seconds)")
    check.add_argument("--fix", action="store_true", help="update the index and the notebooks, format Java")
    new = verb(verbs, "new", "write the skeleton of a notebook, with its room, resources and tests")
    new.add_argument("number", metavar="NN", help="a free number, such as 09")
    new.add_argument("title", metavar="TITLE", help="small letters and dashes, such as load-testing")
    for setting_up in (start, ready, test, run, bench):
        setting_up.add_argument("--yes", action="store_true", help="download a JDK 25 where there is none")
    verb(verbs, "clean", "remove all that the lab has installed or built, and the large datasets that it has generated")
    return top


def verb(verbs, name: str, what: str) -> argparse.ArgumentParser:
    return verbs.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")


def obey(project: Project, given: argparse.Namespace) -> int:
    """Imports only what the command needs, so that ./lab --help stays fast."""
    match given.verb:
        case "start":
            from lab_cli import server

            return server.start(project, given.port, not given.no_browser)
        case "setup":
            from lab_cli import setup

            return setup.prepare(project, given.packages)
        case "test":
            from lab_cli import testing

            return testing.test(project, [given.part] if given.part else list(PARTS))
        case "run":
            from lab_cli import run

            return run.run(project, given.number, given.out, given.quick, given.record)
        case "bench":
            from lab_cli import bench

            return bench.bench(project, given)
        case "check":
            from lab_cli import check

            return check.check(project, given.fix)
        case "new":
            from lab_cli import new

            return new.new(project, given.number, given.title)
        case "clean":
            from lab_cli import clean

            return clean.clean(project)


def main(root: str, arguments: list[str]) -> int:
    return reader.told(lambda: typed(Project(Path(root)), arguments))


def typed(project: Project, arguments: list[str]) -> int:
    given = parser().parse_args(arguments or ["--help"])
    if getattr(given, "yes", False):
        os.environ["LAB_FETCH_JDK"] = "1"
    try:
        return obey(project, given)
    except KeyboardInterrupt:
        print("\nStopped. The same command continues where this one stopped.", file=sys.stderr)
        return 130
    except problem.Problem as trouble:
        print(f"\nlab: {trouble}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"\nlab: {problem.from_system(error, project.root)}", file=sys.stderr)
        return 1

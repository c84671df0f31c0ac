"""The results of a run of ./lab bench, and how they are kept."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from speed.spread import Spread
from lab_cli.problem import Problem
from lab_cli.stamp import write_whole

FORMAT = 1


@dataclass(frozen=True)
class Aim:
    """Our aim; no test asserts it."""

    text: str
    met: bool


@dataclass(frozen=True)
class Row:
    """One line of the table; the ratio is that of the lab's kernel to the one of this line."""

    figure: str
    who: str
    unit: str
    spread: Spread
    samples: tuple[float, ...] = ()
    ratio: Spread | None = None
    aim: Aim | None = None
    note: str = ""


@dataclass(frozen=True)
class Missing:
    """A figure that could not be measured on this machine."""

    figure: str
    why: str


@dataclass
class Report:
    machine: dict
    rows: list[Row] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    seconds: float = 0.0


def save(report: Report, file: Path) -> None:
    write_whole(file, json.dumps({"format": FORMAT, **asdict(report)}, indent=1) + "\n")


def load(file: Path) -> Report:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if kept["format"] != FORMAT:
            raise Problem(f"{file} has format {kept['format']}; this ./lab bench reads {FORMAT}.")
        return Report(
            kept["machine"], [_row(row) for row in kept["rows"]],
            [Missing(**each) for each in kept["missing"]], kept["seconds"],
        )  # fmt: skip
    except FileNotFoundError as error:
        raise Problem(f"There is no file {file}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise Problem(f"{file} was not written by ./lab bench ({error!r}).") from error


def _row(kept: dict) -> Row:
    return Row(**{
        **kept,
        "spread": Spread(**kept["spread"]),
        "samples": tuple(kept["samples"]),
        "ratio": kept["ratio"] and Spread(**kept["ratio"]),
        "aim": kept["aim"] and Aim(**kept["aim"]),
    })  # fmt: skip

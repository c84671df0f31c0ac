"""The figures as one table, or two versions side by side."""

from speed.report import Report, Row
from speed.spread import Spread

HEADINGS = ("figure", "", "n", "median", "range", "lab : this", "aim")
COMPARED = ("figure", "", "old", "new", "new : old", "ranges", "lab : this, old", "new")
SAME_ROW = " "
BUSY = "; BUSY: other programs were running, so do not trust the ratios"
QUICK = "; QUICK: too short for useful figures"


def page(new: Report, old: Report | None = None) -> str:
    """All results of a run, and an earlier run beside it."""
    shown = f"{heading(new.machine)}\n\n{table(new)}"
    if old:
        shown += f"\n\nold: {heading(old.machine)}\nnew: {heading(new.machine)}\n\n{compared(old, new)}"
    return shown


def heading(seen: dict) -> str:
    busy = BUSY if seen["load_before"] > seen["cpus"] / 2 else ""
    return (
        f"{seen['date']}, {seen['cpus']} CPUs, {seen['memory_mib']:,} MiB, {seen['system']}, "
        f"JDK {seen['jdk']}, commit {seen['commit'] or 'unknown'}, "
        f"load before {seen['load_before']}{busy}{QUICK if seen['quick'] else ''}"
    )


def table(report: Report) -> str:
    rows = [_cells(row) for row in report.rows]
    lines = [*_aligned([HEADINGS, *_said_once(rows)])]
    lines += [f"{each.figure}: not measured. {each.why}" for each in report.missing]
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    median = f"{number(row.spread.median)} {row.unit}"
    aim = f"{row.aim.text}: {'met' if row.aim.met else 'not met'}" if row.aim else ""
    last = "; ".join(filter(None, [aim, row.note]))
    return row.figure, row.who, str(len(row.samples)), median, reach(row.spread), _ratio(row.ratio), last


def compared(old: Report, new: Report) -> str:
    """The figures of both reports; figures of only one report are named below."""
    before = {(row.figure, row.who): row for row in old.rows}
    after = {(row.figure, row.who): row for row in new.rows}
    both = [key for key in after if key in before]
    rows = [_change(before[key], after[key]) for key in both]
    lines = [*_aligned([COMPARED, *_said_once(rows)])]
    lines += [f"only in the old run: {', '.join(filter(None, k))}" for k in before if k not in after]
    lines += [f"only in the new run: {', '.join(filter(None, k))}" for k in after if k not in before]
    return "\n".join(lines)


def _change(old: Row, new: Row) -> tuple[str, ...]:
    factor = number(new.spread.median / old.spread.median) if old.spread.median else ""
    return (
        new.figure, new.who, f"{number(old.spread.median)} {old.unit}",
        f"{number(new.spread.median)} {new.unit}", factor,
        "overlap" if old.spread.overlaps(new.spread) else "apart",
        _middle(old.ratio), _middle(new.ratio),
    )  # fmt: skip


def _middle(spread: Spread | None) -> str:
    return number(spread.median) if spread else ""


def _ratio(spread: Spread | None) -> str:
    return f"{number(spread.median)} ({reach(spread)})" if spread else ""


def reach(spread: Spread) -> str:
    return f"{number(spread.low)} - {number(spread.high)}"


def number(value: float) -> str:
    """Three significant digits."""
    size = abs(value)
    digits = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3
    return f"{value:,.{digits}f}"


def _said_once(rows):
    """Prints the name of a figure only on its first line."""
    last = None
    for row in rows:
        yield (SAME_ROW if row[0] == last else row[0], *row[1:])
        last = row[0]


def _aligned(rows):
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths))
        yield "  ".join(cells).rstrip()

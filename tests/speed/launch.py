"""Kernel launch to the first result, for all kernels, alternating."""

from dataclasses import dataclass

from speed import contenders, pace
from speed.kernel import Contender, Kernel
from speed.report import Aim, Row
from speed.spread import Spread, ratio
from lab_cli.inside import processes

AIMS = {contenders.PLAIN: 0.5, contenders.PYTHON: 2.5}
COUNT = {"launch to the first result": "s", "CPU time until then": "s", "memory then (PSS)": "MiB"}


@dataclass(frozen=True)
class Launch:
    seconds: float
    cpu: float
    mib: float


def launch(contender: Contender) -> Launch:
    with Kernel(contender) as kernel:
        seconds = kernel.first_result().seconds
        cpu = processes.cpu_seconds(kernel.pid)
        return Launch(seconds, cpu, processes.memory(processes.family(kernel.pid)))


def by_turns(kernels: list[Contender], rounds: int, say) -> dict[str, list[Launch]]:
    """One round that does not count; then each kernel once per round, each of them first in turn."""
    launches: dict[str, list[Launch]] = {kernel.name: [] for kernel in kernels}
    for round_ in pace.rounds(rounds + 1, "launch"):
        say(f"round {round_} of {rounds}" if round_ else "warming up")
        first = round_ % len(kernels)
        for kernel in kernels[first:] + kernels[:first]:
            seen = launch(kernel)
            if round_:
                launches[kernel.name].append(seen)
    return launches


def rows(launches: dict[str, list[Launch]]):
    for figure, part in zip(COUNT, ("seconds", "cpu", "mib")):
        samples = {name: [getattr(each, part) for each in seen] for name, seen in launches.items()}
        for name in samples:
            yield row(figure, COUNT[figure], samples, name, AIMS if part == "seconds" else {})


def row(figure: str, unit: str, samples: dict[str, list[float]], name: str, aims: dict) -> Row:
    """The row of one kernel, with the ratio of the lab's kernel to it."""
    own = samples[name]
    if name == contenders.LAB or not all(own):
        return Row(figure, name, unit, Spread.of(own), tuple(own))
    compared = ratio(samples[contenders.LAB], own)
    aim = None
    if name in aims:
        aim = Aim(f"ratio at most {aims[name]:g}", compared.median <= aims[name])
    return Row(figure, name, unit, Spread.of(own), tuple(own), compared, aim)

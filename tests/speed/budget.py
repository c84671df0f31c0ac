"""How often and how long each part measures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Budget:
    launches: int
    cells: int
    idle_seconds: float
    bench_kernels: int
    bench_runs: int
    score_rounds: int
    iterations: int
    iteration_millis: int
    loads: int
    load_seconds: int
    truth_runs: int
    truth_seconds: int


FULL = Budget(
    launches=9, cells=40, idle_seconds=10, bench_kernels=3, bench_runs=4,
    score_rounds=3, iterations=10, iteration_millis=250, loads=5, load_seconds=4,
    truth_runs=100, truth_seconds=30,
)  # fmt: skip

# Too little for useful figures; enough to see that each of them can be measured.
QUICK = Budget(
    launches=2, cells=3, idle_seconds=1, bench_kernels=1, bench_runs=2,
    score_rounds=1, iterations=3, iteration_millis=50, loads=1, load_seconds=1,
    truth_runs=1, truth_seconds=3,
)  # fmt: skip

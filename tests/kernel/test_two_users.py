"""Two users measure on one machine at once: both get a result; on a small machine one of them waits."""

import os
import stat
import tempfile
from pathlib import Path

import pytest
from kernel.session import Session

fcntl = pytest.importorskip("fcntl")
BENCHMARK = (
    "import static lab.Lab.*;\nimport org.openjdk.jmh.annotations.*;\n"
    "public class Sum { @Benchmark public long sum() { long s = 0; for (int i = 0; i < 99; i++) s += i; return s; } }"
)
RUN = "bench(Sum.class)"


only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may act as two users")


@pytest.fixture
def machine():
    """A temporary folder that every user may write to, like /tmp."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(stat.S_ISVTX | 0o777)
        yield Path(folder)


def user(machine, name: str, account: str | None = None, cpus: int = 2) -> Session:
    home = machine / name
    home.mkdir()
    home.chmod(0o777)
    return Session(
        account, LAB_HOME=str(home), LAB_QUICK="1", HOME=str(home),
        JAVA_TOOL_OPTIONS=f"-Djava.io.tmpdir={machine} -XX:ActiveProcessorCount={cpus}",
    )  # fmt: skip


def shown(cell) -> str:
    texts = [c["data"].get("text/plain", "") for kind, c, _ in cell.outputs if "data" in c]
    return cell.printed + "\n".join(texts)


def both_measure(first: Session, second: Session) -> list:
    kernels = (first, second)
    for kernel in kernels:
        assert kernel.run(BENCHMARK).ok
    sent = [kernel.client.execute(RUN) for kernel in kernels]
    return [kernel.answer(each, 180) for kernel, each in zip(kernels, sent)]


WAITS = "waiting for "


def test_both_get_a_result_and_one_shows_which_process_it_waits_for(machine):
    with user(machine, "ada") as ada, user(machine, "bob") as bob:
        cells = both_measure(ada, bob)

    assert all(cell.ok and "sum" in shown(cell) for cell in cells)
    assert [(WAITS in shown(cell)) for cell in cells].count(True) == 1
    assert any(f"process {pid}" in shown(cell) for pid, cell in zip((bob.pid, ada.pid), cells))


def test_with_enough_cpus_for_both_neither_waits(machine):
    with user(machine, "ada", cpus=8) as ada, user(machine, "bob", cpus=8) as bob:
        cells = both_measure(ada, bob)

    assert all(cell.ok and "sum" in shown(cell) for cell in cells)
    assert not any(WAITS in shown(cell) for cell in cells)


@only_root
def test_different_accounts_do_not_lock_each_other_out(machine):
    with user(machine, "ada") as ada, user(machine, "bob", "nobody") as bob:
        cells = both_measure(bob, ada)

    assert all(cell.ok and "sum" in shown(cell) for cell in cells)
    assert [(WAITS in shown(cell)) for cell in cells].count(True) == 1


@only_root
def test_a_jmh_run_of_another_account_blocks_even_if_its_lock_is_read_only(machine):
    lock = machine / "jmh.lock"
    lock.touch(0o644)
    with user(machine, "bob", "nobody") as bob, open(lock, "r+") as jmh:
        assert bob.run(BENCHMARK).ok
        fcntl.lockf(jmh, fcntl.LOCK_EX)
        sent = bob.client.execute(RUN)
        waits = ""
        while WAITS not in waits:
            content = bob.client.get_iopub_msg(timeout=60)["content"]
            waits = str(content.get("data", ""))
        fcntl.lockf(jmh, fcntl.LOCK_UN)
        cell = bob.answer(sent, 180)

    assert "a JMH run outside the lab" in waits
    assert cell.ok and "sum" in shown(cell)

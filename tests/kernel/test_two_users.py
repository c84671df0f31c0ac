"""Two who measure on one machine at once: each gets a result, one of them after a wait."""

import contextlib
import fcntl
import os
import stat

import pytest
from kernel.session import Session

BENCHMARK = (
    "import static lab.Lab.*;\nimport org.openjdk.jmh.annotations.*;\n"
    "public class Sum { @Benchmark public long sum() { long s = 0; for (int i = 0; i < 99; i++) s += i; return s; } }"
)
RUN = "bench(Sum.class)"


@pytest.fixture
def machine(tmp_path_factory):
    """A temporary folder that everybody may write to, as /tmp is."""
    folder = tmp_path_factory.mktemp("machine", numbered=True)
    for each in (folder, folder.parent):
        each.chmod(stat.S_ISVTX | 0o777)
    with contextlib.suppress(OSError):
        folder.parent.parent.chmod(0o755)
    return folder


def user(machine, name: str, account: str | None = None) -> Session:
    home = machine / name
    home.mkdir()
    home.chmod(0o777)
    return Session(
        account, LAB_HOME=str(home), LAB_QUICK="1", HOME=str(home),
        JAVA_TOOL_OPTIONS=f"-Djava.io.tmpdir={machine}",
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


def test_both_get_a_result_and_one_is_told_for_whom_it_waits(machine):
    with user(machine, "ada") as ada, user(machine, "bob") as bob:
        cells = both_measure(ada, bob)

    assert all(cell.ok and "sum" in shown(cell) for cell in cells)
    assert [("waiting up to" in shown(cell)) for cell in cells].count(True) == 1
    assert any(f"process {pid}" in shown(cell) for pid, cell in zip((bob.pid, ada.pid), cells))

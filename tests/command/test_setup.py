"""Steps are skipped if nothing has changed, and run again if something has."""

import json
import sys

import pytest
from lab_cli import kernelspec, problem, progress, setup, stamp
from lab_cli.jdk import Jdk
from lab_cli.problem import Problem
from lab_cli.project import Project


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path / "with space")


def step(inputs, work):
    return setup.Step("name", "A step", inputs, work)


def test_a_step_is_done_once_for_the_same_inputs(project):
    done = []
    assert step("a", lambda: done.append(1)).bring_up_to_date(project)
    assert not step("a", lambda: done.append(2)).bring_up_to_date(project)
    assert step("b", lambda: done.append(3)).bring_up_to_date(project)
    assert done == [1, 3]


def test_a_step_that_failed_is_done_again(project):
    def fail():
        raise Problem("no")

    step("a", lambda: None).bring_up_to_date(project)
    with pytest.raises(Problem):
        step("b", fail).bring_up_to_date(project)
    assert step("a", lambda: None).bring_up_to_date(project)


def test_the_needs_of_the_last_step_are_checked_before_the_first_step(project):
    def missing():
        raise Problem("Maven")

    done = []
    first = step("a", lambda: done.append(1))
    last = setup.Step("last", "The last", "b", lambda: done.append(2), missing)
    with pytest.raises(Problem):
        setup.bring_up_to_date(project, [first, last])
    assert done == []
    stamp.write_whole(project.stamps / "last", "b")
    setup.bring_up_to_date(project, [first, last])
    assert done == [1]


def test_a_fingerprint_depends_on_contents_and_names(tmp_path):
    folder = tmp_path / "src"
    folder.mkdir()
    (folder / "A.java").write_text("a")
    before = stamp.fingerprint(folder)
    assert stamp.fingerprint(folder) == before
    (folder / "A.java").write_text("b")
    changed = stamp.fingerprint(folder)
    (folder / "A.java").rename(folder / "B.java")
    assert len({before, changed, stamp.fingerprint(folder)}) == 3


def test_a_file_is_written_completely_or_not_at_all(tmp_path):
    file = tmp_path / "file"
    stamp.write_whole(file, "old")
    with pytest.raises(UnicodeEncodeError):
        stamp.write_whole(file, "new \ud800")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
    assert file.read_text() == "old"


def test_a_failing_step_shows_the_end_of_its_log_and_the_path(tmp_path):
    log = tmp_path / "logs" / "step.log"
    noisy = "for i in range(100): print('line', i)\nraise SystemExit(3)"
    with pytest.raises(Problem) as raised:
        progress.run([sys.executable, "-c", noisy], log, label="The noisy step")
    said = str(raised.value)
    assert "The noisy step failed (exit 3)" in said
    assert "line 99" in said and "line 50" not in said
    assert str(log) in said


@pytest.mark.parametrize(
    "told, offline",
    [("ERROR: Could not find a version that satisfies the requirement anyio", True),
     ("Could not transfer artifact io.vertx:vertx-core:pom:5.2.0: repo: Unknown host", True),
     ("[ERROR] COMPILATION ERROR : class, interface, or enum expected", False)],
)  # fmt: skip
def test_a_missing_network_is_asked_for(tmp_path, told, offline):
    log = tmp_path / "tool.log"
    log.write_text(told)
    assert ("Is there a network" in str(progress.failed("Installing", log, 1))) == offline


def test_a_full_disk_is_recognised_in_the_output_of_a_tool(tmp_path):
    log = tmp_path / "pip.log"
    log.write_text("ERROR: [Errno 28] No space left on device\n")
    assert "No space is left" in str(progress.failed("pip", log, 1))


def test_a_full_disk_is_recognised_even_without_output_of_the_tool(tmp_path, monkeypatch):
    log = tmp_path / "jupyter.log"
    log.touch()
    assert "JupyterLab failed" in str(progress.failed("JupyterLab", log, 120))
    monkeypatch.setattr(problem, "NO_ROOM", 2**62)
    assert f"on the disk of {tmp_path} and" in str(progress.failed("JupyterLab", log, 120))


def test_the_kernelspec_starts_java_directly_with_an_explicit_heap(project):
    (project.kernelspec / "lib").mkdir(parents=True)
    for name in ("jjava.jar", "lab-kernel.jar", "lib/lab-lib-0.1.0.jar", "lib/other.jar"):
        (project.kernelspec / name).touch()
    kernelspec.write(project, Jdk(project.root / "jdk", "25.0.3"))
    spec = json.loads((project.kernelspec / "kernel.json").read_text())
    assert spec["argv"][0] == str(project.root / "jdk" / "bin" / kernelspec_java())
    assert any(flag.startswith("-Xmx") for flag in spec["argv"])
    assert spec["interrupt_mode"] == "message"
    assert spec["argv"][-2:] == [kernelspec.MAIN, "{connection_file}"]
    assert not any("AOTCache" in flag for flag in spec["argv"])
    assert spec["argv"][-3].endswith("other.jar")


def test_the_cache_is_named_only_when_it_exists(project):
    kernelspec.cache(project).parent.mkdir(parents=True)
    kernelspec.cache(project).touch()
    kernelspec.write(project, Jdk(project.root, "25"))
    spec = json.loads((project.kernelspec / "kernel.json").read_text())
    assert f"-XX:AOTCache={kernelspec.cache(project)}" in spec["argv"]


def kernelspec_java() -> str:
    from lab_cli.jdk import SUFFIX

    return f"java{SUFFIX}"

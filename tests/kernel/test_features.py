"""Our kernel supports all features of JJava: magics, start-up snippets, options, extensions."""

import os
import shutil
import subprocess

import pytest
from kernel.session import Session
from lab_cli import jdk, kernelspec

from tests.conftest import PROJECT

CARD = 'record Hello(String html, String text) implements lab.exercise.Card {}\nnew Hello("<b>hi</b>", "hi")'
DEPENDENCY = "<dependency><groupId>com.google.re2j</groupId><artifactId>re2j</artifactId><version>1.8</version></dependency>"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a script for each way to load one, and libraries with one class each."""
    place = tmp_path_factory.mktemp("place")
    (place / "first.jshell").write_text("int fromPath = 1;")
    (place / "loaded.jshell").write_text("int loaded = 3;\nint twice(int n) { return 2 * n; }")
    for name in ("Near", "Other", "Far"):
        package = place / name.lower()
        package.mkdir()
        source = package / f"{name}.java"
        source.write_text(f'package {name.lower()}; public class {name} {{ public static String where() {{ return "{name}"; }} }}')  # fmt: skip
        subprocess.run([jdk.find().javac, "-d", place / f"{name.lower()}-classes", source], check=True)
    shutil.make_archive(str(place / "far"), "zip", place / "far-classes")
    (place / "far.zip").rename(place / "far.jar")
    return place


@pytest.fixture(scope="module")
def kernel(place):
    settings = {
        "JJAVA_STARTUP_SCRIPTS_PATH": f"{place}/f*.jshell",
        "JJAVA_STARTUP_SCRIPT": "int fromScript = fromPath + 1;",
        "JJAVA_COMPILER_OPTS": "-parameters",
        "JJAVA_TIMEOUT": "20 SECONDS",
        "JJAVA_CLASSPATH": f"{place}/near-*",
    }
    with Session(**settings) as session:
        yield session


def value(kernel, code: str) -> str:
    cell = kernel.run(code)
    assert cell.ok, cell.reply
    return cell.result["text/plain"]


def test_startup_scripts_run_before_the_first_cell(kernel):
    assert value(kernel, "fromPath + fromScript") == "3"


def test_compiler_options_are_applied(kernel):
    kernel.run("class Named { void it(int size) {} }")

    assert value(kernel, 'Named.class.getDeclaredMethod("it", int.class).getParameters()[0].getName()') == "size"


def test_the_class_path_of_the_environment_is_used(kernel):
    assert value(kernel, "near.Near.where()") == "Near"


def test_load_runs_a_file(kernel, place):
    kernel.run(f"%load {place}/loaded.jshell")

    assert value(kernel, "twice(loaded)") == "6"


def test_classpath_adds_a_folder(kernel, place):
    kernel.run(f"%classpath {place}/other-classes")

    assert value(kernel, "other.Other.where()") == "Other"


def test_jars_adds_jars(kernel, place):
    kernel.run(f"%jars {place}/*.jar")

    assert value(kernel, "far.Far.where()") == "Far"


@pytest.mark.parametrize("code", ["%time Thread.sleep(20)", "%%time\nThread.sleep(10);\nThread.sleep(10);"])
def test_time_reports_the_elapsed_time(kernel, code):
    cell = kernel.run(code)

    assert cell.ok
    assert "Wall time" in cell.printed + str([content for _, content, _ in cell.outputs])


def test_maven_finds_artifacts_in_the_local_repository(kernel):
    cell = kernel.run("%maven com.google.re2j:re2j:1.8")

    assert cell.ok, cell.traceback


def test_a_pom_in_a_cell_is_resolved(kernel):
    cell = kernel.run(f"%%loadFromPOM\n{DEPENDENCY}")

    assert cell.ok, cell.traceback


def test_an_artifact_that_maven_does_not_find_is_named(kernel):
    cell = kernel.run("%maven no.such.group:artifact:1.0")

    assert "no.such.group" in cell.traceback
    assert kernel.run("1 + 1").ok


def test_an_unknown_magic_is_named(kernel):
    assert "nosuch" in kernel.run("%nosuch thing").traceback


def test_a_statement_is_stopped_after_the_configured_timeout():
    with Session(JJAVA_TIMEOUT="500 MILLISECONDS") as hasty:
        cell = hasty.run("Thread.sleep(60_000);")

        assert cell.reply["ename"] == "CellTimeout"
        assert "JJAVA_TIMEOUT" in cell.reply["evalue"]
        assert hasty.run("1 + 1").ok


def test_extensions_can_be_disabled():
    with Session(JJAVA_LOAD_EXTENSIONS="0") as bare:
        assert "text/html" not in bare.run(CARD).result


def test_the_lab_works_in_plain_jjava_too():
    jars = os.pathsep.join(map(str, kernelspec.jars(PROJECT)))
    with Session(argv=plain_jjava(), JJAVA_CLASSPATH=jars) as plain:
        assert plain.run("import static lab.Lab.*;").ok
        assert plain.run(CARD).result["text/html"] == "<b>hi</b>"
        assert plain.run("about()").result["text/html"]
        plain.client.shutdown()

        assert plain.ends_within(3)


def plain_jjava() -> list[str]:
    """The command of the kernelspec from pip, but without its launcher, which is a separate JVM."""
    opens = "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED"
    return [str(jdk.find().java), opens, "-jar", str(PROJECT.kernelspec / "jjava.jar"), "{connection_file}"]

"""Which JDK is used, tested in invented folders."""

import os
from pathlib import Path

import pytest
from lab_cli import jdk
from lab_cli.problem import Problem


def make_jdk(home: Path, version: str, compiler: bool = True) -> Path:
    (home / "bin").mkdir(parents=True)
    names = ["java", "javac"] if compiler else ["java"]
    for name in names:
        program = home / "bin" / f"{name}{jdk.SUFFIX}"
        program.write_text("#!/bin/sh\nexit 1\n")
        program.chmod(0o755)
    (home / "release").write_text(f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\n')
    return home


def find(environ, *patterns, notes=None):
    say = (notes if notes is not None else []).append
    return jdk.find({"PATH": "", **environ}, patterns, say)


def test_java_home_comes_first(tmp_path):
    home = make_jdk(tmp_path / "a", "25.0.1")
    make_jdk(tmp_path / "jvm" / "b", "26")
    assert find({"JAVA_HOME": str(home)}, f"{tmp_path}/jvm/*").home == home


def test_a_java_home_that_is_too_old_is_passed_over_with_a_note(tmp_path):
    old, new = make_jdk(tmp_path / "old", "17.0.15"), make_jdk(tmp_path / "jvm" / "new", "25.0.3")
    notes = []
    assert find({"JAVA_HOME": str(old)}, f"{tmp_path}/jvm/*", notes=notes).home == new
    assert len(notes) == 1
    assert "17.0.15" in notes[0] and "25.0.3" in notes[0] and str(new) in notes[0]


def test_a_java_home_that_is_new_enough_needs_no_note(tmp_path):
    notes = []
    find({"JAVA_HOME": str(make_jdk(tmp_path / "a", "25"))}, notes=notes)
    assert notes == []


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_the_link_on_the_path_leads_to_its_jdk(tmp_path):
    home = make_jdk(tmp_path / "home of java", "25.0.3")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").symlink_to(home / "bin" / "java")
    assert find({"PATH": str(tmp_path / "bin")}).home == home


def test_a_runtime_without_a_compiler_is_not_enough(tmp_path):
    make_jdk(tmp_path / "jvm" / "jre", "25", compiler=False)
    with pytest.raises(Problem):
        find({}, f"{tmp_path}/jvm/*")


def test_the_message_names_what_was_found_and_what_to_install(tmp_path):
    make_jdk(tmp_path / "jvm" / "old", "21.0.2")
    with pytest.raises(Problem) as raised:
        find({}, f"{tmp_path}/jvm/*")
    said = str(raised.value)
    assert "JDK 21.0.2" in said
    for system in ("apt install openjdk-25-jdk", "dnf install", "brew install", "winget install"):
        assert system in said
    assert len(said.splitlines()) <= 20


@pytest.mark.parametrize(
    "version, feature", [("25", 25), ("25.0.3", 25), ("1.8.0_402", 8), ("26-ea", 26)]
)
def test_versions_are_read_as_java_counts_them(version, feature):
    assert jdk.Jdk(Path("x"), version).feature == feature


def test_the_environment_puts_the_jdk_before_everything_else(tmp_path):
    environment = jdk.Jdk(tmp_path, "25").environment({"PATH": "elsewhere", "JAVA_HOME": "old"})
    assert environment["JAVA_HOME"] == str(tmp_path)
    assert environment["PATH"].startswith(str(tmp_path / "bin") + os.pathsep)

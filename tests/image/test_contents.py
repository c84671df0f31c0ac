"""The contents of the image, and the permissions of a learner."""

import re
import xml.etree.ElementTree as xml

import pytest

from tests.conftest import PROJECT

LARGEST = 1_100_000_000
LAB = "/opt/lab"
KERNEL = f"{LAB}/.venv/share/jupyter/kernels/java"
# Parts in the order of counting; each folder counts only once.
PARTS = {
    "kernel, library, start-up cache": KERNEL,
    "JupyterLab and its Python packages": f"{LAB}/.venv",
    "JDK 25": "/opt/java",
    "Debian, Python, fonts": "/usr /var /etc",
}
INSTALLED = """
from importlib.metadata import distributions
for found in distributions():
    print(found.metadata["Name"] + "==" + found.version)
"""
# Folders that do not belong to the learner: no file there may be writable, regardless of its owner.
OF_THE_SYSTEM = "-path '/proc/*' -o -path '/dev/*' -o -path '/sys/*'"
WRITABLE = f"find / -xdev -writable -not -type l -not '(' {OF_THE_SYSTEM} ')'"
MAY_BE = re.compile(r"/home/jovyan(/.*)?|(/var)?/tmp(/.*)?|/run/lock|/dev|/proc|/sys")


@pytest.fixture(scope="module")
def shell(engine, image):
    return lambda script, **more: engine.run(image, "sh", "-c", script, **more)


def sizes_of_parts(shell) -> dict[str, int]:
    """MB, largest first."""
    folders = " ".join(PARTS.values())
    lines = shell(f"du -sm {folders} 2>/dev/null || true").splitlines()
    by_folder = {folder: int(size) for size, folder in map(str.split, lines)}
    sizes = {name: sum(map(by_folder.get, place.split())) for name, place in PARTS.items()}
    return {f"  {name}": sizes[name] for name in sorted(sizes, key=sizes.get, reverse=True)}


def test_the_image_is_small(engine, image, shell, told):
    size = int(engine.about(image, "{{.Size}}"))
    told["image (MB)"] = size // 1_000_000
    told.update(sizes_of_parts(shell))
    assert size <= LARGEST


def test_the_user_is_not_root(engine, image, shell):
    assert engine.about(image, "{{.Config.User}}") not in ("", "0", "root")
    assert shell("id -u; id -un").split() == ["1000", "jovyan"]


def test_python3_is_the_python_with_jupyterlab(engine, image):
    program = "import sys, jupyterlab; print(sys.prefix)"
    assert engine.run(image, "python3", "-c", program).strip() == f"{LAB}/.venv"


def pinned() -> set[str]:
    text = (PROJECT.root / "binder" / "requirements.txt").read_text(encoding="utf-8")
    found = re.findall(r"^([\w.-]+)(?:\[[^]]*\])?==([\w.]+)", text, re.MULTILINE)
    return {f"{name}=={version}" for name, version in found}


def normalised(names) -> set[str]:
    return {re.sub(r"[-_.]+(?=.*==)", "-", name).lower() for name in names}


def test_the_python_packages_are_the_pinned_ones(engine, image):
    installed = normalised(engine.run(image, "python3", "-c", INSTALLED).split())
    unpinned = installed - normalised(pinned())
    assert {name.split("==")[0] for name in unpinned} <= {"pip", "setuptools"}
    assert {"jupyterlab", "jjava"} <= {name.split("==")[0] for name in installed}


def wanted_jars():
    """Artifact and version of each library with a version in the pom of lab-lib."""
    space = {"m": "http://maven.apache.org/POM/4.0.0"}
    pom = xml.parse(PROJECT.library / "pom.xml")
    properties = {item.tag.split("}")[1]: item.text for item in pom.find("m:properties", space)}
    for dependency in pom.findall("m:dependencies/m:dependency", space):
        said = {item.tag.split("}")[1]: item.text for item in dependency}
        if said.get("scope") not in ("test", "provided") and "version" in said:
            named = re.fullmatch(r"\$\{(.+)\}", said["version"])
            version = properties[named.group(1)] if named else said["version"]
            yield f"{said['artifactId']}-{version}.jar"


def test_the_jars_are_those_in_the_pom(shell):
    there = set(shell(f"ls {KERNEL}/lib").split())
    wanted = set(wanted_jars())
    assert len(wanted) >= 3 and wanted <= there, wanted - there


def test_a_learner_can_write_only_to_home_and_temporary_folders(shell):
    writable = shell(f"{WRITABLE} 2>/dev/null || true").splitlines()
    assert "/home/jovyan" in writable
    assert [place for place in writable if not MAY_BE.fullmatch(place)] == []


@pytest.mark.parametrize("file", [f"{LAB}/datasets/orders.json", f"{KERNEL}/kernel.json"])
def test_shipped_files_cannot_be_changed(shell, file):
    said = shell(f"[ -r {file} ] && ! echo x 2>&1 >>{file} && ! rm -f {file}")
    assert "Permission denied" in said


def test_the_folder_where_binder_mounts_its_configuration_is_empty(shell):
    assert shell("ls /etc/jupyter 2>&1 || true").endswith("No such file or directory\n")
    assert f"{LAB}/.venv/etc/jupyter" in shell("jupyter --paths")


def test_the_kernel_starts_from_its_cache(shell):
    """With AOTMode=on, Java fails to start if it cannot use the cache; auto would silently ignore it."""
    start = f"""python3 -c '
import json, subprocess
argv = json.load(open("{KERNEL}/kernel.json"))["argv"]
path = argv.index("-cp") + 2
subprocess.run([argv[0], "-XX:AOTMode=on", "-Xlog:aot", *argv[1:path], "-version"], check=True)'"""
    assert "Using AOT-linked classes: true" in shell(start)

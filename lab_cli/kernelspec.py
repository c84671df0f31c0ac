"""The kernelspec of our Java kernel: kernel.json, its jars, and a start-up cache."""

import json
import os
import shutil
from pathlib import Path

from lab_cli import progress, stamp
from lab_cli.jdk import Jdk
from lab_cli.project import Project

MAIN = "lab.kernel.KernelMain"

# Explicit heap and collector: results must not depend on the size of the machine.
FLAGS = (
    "-Xmx640m",
    "-XX:+UseSerialGC",
    "-Djava.awt.headless=true",
    "-Duser.language=en",
    "-Duser.country=US",
    "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
)


def main_sources(project: Project) -> Path:
    """Sources that need the jar of the kernel, which pip installs and Maven does not have."""
    return project.library / "src" / "kernel" / "java"


def jars(project: Project) -> list[Path]:
    """Copies of the lab's jar and its dependencies, so that a new build does not remove them.

    The jar of sources is excluded: the compiler would treat its files as newer classes."""
    return [jar for jar in _copies(project) if not jar.stem.endswith("-sources")]


def _copies(project: Project) -> list[Path]:
    return sorted((project.kernelspec / "lib").glob("*.jar"))


def class_path(project: Project) -> str:
    kernel = [project.kernelspec / "jjava.jar"]
    own = [jar for jar in [project.kernelspec / "lab-kernel.jar"] if jar.exists()]
    return os.pathsep.join(str(jar) for jar in own + kernel + jars(project))


def cache(project: Project) -> Path:
    return project.kernelspec / "kernel.aot"


def command(project: Project, jdk: Jdk, flags=()) -> list[str]:
    start = [str(jdk.java), *FLAGS, *flags]
    if (project.kernelspec / "lab-kernel.jar").exists():
        return [*start, "-cp", class_path(project), MAIN, "{connection_file}"]
    return [*start, "-jar", str(project.kernelspec / "jjava.jar"), "{connection_file}"]


def write(project: Project, jdk: Jdk) -> None:
    flags = [f"-XX:AOTCache={cache(project)}"] if cache(project).exists() else []
    spec = {
        "argv": command(project, jdk, flags),
        "display_name": f"Java {jdk.feature}",
        "language": "java",
        "interrupt_mode": "message",
        "env": {"JAVA_HOME": str(jdk.home)},
    }
    stamp.write_whole(project.kernelspec / "kernel.json", json.dumps(spec, indent=1) + "\n")


def install_jars(project: Project) -> None:
    """Copies the jars built by Maven; where the system allows it, running kernels keep the old files."""
    target = project.library / "target"
    built = [jar for jar in target.glob("lab-lib-*.jar")] + list((target / "lib").glob("*.jar"))
    folder = project.kernelspec / "lib"
    folder.mkdir(parents=True, exist_ok=True)
    for jar in built:
        part = folder / f"{jar.name}.part"
        shutil.copy2(jar, part)
        os.replace(part, folder / jar.name)
    for stale in {jar.name for jar in _copies(project)} - {jar.name for jar in built}:
        (folder / stale).unlink()


def compile_main(project: Project, jdk: Jdk) -> None:
    sources = sorted(main_sources(project).rglob("*.java"))
    if not sources:
        return
    classes = project.build / "kernel-classes"
    shutil.rmtree(classes, ignore_errors=True)
    jar = project.kernelspec / "lab-kernel.jar"
    log = project.logs / "kernel.log"
    progress.run([jdk.javac, "-proc:none", "-d", classes, "-cp", class_path(project), *sources],
                 log, label="Compiling the kernel's main")  # fmt: skip
    part = jar.with_suffix(".part")
    progress.run([jdk.javac.with_name(jdk.javac.name.replace("javac", "jar")),
                  "--create", "--file", part, "-C", classes, "."],
                 log, label="Packing the kernel's main")  # fmt: skip
    os.replace(part, jar)

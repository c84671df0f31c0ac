"""The lab's kernel, as Jupyter would start it, and the kernels it is compared with."""

import json
import sys
import tempfile

from speed.kernel import Contender
from lab_cli.problem import Problem
from lab_cli.project import Project

LAB, PLAIN, PYTHON = "lab", "plain JJava", "ipykernel"


def lab(project: Project) -> Contender:
    spec = _kernelspec(project)
    return Contender(LAB, tuple(spec["argv"]), "import static lab.Lab.*;\n1 + 1", spec["env"])


def plain(project: Project) -> Contender:
    """JJava as pip installs it, started as directly as our kernel, without the lab."""
    java = _kernelspec(project)["argv"][0]
    jar = project.kernelspec / "jjava.jar"
    if not jar.exists():
        raise Problem("jjava.jar is not in the folder where pip installs it.")
    command = (java, "--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED", "-jar", str(jar))
    return Contender(PLAIN, (*command, "{connection_file}"), "1 + 1")


def python() -> Contender:
    from ipykernel.kernelspec import make_ipkernel_cmd

    command = tuple(make_ipkernel_cmd(executable=sys.executable))
    return Contender(PYTHON, command, "1 + 1", {"IPYTHONDIR": tempfile.gettempdir()})


def _kernelspec(project: Project) -> dict:
    resources = str(project.kernelspec)
    spec = json.loads((project.kernelspec / "kernel.json").read_text(encoding="utf-8"))
    spec["argv"] = [part.replace("{resource_dir}", resources) for part in spec["argv"]]
    return spec

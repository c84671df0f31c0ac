"""An ordinary JMH project that Maven builds from the sources in this folder, and its runs."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from lab_cli import maven, progress
from speed.interval import Interval
from lab_cli.inside import processes
from lab_cli.problem import Problem
from lab_cli.project import Project

TEMPLATE = Path(__file__).parent / "ordinary"
SOURCE = TEMPLATE / "src" / "main" / "java" / "ordinary" / "Everyday.java"
LONGEST_RUN = 120
PLUGIN = re.compile(
    r"<artifactId>(maven-[a-z]+-plugin)</artifactId>\s*<version>([^<]+)</version>"
)  # fmt: skip
JMH = re.compile(r"<jmh\.version>([^<]+)</jmh\.version>")


def versions(pom: str) -> dict[str, str]:
    """The versions of lab-lib, so that nothing new is downloaded and both sides run the same JMH."""
    plugins = {f"{name}.version": version for name, version in PLUGIN.findall(pom)}
    return {"jmh.version": JMH.search(pom).group(1), **plugins}


class OrdinaryJar:
    """Built again each time; this takes a few seconds."""

    def __init__(self, project: Project, java: str):
        self.maven = maven.command(project)
        self.java = java
        self.folder = project.build / "bench" / "ordinary"
        self.log = project.logs / "ordinary-jar.log"
        self.versions = versions((project.library / "pom.xml").read_text(encoding="utf-8"))

    def build(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(TEMPLATE, self.folder)
        command = [self.maven, "-q", "-B", "package"]
        command += [f"-D{name}={value}" for name, value in self.versions.items()]
        environment = {**os.environ, "JAVA_HOME": str(Path(self.java).parent.parent)}
        progress.run(command, self.log, label="Building an ordinary JMH jar with Maven",
                     cwd=self.folder, env=environment)  # fmt: skip

    def run(self, benchmark: str, warmups: int, iterations: int, millis: int) -> Interval:
        target = self.folder / "target"
        with tempfile.TemporaryDirectory(prefix="latency-lab-jmh-") as temporary:
            result = Path(temporary) / "result.json"
            command = [
                self.java, f"-Djava.io.tmpdir={temporary}", "-cp",
                os.pathsep.join([str(target / "ordinary-1.jar"), str(target / "lib" / "*")]),
                "org.openjdk.jmh.Main", rf"\.{benchmark}$", "-foe", "true",
                "-wi", str(warmups), "-w", f"{millis}ms", "-i", str(iterations), "-r", f"{millis}ms",
                "-rf", "json", "-rff", str(result),
            ]  # fmt: skip
            self._finish(command)
            return interval(json.loads(result.read_text(encoding="utf-8")))

    def _finish(self, command: list[str]) -> None:
        with open(self.log, "ab") as log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       **processes.apart())  # fmt: skip
            try:
                code = process.wait(LONGEST_RUN)
            except subprocess.TimeoutExpired as error:
                raise Problem(f"The ordinary jar ran longer than {LONGEST_RUN} s.") from error
            finally:
                processes.end(process)
        if code:
            raise progress.failed("The ordinary JMH jar", self.log, code)


def interval(results: list[dict]) -> Interval:
    metric = results[0]["primaryMetric"]
    count = sum(len(fork) for fork in metric["rawData"])
    return Interval(metric["score"], float(metric["scoreError"]), count)

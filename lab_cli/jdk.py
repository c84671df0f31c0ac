"""Finds a JDK that is new enough in the usual places of this machine."""

import glob
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from lab_cli import install
from lab_cli.project import Project

NEEDED = 25
SUFFIX = ".exe" if os.name == "nt" else ""

USUAL_FOLDERS = (
    "/usr/lib/jvm/*",
    "/usr/java/*",
    "/opt/java/*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "~/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "~/.sdkman/candidates/java/*",
    "~/.jdks/*",
    "C:/Program Files/Java/*",
    "C:/Program Files/Eclipse Adoptium/*",
    *(glob.escape(str(Project(Path(__file__).resolve().parent.parent).tools)) + end for end in ("/*", "/*/Contents/Home")),
)


@dataclass(frozen=True)
class Jdk:
    home: Path
    version: str

    @property
    def feature(self) -> int:
        numbers = [int(number) for number in re.findall(r"\d+", self.version)]
        return numbers[1] if numbers[0] == 1 else numbers[0]

    @property
    def is_new_enough(self) -> bool:
        return self.feature >= NEEDED

    @property
    def java(self) -> Path:
        return self.home / "bin" / f"java{SUFFIX}"

    @property
    def javac(self) -> Path:
        return self.home / "bin" / f"javac{SUFFIX}"

    def environment(self, environ=os.environ) -> dict[str, str]:
        """The environment in which Maven and all other programs use this JDK."""
        path = os.pathsep.join([str(self.home / "bin"), environ.get("PATH", "")])
        return {**environ, "JAVA_HOME": str(self.home), "PATH": path}


def read(home: Path) -> Jdk | None:
    """The JDK in this folder, or None if it has no compiler."""
    if not (home / "bin" / f"javac{SUFFIX}").exists():
        return None
    version = _version_in_release(home) or _version_told(home)
    return Jdk(home, version) if version else None


def _version_in_release(home: Path) -> str | None:
    try:
        release = (home / "release").read_text(errors="replace")
    except OSError:
        return None
    found = re.search(r'^JAVA_VERSION="?(\d[^"\s]*)', release, re.MULTILINE)
    return found and found.group(1)


def _version_told(home: Path) -> str | None:
    command = [str(home / "bin" / f"java{SUFFIX}"), "-version"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=20).stderr
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r'version "(\d[^"]*)"', told)
    return found and found.group(1)


def homes(environ=os.environ, folders=USUAL_FOLDERS):
    """JAVA_HOME, the PATH's java, then the folders where systems and tools put JDKs."""
    if environ.get("JAVA_HOME"):
        yield Path(environ["JAVA_HOME"])
    on_path = shutil.which("java", path=environ.get("PATH", ""))
    if on_path:
        yield Path(on_path).resolve().parent.parent
    for pattern in folders:
        expanded = Path(os.path.expanduser(pattern))
        yield from sorted(Path(expanded.anchor).glob(str(expanded.relative_to(expanded.anchor))))


def find(environ=os.environ, folders=USUAL_FOLDERS, say=print) -> Jdk:
    """The JDK to use. If JAVA_HOME is too old, a note says that another JDK is used."""
    seen = []
    for home in homes(environ, folders):
        jdk = read(home)
        if jdk and jdk.is_new_enough:
            _note_passed_over(jdk, environ, say)
            return jdk
        if jdk and home.resolve() not in [other.home.resolve() for other in seen]:
            seen.append(jdk)
    raise install.missing(_nothing_new_enough(seen), WHY, install.JDK, OFFER)


def there_is_one(environ=os.environ, folders=USUAL_FOLDERS) -> bool:
    return any(jdk.is_new_enough for jdk in map(read, homes(environ, folders)) if jdk)


WHY = "The notebooks use Java 25, and the first start compiles the lab's library."
OFFER = "Or let the lab download one into its own folder (about 140 MB): ./lab start --yes"


def _nothing_new_enough(seen: list[Jdk]) -> str:
    if not seen:
        return f"No JDK was found; JDK {NEEDED} or newer is needed."
    found = "\n".join(f"  JDK {jdk.version} in {jdk.home}" for jdk in seen)
    return (f"No JDK {NEEDED} or newer was found (a JRE without javac is not enough), only\n{found}\n"
            "If you have one in another folder, set JAVA_HOME to that folder.")  # fmt: skip


def _note_passed_over(jdk: Jdk, environ, say) -> None:
    home = environ.get("JAVA_HOME")
    if not home or Path(home) == jdk.home:
        return
    old = read(Path(home))
    what = f"is JDK {old.version}" if old else "contains no JDK"
    say(f"Note: JAVA_HOME ({home}) {what}; using JDK {jdk.version} in {jdk.home}.")

"""No committed file may name a path of one machine, a package registry, or a missing file."""

import re
import subprocess
from pathlib import Path

from lab_cli import form, normal
from lab_cli.findings import Finding, at
from lab_cli.project import Project

MACHINE = re.compile(r"(?<![\w.])/(?:work|root)/\w|/home/(?!jovyan|learner|you\b)\w+/|[A-Z]:\\Users\\")
REGISTRY = re.compile(
    r"pypi[.]org|files[.]pythonhosted|repo1?[.]maven|maven[.]apache[.]org/maven2|npmjs[.]"
    r"|static[.]crates|proxy[.]golang|deb[.]debian[.]org|archive[.]ubuntu"
)
BINARY = {".png", ".jpg", ".gif", ".jar", ".zip", ".gz"}
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")


def committed(project: Project) -> list[Path] | None:
    """The files that git knows; None without git, or if this is not a git clone."""
    command = ["git", "-C", str(project.root), "ls-files", "-z", "--cached"]
    try:
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    files = [project.root / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file()]


def findings(project: Project) -> list[Finding]:
    files = committed(project)
    if files is None:
        print("  (paths of one machine and dead links are not checked: no git, or no clone)")
        return []
    found = []
    for file in files:
        if file.suffix in BINARY:
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        found += [at(project.root, file, what) for what in _of(file, text, project.root)]
    return found


def _of(file: Path, text: str, root: Path):
    registry = REGISTRY.search(text)
    if registry:
        yield f"names a package registry ({registry.group()})"
    machine = MACHINE.search(text)
    if machine and not {"test", "tests"} & set(file.relative_to(root).parts):
        yield f"contains a path of one machine ({machine.group()}...)"
    for link in _links(file, text):
        if not (file.parent / link).exists():
            yield f"links to {link}, which does not exist"


def _links(file: Path, text: str) -> list[str]:
    if file.suffix == ".md":
        return LINK.findall(text)
    if file.suffix == ".ipynb":
        return LINK.findall("\n".join(form.markdown(normal.read(file)["cells"])))
    return []

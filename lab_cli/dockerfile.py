"""The Dockerfile and its copy for Binder, which reads only the folder binder."""

import re

from lab_cli.findings import Finding, at
from lab_cli.project import Project
from lab_cli.stamp import write_whole

ARGUMENT = re.compile(r"^ARG (\w+)=(\S+)$", re.MULTILINE)
FROM = re.compile(r"^FROM (\S+)(?: AS (\w+))?$", re.MULTILINE)
USER = re.compile(r"^USER (\S+)$", re.MULTILINE)
NAMED = re.compile(r"\$\{?(\w+)\}?")
TAGGED = re.compile(r".+:(?!latest$)[\w.-]+")


def bases(project: Project) -> list[str]:
    """The base images, as the ARG lines name them."""
    text = project.dockerfile.read_text(encoding="utf-8")
    given = dict(ARGUMENT.findall(text))
    named = [NAMED.fullmatch(base) for base, _ in FROM.findall(text)]
    return [given[name.group(1)] for name in named if name and name.group(1) in given]


def findings(project: Project) -> list[Finding]:
    if not project.dockerfile.exists():
        return [Finding("Dockerfile", "is missing")]
    text = project.dockerfile.read_text(encoding="utf-8")
    found = [*_bases(text), *_user(text)]
    if not _same(project):
        found.append("binder/Dockerfile differs from it: ./lab check --fix copies it")
    return [at(project.root, project.dockerfile, what) for what in found]


def _bases(text: str):
    given, stages = dict(ARGUMENT.findall(text)), set()
    for base, stage in FROM.findall(text):
        name = NAMED.fullmatch(base)
        if not name and base not in stages:
            yield f"FROM {base}: name the image in an ARG, so that it can be replaced"
        elif name and not TAGGED.fullmatch(given.get(name.group(1), "")):
            yield f"FROM {base}: its ARG needs an image with a tag other than latest"
        stages.add(stage)


def _user(text: str):
    given, users = dict(ARGUMENT.findall(text)), USER.findall(text)
    last = users[-1] if users else "root"
    if NAMED.sub(lambda name: given.get(name.group(1), ""), last) in ("", "0", "root"):
        yield f"its last USER is {last}; a learner must not be root"


def _same(project: Project) -> bool:
    try:
        return project.binders_dockerfile.read_bytes() == project.dockerfile.read_bytes()
    except FileNotFoundError:
        return False


def copy(project: Project) -> None:
    if project.dockerfile.exists() and not _same(project):
        write_whole(project.binders_dockerfile, project.dockerfile.read_text(encoding="utf-8"))
        print("  copied Dockerfile to binder/Dockerfile")

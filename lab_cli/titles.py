"""What a notebook's number and title become: a Java class, a package, an entry of Course."""

import re
from pathlib import Path

from lab_cli import notebooks
from lab_cli.problem import Problem
from lab_cli.project import Project
from lab_cli.stamp import write_whole

RESERVED = set(
    "abstract assert boolean break byte case catch char class const continue default do double else"
    " enum extends false final finally float for goto if implements import instanceof int interface"
    " long native new null package private protected public return short static strictfp super"
    " switch synchronized this throw throws transient true try void volatile while".split()
)
"""Words that Java keeps for itself, so that no package can have such a name."""

KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LESSON = re.compile(r"(\w+)\.lesson\(\)")
IMPORT = re.compile(r"^import lab\.course\.(\w+)\.(\w+);\n", re.MULTILINE)
LIST = re.compile(r"List\.of\(.*?\)\s*;", re.DOTALL)


def number(text: str) -> str:
    if not (text.isascii() and text.isdigit()) or int(text) > 99:
        raise Problem(f"A notebook's number is 00 to 99, not {text}.", way_out="Example: ./lab new 09 caching")
    return f"{int(text):02}"


def require_kebab(title: str) -> None:
    if not KEBAB.fullmatch(title):
        raise Problem(
            f"The title {title!r} cannot name a notebook.",
            "It becomes a file name, a Java class and a package.",
            "Use small letters, digits and single dashes, such as load-testing.",
        )


def java(kebab: str) -> str:
    """load-testing -> LoadTesting"""
    return "".join(word.capitalize() for word in kebab.split("-"))


def package(kebab: str) -> str:
    """load-testing -> loadtesting"""
    return kebab.replace("-", "")


def course(project: Project) -> Path:
    return project.library / "src" / "main" / "java" / "lab" / "course" / "Course.java"


def enter(project: Project, title: str, package: str) -> None:
    """Adds a lesson to Course, which lists all of them in the order of their notebooks."""
    text = course(project).read_text(encoding="utf-8")
    order = [java(file.stem[3:]) for file in notebooks.all_of(project)]
    entries = sorted({*LESSON.findall(LIST.search(text).group()), title}, key=order.index)
    listed = ",\n".join(f"                {entry}.lesson()" for entry in entries)
    text = LIST.sub(f"List.of(\n{listed});", text)
    imports = sorted({f"import lab.course.{package}.{title};\n", *(m.group() for m in IMPORT.finditer(text))})
    first = IMPORT.search(text).start()
    rest = IMPORT.sub("", text)
    write_whole(course(project), rest[:first] + "".join(imports) + rest[first:])

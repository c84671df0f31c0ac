"""Words that do not belong in plain modern English, with what to write instead."""

import io
import re
import tokenize
from pathlib import Path

from lab_cli import normal
from lab_cli.findings import Finding, at
from lab_cli.project import Project

# Only what a machine can decide. Rewrite the sentence; do not only replace the word.
WORDS = {
    r"mend(s|ed|ing)?": "fix",
    r"anew|afresh": "again",
    r"reckon(s|ed|ing)?": "calculate, estimate",
    r"whoever|whomever": "anyone who, the one who",
    r"nought|naught": "nothing, 0",
    r"seldom": "rarely",
    r"dear(er|est|ly)?": "expensive",
    r"spares|spared": "saves, avoids",
    r"in vain": "without success",
    r"besieg(e|es|ed|ing)": "under a flood of requests",
    r"liv(e|es|ed|ing) through": "saw, measured",
    r"so (many|long) times": "n times",
    r"by turns": "alternating",
    r"left to (itself|himself)": "by default",
    r"stands? (in (?!for)|under|beside|at)": "is in, is under",
    r"a word and an answer": "a request and a reply",
    r"throws? on what": "rethrow",
    r"(?<=, )for (it|they|there) (is|are|was|were|has|have|can|does)": "because",
    r"upon|whilst|amongst|lest|thrice|albeit|hitherto|henceforth": "a word of today",
    r"(?<!/)(he|his|him|himself)(?!/)": "they, the learner, the thread",
    r"\w+n['’]t|(it|that|there|here|what|who|let|I|you|we|they)['’](s|re|ve|ll|d|m)": "no contractions",
}  # fmt: skip
RULES = [(re.compile(rf"\b({word})\b", re.IGNORECASE), instead) for word, instead in WORDS.items()]

CODE_IN_PROSE = re.compile(r"```.*?```|`[^`\n]*`|\{[^{}\n]*\}|https?://\S+", re.DOTALL)
JAVA_TEXT = re.compile(r'/\*.*?\*/|//[^\n]*|"""(?:\\.|.)*?"""|"(?:\\.|[^"\\\n])*"', re.DOTALL)
JAVA_CHARACTER = re.compile(r"'(?:\\.|[^'\\\n])'")
# These two quote the words.
QUOTING = {"lab_cli/english.py", "tests/command/test_english.py"}
PLACES = (
    "*.md",
    "datasets/*.md",
    "Dockerfile",
    "binder/enter",
    "notebooks/*.ipynb",
    "lab_cli/**/*.py",
    "lab_cli/skeleton/**/*.*",
    "tests/**/*.py",
    "tests/speed/**/*.java",
    "lab-lib/src/*/java/**/*.java",
    "lab-lib/src/main/resources/lab/course/**/*.*",
)


def findings(project: Project) -> list[Finding]:
    files = sorted({file for place in PLACES for file in project.root.glob(place)})
    return [finding for file in files for finding in _of(project.root, file)]


def _of(root: Path, file: Path):
    if not file.is_file() or file.relative_to(root).as_posix() in QUOTING:
        return
    for spot, text in _texts(file):
        for line, word, instead in words(text):
            where = f" cell {spot}" if file.suffix == ".ipynb" else f":{spot + line}"
            yield at(root, file, f'"{word}" is not plain English; better: {instead}', where)


def words(text: str):
    """Each word that does not belong: its line, counted from 0, the word, and what is better."""
    prose = CODE_IN_PROSE.sub(lambda code: re.sub(r"[^\n]", " ", code.group()), text)
    for rule, instead in RULES:
        for found in rule.finditer(prose):
            yield prose.count("\n", 0, found.start()), found.group(1).strip(), instead


def _texts(file: Path):
    """What a person reads in the file, each with its line or, in a notebook, its cell."""
    if file.suffix == ".ipynb":
        for number, cell in enumerate(normal.read(file)["cells"], 1):
            code = cell["cell_type"] == "code"
            for _, text in _java(normal.source(cell)) if code else [(1, normal.source(cell))]:
                yield number, text
        return
    text = file.read_text(encoding="utf-8")
    yield from {".java": _java, ".py": _python}.get(file.suffix, _whole)(text)


def _whole(text: str):
    yield 1, text


def _java(source: str):
    """Comments and strings."""
    source = JAVA_CHARACTER.sub("' '", source)
    for found in JAVA_TEXT.finditer(source):
        yield source.count("\n", 0, found.start()) + 1, found.group()


def _python(source: str):
    """Comments and strings; since Python 3.12 the text of an f-string is a token of its own."""
    kinds = {tokenize.COMMENT, tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", None)}
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in kinds:
            yield token.start[0], token.string

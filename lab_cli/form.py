"""The form every notebook shares: what a learner finds at the same place in each of them."""

import re
from pathlib import Path

from lab_cli import normal
from lab_cli.findings import Finding, at

HEADINGS = ["Question", "You will see", "Time", "Needs"]
WORDS_BEFORE_CODE = 150
LONGEST_CELL = 20
# In JupyterLab with its file browser, longer lines are cut on a screen of 1280 pixels.
WIDEST_CELL = 88
USUAL_CELL, LARGE_CELL = 6, 14
# We aim for at most 45; a notebook that stages very many claims may need more.
FEWEST_CELLS, MOST_CELLS = 25, 60


def findings(root: Path, file: Path) -> list[Finding]:
    """Everything about a notebook's form that is not as agreed."""
    notebook = normal.read(file)
    cells = notebook["cells"]
    found = [at(root, file, what, spot) for spot, what in _of_cells(cells)]
    if file.name != "_template.ipynb":
        found += [at(root, file, what) for what in [*_parts(cells), *_measures(cells)]]
    if file.read_text(encoding="utf-8") != normal.text(notebook):
        found.append(at(root, file, "is not normalised: ./lab check --fix does it"))
    return found


def markdown(cells) -> list[str]:
    return [normal.source(cell) for cell in cells if cell["cell_type"] == "markdown"]


def code(cells) -> list[str]:
    return [normal.source(cell) for cell in cells if cell["cell_type"] == "code"]


def title(cells) -> str | None:
    first = markdown(cells[:1])
    found = re.match(r"# (.+)", first[0]) if first else None
    return found and found.group(1).strip()


def at_a_glance(cells) -> dict[str, str] | None:
    """The table Question, You will see, Time, Needs as a mapping."""
    for text in markdown(cells):
        rows = [columns(line) for line in text.splitlines() if line.lstrip().startswith("|")]
        if len(rows) >= 3 and rows[0] == HEADINGS:
            return dict(zip(HEADINGS, rows[2]))
    return None


def columns(line: str) -> list[str]:
    return [column.strip() for column in line.strip().strip("|").split("|")]


def _parts(cells):
    texts, codes = markdown(cells), code(cells)
    if not title(cells):
        yield "the first cell must begin with a title: # Title"
    if not at_a_glance(cells):
        yield f"the table | {' | '.join(HEADINGS)} | is missing"
    if not any("predict(" in cell for cell in codes):
        yield "nothing is predicted: no predict(...)"
    for cell in codes:
        if answered := re.search(r"predict\(\s*(\"[\d.]+\"),\s*['\"][^?]", cell):
            yield f"prediction {answered.group(1)} is answered already: put '?' back"
    if not any("claim(" in cell for cell in codes):
        yield "no claim is judged: no claim(...)"
    if not any(re.search(r"^#+ .*Summary", text, re.MULTILINE) for text in texts):
        yield "a heading Summary is missing"
    if not texts or "next" not in texts[-1].lower():
        yield "the last text must say what is next"


def _measures(cells):
    before = _words_before_code(cells)
    if before > WORDS_BEFORE_CODE:
        yield f"{before} words stand before the first code cell; at most {WORDS_BEFORE_CODE}"
    if not FEWEST_CELLS <= len(cells) <= MOST_CELLS:
        yield f"has {len(cells)} cells; {FEWEST_CELLS} to {MOST_CELLS} are agreed"
    lines = sorted(len(text.splitlines()) for text in code(cells))
    for share, limit in ((0.5, USUAL_CELL), (0.9, LARGE_CELL)):
        size = lines[min(len(lines) - 1, int(share * len(lines)))] if lines else 0
        if size > limit:
            yield f"{share:.0%} of the code cells should have at most {limit} lines; here {size}"


def _words_before_code(cells) -> int:
    words = 0
    for cell in cells:
        if cell["cell_type"] == "code":
            break
        words += len(re.findall(r"[\w'’-]*\w[\w'’-]*", normal.source(cell)))
    return words


def _of_cells(cells):
    in_a_row = 0
    for number, cell in enumerate(cells, 1):
        in_a_row = in_a_row + 1 if cell["cell_type"] == "code" else 0
        if in_a_row == 3:
            yield f" cell {number}", "three code cells in a row: say something between them"
        lines = len(normal.source(cell).splitlines())
        if cell["cell_type"] == "code" and lines > LONGEST_CELL:
            yield f" cell {number}", f"has {lines} lines of code; at most {LONGEST_CELL}"
        columns = max(map(len, normal.source(cell).splitlines()), default=0)
        if cell["cell_type"] == "code" and columns > WIDEST_CELL:
            yield f" cell {number}", f"has a line of {columns} columns; at most {WIDEST_CELL}"

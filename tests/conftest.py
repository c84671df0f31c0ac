"""Makes the lab's own command importable, and knows the project's folder."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from lab_cli.project import Project  # noqa: E402

PROJECT = Project(ROOT)

"""A temporary learner: a run without a person must not change a person's progress."""

import tempfile
from contextlib import contextmanager

from lab_cli import cleanlab
from lab_cli.project import Project


@contextmanager
def nobody(project: Project, quick: bool):
    """The environment of a run whose predictions and exercises are not kept."""
    with tempfile.TemporaryDirectory(prefix="latency-lab-") as home:
        environment = cleanlab.environment(project)
        environment |= {"PYTHONPATH": str(project.root), "LAB_HOME": home}
        environment |= {"LAB_QUICK": "1"} if quick else {}
        yield {name: value for name, value in environment.items() if quick or name != "LAB_QUICK"}



"""The memory of an idle JupyterLab server, measured in the same way as for a notebook."""

import secrets
import tempfile
import time
import urllib.request
from pathlib import Path

from lab_cli import server
from lab_cli.inside import processes
from lab_cli.inside.peak import PeakMemory
from lab_cli.project import Project

WATCHED = 3


def mib(project: Project) -> float:
    """The peak from the start of the server until a few seconds after it served its page."""
    port, token = server.free_port(), secrets.token_hex(24)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "jupyter.log"
        with open(log, "w", encoding="utf-8") as output:
            jupyter = server.launch(project, port, token, output)
            try:
                with PeakMemory(lambda: processes.family(jupyter.pid)) as peak:
                    server.wait_until_up(jupyter, port, log)
                    page = f"http://{server.HOST}:{port}/{server.FIRST_PAGE}?token={token}"
                    urllib.request.urlopen(page, timeout=server.PATIENCE).read()
                    time.sleep(WATCHED)
            finally:
                server.stop(jupyter)
    return peak.mib

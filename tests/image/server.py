"""JupyterLab in a container without a network, so requests are sent from inside."""

import json
import re
import time

from tests.image.engine import Container

PATIENCE = 60
ASK = """
import sys, urllib.error, urllib.request
method, address, token = sys.argv[1:]
headers = {"Authorization": "token " + token} if token else {}
try:
    asked = urllib.request.Request(address, method=method, headers=headers)
    with urllib.request.urlopen(asked) as answer:
        print(answer.status, answer.url)
        print(answer.read().decode())
except urllib.error.HTTPError as refused:
    print(refused.code, refused.url)
"""


class Server:
    def __init__(self, container: Container):
        self.container = container
        self.address, self.token = self._address()

    def _address(self) -> tuple[str, str]:
        """The address and the token, from the line in the container log that the learner sees."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            said = re.search(r"(http://127\.0\.0\.1:\d+)/\S*[?&]token=(\w+)", self.container.log())
            if said:
                return said.groups()
            time.sleep(0.5)
        raise AssertionError(f"the server printed no address:\n{self.container.log()}")

    def ask(self, method: str, path: str, token: str = "") -> tuple[int, str, str]:
        """Returns the status, the address after redirects, and the body."""
        told = self.container.run("python3", "-c", ASK, method, self.address + path, token)
        first, _, body = told.partition("\n")
        status, _, address = first.partition(" ")
        return int(status), address, body

    def api(self, method: str, path: str):
        status, _, body = self.ask(method, path, self.token)
        assert status < 300, (method, path, status)
        return json.loads(body)

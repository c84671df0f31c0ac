"""A real Java kernel that runs one cell after another."""

from dataclasses import dataclass, field
from pathlib import Path

from jupyter_client.manager import start_new_kernel

LONGEST = 240


@dataclass
class Ran:
    """The outputs of one cell."""

    error: str | None = None
    outputs: list[dict] = field(default_factory=list)

    def text(self) -> str:
        plain = [output.get("data", {}).get("text/plain", "") for output in self.outputs]
        return "\n".join(filter(None, plain))

    def value(self) -> str:
        """The text of the cell's last expression, without other outputs."""
        return self.outputs[-1].get("data", {}).get("text/plain", "") if self.outputs else ""


class Kernel:
    """Starts in the folder of the notebooks, as Jupyter does it."""

    def __init__(self, folder: Path):
        self.manager, self.client = start_new_kernel(kernel_name="java", cwd=str(folder))

    def run(self, code: str) -> Ran:
        ran = Ran()

        def keep(message: dict) -> None:
            if message["msg_type"] in ("execute_result", "display_data"):
                ran.outputs.append(message["content"])

        content = self.client.execute_interactive(
            code, output_hook=keep, timeout=LONGEST, allow_stdin=False
        )["content"]
        if content["status"] != "ok":
            ran.error = f"{content.get('ename')}: {content.get('evalue')}"
        return ran

    def close(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

"""JupyterLab settings for learners: one kernel, no news, no configuration of the user."""

import json
import os

from lab_cli.project import Project
from lab_cli.stamp import write_whole

OVERRIDES = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": False,
    },
    # A cell that runs before the kernel is connected is dropped; then JupyterLab says so.
    "@jupyterlab/notebook-extension:tracker": {
        "windowingMode": "defer",
        "enableKernelInitNotification": True,
    },
}
USUALLY_HIDDEN = ["__pycache__", "*.pyc", "*.pyo", ".DS_Store", "*~"]
SERVER = {
    # Hides files for maintainers from the file browser; notebooks can still load their images.
    "ContentsManager": {"hide_globs": [*USUALLY_HIDDEN, "_template.ipynb", "measured.json", "images"]},
    "KernelSpecManager": {"ensure_native_kernel": False, "allowed_kernelspecs": ["java"]},
    "LabApp": {"news_url": None, "extension_manager": "readonly"},
    "LanguageServerManager": {"autodetect": False},
    "ZMQChannelsWebsocketConnection": {"iopub_data_rate_limit": 10_000_000},
}
# The kernel does not support JupyterLab's debugger, and learners must not install extensions.
PAGE = {
    "disabledExtensions": {
        "@jupyterlab/debugger-extension": True,
        "@jupyterlab/extensionmanager-extension": True,
    }
}
SETTINGS = json.dumps([OVERRIDES, SERVER, PAGE])


def write(project: Project) -> None:
    share, etc = project.venv / "share" / "jupyter", project.venv / "etc" / "jupyter"
    write_whole(share / "lab" / "settings" / "overrides.json", json.dumps(OVERRIDES, indent=1))
    write_whole(etc / "jupyter_server_config.json", json.dumps(SERVER, indent=1))
    write_whole(etc / "labconfig" / "page_config.json", json.dumps(PAGE, indent=1))


def environment(project: Project, environ=os.environ) -> dict[str, str]:
    """Keeps Jupyter's files in .venv, so that kernels or themes of the user have no effect."""
    own = project.venv / "jupyter"
    return {
        **environ,
        "JUPYTER_CONFIG_DIR": str(own / "config"),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
    }

"""Installs what a test needs, without a question, if we are root on Debian."""

import os
import shutil
import subprocess


def is_ours() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(reason: str, *packages: str):
    """Prints what it installs and continues; the caller checks whether it is there."""
    print(f"\nInstalling {packages[0]} for {reason} ...", flush=True)
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update", "-q"], stdout=subprocess.DEVNULL, **quiet)
    subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", *packages],
                   stdout=subprocess.DEVNULL, **quiet)  # fmt: skip

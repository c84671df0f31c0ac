"""What a test needs and root on Debian can have without being asked."""

import os
import shutil
import subprocess


def is_ours() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(reason: str, *packages: str):
    """Says so and goes on: whoever needs them looks whether they are there."""
    print(f"\nInstalling {packages[0]} for {reason} ...", flush=True)
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update", "-q"], stdout=subprocess.DEVNULL, **quiet)
    subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", *packages],
                   stdout=subprocess.DEVNULL, **quiet)  # fmt: skip

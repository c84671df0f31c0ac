"""Offers to download Eclipse Temurin, a JDK, into a folder of the lab."""

import json
import os
import platform
import sys
from pathlib import Path
from urllib.parse import urlencode

from lab_cli import download
from lab_cli.download import Archive, Unreached
from lab_cli.problem import Problem

ADOPTIUM = "https://api.adoptium.net"
CONSENT = "LAB_FETCH_JDK"
MIRROR = "LAB_JDK_URL"
SYSTEMS = {"Linux": "linux", "Darwin": "mac", "Windows": "windows"}
PROCESSORS = {"x86_64": "x64", "amd64": "x64", "arm64": "aarch64", "aarch64": "aarch64", "ppc64le": "ppc64le", "s390x": "s390x"}

QUESTION = """\
{lacking}

The lab can download Eclipse Temurin {feature} for itself: about 140 MB, which become 330 MB in
{folder}. It does not change your system, and ./lab clean removes it.
Download it now? [y/N] """


def is_wanted(lacking: str, feature: int, folder: Path, environ=os.environ, terminal=sys.stdin) -> bool:
    """Asks at a terminal; without one, only LAB_FETCH_JDK=1 (or --yes) is a yes."""
    if environ.get(CONSENT):
        return environ[CONSENT] == "1"
    if not terminal.isatty():
        return False
    print("\n" + QUESTION.format(lacking=lacking, feature=feature, folder=folder), end="", flush=True)
    return terminal.readline().strip().lower() in ("y", "yes")


def fetch(feature: int, folder: Path, environ=os.environ, index: str = ADOPTIUM) -> None:
    try:
        archive = mirrored(environ[MIRROR]) if environ.get(MIRROR) else newest(feature, index)
    except Unreached as broken:
        raise Problem(
            f"The download of a JDK could not begin: {broken}",
            f"The lab asked {environ.get(MIRROR) or index}",
            f"{download.PROXY}\n{MIRROR} may name the archive of a JDK on a mirror, with its checksum at the same "
            "address and .sha256.txt.",
        ) from broken
    download.unpack(archive, folder)


def mirrored(address: str) -> Archive:
    """An archive on a mirror, with its checksum beside it, as Adoptium publishes them."""
    words = download.text(address + ".sha256.txt").split()
    return Archive(address.rsplit("/", 1)[-1], address, "sha256", words[0].lower() if words else "")


def newest(feature: int, index: str) -> Archive:
    system, processor = this_machine()
    query = urlencode({"architecture": processor, "image_type": "jdk", "os": system, "vendor": "eclipse"})
    address = f"{index}/v3/assets/latest/{feature}/hotspot?{query}"
    try:
        package = json.loads(download.text(address))[0]["binary"]["package"]
        return Archive(f"Eclipse Temurin {feature}", package["link"], "sha256", package["checksum"])
    except (ValueError, LookupError, TypeError) as unexpected:
        raise Problem(
            f"Adoptium offers no JDK {feature} for {system} on {processor}.",
            f"The lab asked {address}",
            f"Install a JDK {feature} or newer, then run the same command again.",
        ) from unexpected


def this_machine() -> tuple[str, str]:
    """System and processor in Adoptium's words."""
    system = SYSTEMS.get(platform.system(), platform.system().lower())
    if system == "linux" and Path("/etc/alpine-release").exists():
        system = "alpine-linux"
    processor = platform.machine().lower()
    return system, PROCESSORS.get(processor, processor)

"""The browser that the browser tests drive."""

import shutil
from pathlib import Path

from lab_cli import debian, install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def found() -> str | None:
    on_path = filter(None, map(shutil.which, NAMES))
    return next(on_path, None) or next((place for place in PLACES if Path(place).exists()), None)


def found_or_installed() -> str:
    """Installs the browser for root on Debian; for all others, says how to install it."""
    if not found() and debian.is_ours():
        debian.install("the browser tests", "chromium", "fonts-dejavu-core")
    browser = found()
    if browser:
        return browser
    raise install.missing(
        "No Chromium or Chrome was found.",
        "The browser tests open JupyterLab in it.",
        install.CHROMIUM,
    )

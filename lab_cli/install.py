"""The commands that install what is missing."""

from lab_cli.problem import Problem

JDK = {
    "Debian, Ubuntu": "sudo apt install openjdk-25-jdk",
    "Fedora": "sudo dnf install java-25-openjdk-devel",
    "macOS": "brew install --cask temurin@25",
    "Windows": "winget install EclipseAdoptium.Temurin.25.JDK",
    "Older systems": "see https://adoptium.net/installation",
}
MAVEN = {
    "Debian, Ubuntu": "sudo apt install maven",
    "Fedora": "sudo dnf install maven",
    "macOS": "brew install maven",
    "Windows": "winget install Apache.Maven",
}
VENV = {
    "Debian, Ubuntu": "sudo apt install python3-venv",
    "Fedora": "sudo dnf install python3",
    "macOS": "brew install python@3.13",
    "Windows": "winget install Python.Python.3.13",
}
CHROMIUM = {
    "Debian": "sudo apt install chromium",
    "Ubuntu": "sudo snap install chromium",
    "Fedora": "sudo dnf install chromium",
    "macOS": "brew install --cask chromium",
}


def missing(what: str, why: str, commands: dict[str, str], otherwise: str = "") -> Problem:
    width = max(map(len, commands)) + 3
    lines = [f"  {system:<{width}}{command}" for system, command in commands.items()]
    way_out = "Install it, then run the same command again:\n" + "\n".join(lines)
    return Problem(what, why, f"{way_out}\n\n{otherwise}".rstrip())

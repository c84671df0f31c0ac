"""The PostgreSQL that the tests of lab.database start."""

from pathlib import Path

from lab_cli import debian

PROGRAMS = Path("/usr/lib/postgresql")


def install_where_possible():
    """Installs it for root on Debian; elsewhere its tests are skipped and say what they need."""
    if debian.is_ours() and not list(PROGRAMS.glob("*/bin/initdb")):
        debian.install("the tests on PostgreSQL", "postgresql")

"""The ./lab command. Standard library only: it runs before anything is installed."""

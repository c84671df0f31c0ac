"""What ./lab bench measures; runs with the virtual environment's Python."""

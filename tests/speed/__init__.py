"""The measurements of ./lab bench; they run with the Python of the virtual environment."""

"""What runs with the virtual environment's Python, where Jupyter's packages are."""

"""Code that runs with the Python of the virtual environment, which has Jupyter's packages."""

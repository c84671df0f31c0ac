"""A kernel as Jupyter starts it, for tests that talk to it in Jupyter's protocol."""

import pytest
from kernel.session import Session


@pytest.fixture(scope="module")
def kernel():
    """Shared by the tests of a file: they leave it usable, which is what most of them are about."""
    with Session() as session:
        yield session


@pytest.fixture
def fresh_kernel():
    with Session() as session:
        yield session

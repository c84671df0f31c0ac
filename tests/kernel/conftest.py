"""A kernel started as in Jupyter, for tests that use Jupyter's protocol."""

import pytest
from kernel.session import Session


@pytest.fixture(scope="module")
def kernel():
    """Shared by the tests of a file: every test must leave it usable."""
    with Session() as session:
        yield session


@pytest.fixture
def fresh_kernel():
    with Session() as session:
        yield session

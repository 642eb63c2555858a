"""All of these see the cases of tests.what_if on the day on which they are told."""

import pytest

from tests.what_if import cases, on_that_day, stories

__all__ = ["cases", "on_that_day", "stories"]


@pytest.fixture(autouse=True)
def _then(on_that_day):
    pass

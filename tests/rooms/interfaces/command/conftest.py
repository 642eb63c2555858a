"""Cases to be rerun by the commands."""

from tests.what_if import cases, on_that_day

__all__ = ["cases", "on_that_day"]

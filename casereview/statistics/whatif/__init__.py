"""What would change if other rules were in force: every case of an area rerun, and nothing of any case changed."""

from casereview.statistics.whatif.result import WhatIf
from casereview.statistics.whatif.run import what_if

__all__ = ["WhatIf", "what_if"]

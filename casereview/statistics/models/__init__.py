"""The tables of what was published: none of them points at a case, and none holds a person who is in one."""

from casereview.statistics.models.draft import DraftRelease
from casereview.statistics.models.past import PastYear
from casereview.statistics.models.release import Release

__all__ = ["DraftRelease", "PastYear", "Release"]

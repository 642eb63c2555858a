"""The issues that an applicant raised: each gets its own finding (LESSONS 5)."""

from casereview.cases.beginning import beginning
from casereview.cases.record import Record

LONGEST = 200  # characters of an issue as a question names it


def issues(record: Record) -> list[str]:
    """The problems that the incidents name, each once; with none named, the problem as it was told."""
    named = dict.fromkeys(incident.problem for incident in record.incidents if incident.problem)
    if named:
        return list(named)
    received = beginning(record)
    return [str(record.said(received, "problem"))[:LONGEST]]

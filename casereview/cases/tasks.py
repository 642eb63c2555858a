"""What somebody has still to do in a case."""

from casereview.cases.models import Fact
from casereview.cases.record import Record


def open_tasks(record: Record) -> list[Fact]:
    """The `task_added` facts that are not done, the nearest due date first, those without one last."""
    done = {fact.codes["task"] for fact in record.current("task_done")}
    left = [fact for fact in record.current("task_added") if str(fact.id) not in done]
    return sorted(left, key=lambda fact: (fact.codes.get("due") or "9999", fact.number))


def tasks_about(record: Record, holder: str) -> list[Fact]:
    """The open tasks that the procedure itself set about somebody."""
    return [task for task in open_tasks(record) if task.codes.get("about") == holder]

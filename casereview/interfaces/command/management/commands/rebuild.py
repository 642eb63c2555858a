"""Derives deadlines and summaries anew from the facts, and says what was different: nothing should be."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from casereview.cases import projections, rules
from casereview.cases.models import Case, Deadline, Summary
from casereview.cases.postgresql.roles import acting, writing
from casereview.cases.reading import load
from casereview.people.viewer import SYSTEM


class Command(BaseCommand):
    """`manage.py rebuild`: safe at any time; one transaction a case."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild every case; print how many there were, and how many had differed."""
        calendar, done, differed = rules.calendar(), 0, 0
        with acting(SYSTEM):
            for case in Case.objects.order_by("opened_at").iterator(chunk_size=500):
                with transaction.atomic(), writing():
                    differed += _rebuild(case, calendar)
                done += 1
        self.stdout.write(f"{done} cases rebuilt, {differed} of them had differed from their facts.")


def _rebuild(case: Case, calendar: Any) -> bool:
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    before = _stored(case)
    projections.save(*projections.project(load(case, SYSTEM), calendar))
    return _stored(case) != before


def _stored(case: Case) -> list[dict[str, Any]]:
    columns = [field.attname for field in Deadline._meta.concrete_fields if field.attname != "id"]
    deadlines = Deadline.objects.filter(case=case).order_by("clock", "subject", "started_by__number")
    return [*deadlines.values(*columns), *Summary.objects.filter(case=case).values()]

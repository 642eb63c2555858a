"""Empties a test database: the reading role of ordinary connections could not."""

from typing import Any

from django.core.management.commands import flush

from casereview.cases.postgresql.roles import as_owner


class Command(flush.Command):
    """Django's command, as the owner of the tables."""

    def handle(self, **options: Any) -> None:
        """Empty every table."""
        with as_owner():
            super().handle(**options)

"""Migrates as the owner of the tables, then sets row security on PostgreSQL from what the models declare."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connection

from casereview.cases.postgresql.roles import as_owner
from casereview.cases.postgresql.row_security import apply_row_security


class Command(migrate.Command):
    """Django's command, and row security after it."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate; on PostgreSQL (re)make roles, grants and policies."""
        with as_owner():
            super().handle(*args, **options)
            if connection.vendor == "postgresql" and not options.get("plan"):
                apply_row_security()

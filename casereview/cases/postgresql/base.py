"""Django's PostgreSQL backend, except that every connection works as the reading role from its first statement."""

from django.db.backends.postgresql import base

from casereview.cases.postgresql.roles import READER, current_holders, is_owner


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that owns nothing and cannot write a case, unless it was opened inside `as_owner()`."""

    def init_connection_state(self) -> None:
        """Step down to the reading role (where it exists yet) and say whom the connection works for."""
        super().init_connection_state()
        if is_owner():
            return
        with self.connection.cursor() as cursor:
            # Compiling a query takes longer than any of ours runs; the estimates of policies tempt it to.
            cursor.execute("SET jit = off")
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [READER])
            if cursor.fetchone():
                cursor.execute(f"SET ROLE {READER}")
            cursor.execute("SELECT set_config('casereview.holders', %s, false)", [current_holders()])
        if not self.get_autocommit():
            self.connection.commit()

"""Grants and policies, made from every model's `guard`. Run by `migrate` after the tables are there."""

from django.apps import apps
from django.db import connection

from casereview.cases.guards import CaseGuard, Guard, OwnGuard
from casereview.cases.postgresql.roles import COUNTER, READER, WRITER

ASKING = "string_to_array(current_setting('casereview.holders', true), ',')"
HOLDERS = f"(SELECT {ASKING})::text[]"  # in a SELECT of its own it is worked out once a query, not once a row


def apply_row_security() -> list[str]:
    """Create the three roles, grant them what each table's guard allows, and set the policies; return the statements.

    Works as the owner, and may be repeated at any time. A model without a guard (a library's) is a working table.
    """
    statements = [*_roles()]
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            statements += _table(model._meta.db_table, getattr(model, "guard", "working"))
    statements.append(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {READER}, {WRITER}")
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    return statements


def _roles() -> list[str]:
    # Roles belong to the whole server: another database may be making the same ones at this moment.
    create = (
        "DO $$ BEGIN CREATE ROLE {role} NOLOGIN; "
        "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
    )
    member = (
        "DO $$ BEGIN IF NOT pg_has_role(current_user, '{role}', 'MEMBER') THEN "
        "EXECUTE format('GRANT {role} TO %I', current_user); END IF; END $$"
    )
    roles = (READER, WRITER, COUNTER)
    return [*(create.format(role=role) for role in roles), *(member.format(role=role) for role in roles)]


def _table(table: str, guard: Guard) -> list[str]:
    read, write = _privileges(guard)
    statements = [f'REVOKE ALL ON "{table}" FROM {READER}, {WRITER}, {COUNTER}']
    if read:
        statements.append(f'GRANT {read} ON "{table}" TO {READER}')
    statements.append(f'GRANT {write} ON "{table}" TO {WRITER}')
    if guard == "sealed":  # a row that is written tells its writer its number, and nothing else
        statements.append(f'GRANT SELECT (id) ON "{table}" TO {WRITER}')
    if not isinstance(guard, CaseGuard | OwnGuard):
        return statements
    counted = guard.counted if isinstance(guard, CaseGuard) else ()
    if counted:
        columns = ", ".join(f'"{column}"' for column in counted)
        statements.append(f'GRANT SELECT ({columns}) ON "{table}" TO {COUNTER}')
    return [
        *statements,
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'DROP POLICY IF EXISTS reading ON "{table}"',
        f'DROP POLICY IF EXISTS writing ON "{table}"',
        f'CREATE POLICY reading ON "{table}" TO {READER} USING ({_condition(table, guard)})',
        f'CREATE POLICY writing ON "{table}" TO {WRITER} USING (true) WITH CHECK (true)',
        f'DROP POLICY IF EXISTS counting ON "{table}"',
        *([f'CREATE POLICY counting ON "{table}" FOR SELECT TO {COUNTER} USING (true)'] if counted else []),
    ]


def _privileges(guard: Guard) -> tuple[str, str]:
    """Return what the reading and the writing role may do with a table."""
    everything = "SELECT, INSERT, UPDATE, DELETE"
    if guard == "working" or isinstance(guard, OwnGuard):
        return everything, everything
    if guard == "reference":
        return "SELECT, INSERT, UPDATE", "SELECT"
    if guard == "log":
        return "SELECT, INSERT", "SELECT, INSERT"
    if guard == "sealed":
        return "", "INSERT"
    if isinstance(guard, CaseGuard) and guard.append_only:
        return "SELECT", "SELECT, INSERT"
    return "SELECT", everything


def _condition(table: str, guard: CaseGuard | OwnGuard) -> str:
    if isinstance(guard, OwnGuard):
        return f"\"{guard.own}\" = ANY ({HOLDERS}) OR 'system' = ANY ({HOLDERS})"
    if table == "cases_access":  # what all other policies look at: nobody sees another holder's rows
        return f"holder = ANY ({ASKING})"  # plainly, so that the planner can tell how many rows that is
    scope = f'"{table}"."{guard.scope_column}"' if guard.scope_column else f"'{guard.scope}'"
    condition = _held(table, guard.case, scope)
    if guard.own:
        own = f'"{table}"."{guard.own}" = ANY ({HOLDERS})'
        any_part = _held(table, guard.case, "'case'")
        condition += f" OR ({own} AND {any_part})"
    return condition


def _held(table: str, case: str, scope: str) -> str:
    # A SELECT with a LIMIT, where EXISTS would do: the planner would turn that into a list of every case that the
    # viewer sees, made anew for each query however few rows it reads. This looks up the rows that it does read.
    return (  # every name in it is a model's own
        f'(SELECT true FROM cases_access a WHERE a.case_id = "{table}"."{case}" AND a.scope = {scope} '  # noqa: S608
        f"AND a.holder = ANY ({HOLDERS}) AND (a.until IS NULL OR a.until > now()) LIMIT 1)"
    )

"""What the steps of the panel's chair share: whether an appeal is before them, and who is written to."""

from django.utils.translation import gettext

from casereview.cases.appeal import appeal_of, has_declared, panel_chair, running
from casereview.cases.record import Record
from casereview.cases.representing import affected


def before_the_panel(record: Record) -> str:
    """Why the panel's chair cannot decide now; "" once they have the appeal and have declared."""
    found = running(record)
    if found is None:
        return gettext("No appeal is running.")
    chair = panel_chair(record)
    if not chair:
        return gettext("The appeal is not referred to anybody.")
    if not has_declared(record, chair):
        return gettext("The chair of the panel has not declared yet.")
    return gettext("It is decided that there will be a hearing.") if found.latest("appeal_qualified") else ""


def appellants(record: Record) -> list[str]:
    """The holders who hear what becomes of the appeal that stands: whoever made it, and the person affected.

    Nobody of a case whose applicant has died: somebody speaks with the family first.
    """
    found = appeal_of(record)
    if found is None or record.has("applicant_died"):
        return []
    own, person = str(found.received.codes.get("person", "")), affected(record)
    theirs = {each.holder for each in (record.applicant, person) if each}
    holders = [own] if own in theirs or person is None else [own, person.holder]
    return [holder for holder in holders if holder]

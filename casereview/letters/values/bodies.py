"""What a body is told: the reports made to it, and who somebody is only where that may be shared."""

from casereview.cases.beginning import beginning
from casereview.cases.sharing import identity_may_be_shared
from casereview.letters.about import About
from casereview.letters.values.promises import open_deadline
from casereview.letters.values.reports import report_day
from casereview.wording.dates import long_date


def answer_by(about: About) -> str:
    """The day by which the body's answer is due; "" where no length is promised."""
    run = open_deadline(about, "reports_confirmed", about.to)
    return long_date(run.due) if run and run.due else ""


def identity(about: About) -> str:
    """The name of the person affected, where this body may be told it; else ""."""
    affected = about.record.victim or about.record.applicant
    if about.body is None or affected is None or not identity_may_be_shared(about.record, about.body):
        return ""
    return affected.name


def place(about: About) -> str:
    """Where it happens, as it was told."""
    record = about.record
    told = record.said(beginning(record), "place")
    return str(told) or next((incident.location for incident in record.incidents if incident.location), "")


def reports_to_you(about: About) -> list[dict[str, str]]:
    """The reports that were made to this body: `day`, and `reference` where the applicant was given one."""
    return [
        {"day": report_day(report), "reference": report.their_reference}
        for report in about.record.reports
        if report.own == about.to
    ]


def proposed(about: About) -> bool | None:
    """Whether it is proposed that the case be reviewed; None where nothing is proposed yet."""
    found = about.record.latest("decision_proposed")
    return bool(found.codes.get("met")) if found else None

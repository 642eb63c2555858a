"""A case as one body sees it."""

from dataclasses import dataclass
from datetime import date

from casereview.cases.models import Fact, Report
from casereview.cases.record import Record
from casereview.cases.returns import Returned, returns_of
from casereview.cases.threshold import answered
from casereview.people.models import Body
from casereview.wording.casework import REPORT_ANSWERS, RESULTS, VIEWS
from casereview.wording.dates import short_date, vague_date
from casereview.wording.told import told_words


@dataclass(frozen=True, slots=True)
class Seen:
    """told: what the application told this body, as labels and texts. reports: those made to it, each with its answer.

    due: its open date. proposed: the decision that is proposed, with reasons. view: what it said of that, if it did.
    asked: whether it was asked for what it holds; return_due: by when, while it has not answered; return_given: the
    London day of the return that holds.
    """

    body: Body
    told: list[tuple[str, str]]
    told_on: date | None
    identity_shared: bool
    reports: list[tuple[Report, str, str]]
    due: date | None
    proposed: str
    proposed_reasons: str
    view: str
    asked: bool
    return_due: date | None
    return_given: date | None


def seen_by(record: Record, body: Body) -> Seen:
    """What this body was told and asked, and what it answered."""
    told = [
        fact for fact in record.current("application_dispatched") if fact.codes.get("body") == body.holder
    ]
    last = told[-1] if told else None
    proposed = record.latest("decision_proposed")
    views = [fact for fact in record.current("body_view_recorded") if fact.codes.get("body") == body.holder]
    runs = [
        run
        for run in record.deadlines
        if run.subject == body.holder and run.is_open and run.due and run.clock != "return"
    ]
    returned = next((one for one in returns_of(record) if one.body.holder == body.holder), None)
    first = last or (returned.asked if returned else None)
    since = proposed.number if proposed else 0
    view = next((fact for fact in reversed(views) if fact.number > since), None)
    return Seen(
        body=body,
        told=_told(record, last, returned),
        told_on=first.happened_on if first else None,
        identity_shared=bool(first and first.codes.get("identity_shared")),
        reports=[_report(record, report) for report in record.reports if report.own == body.holder],
        due=runs[0].due if runs else None,
        proposed=str(RESULTS["met" if proposed.codes["met"] else "not_met"]) if proposed else "",
        proposed_reasons=str(record.said(proposed, "reasons")),
        view=str(VIEWS[view.codes["view"]]) if view else "",
        asked=returned is not None,
        return_due=returned.due if returned and returned.given is None else None,
        return_given=returned.given.happened_on if returned and returned.given else None,
    )


def _told(record: Record, sent: Fact | None, returned: Returned | None) -> list[tuple[str, str]]:
    """What came with the application, and what came with the request for what it holds."""
    facts = [fact for fact in (sent, returned.asked if returned else None) if fact]
    rows = [words for fact in facts for words in record.words.get(fact.id, [])]
    return [pair for words in rows for pair in told_words(words.values)]


def _report(record: Record, report: Report) -> tuple[Report, str, str]:
    """A report, its day, and what the body last answered about it."""
    since, until = report.on_from or report.on_to, report.on_to or report.on_from
    day = report.as_told
    if since and until:
        day = short_date(since) if since == until else vague_date(since, until)
    answer = answered(record).get(str(report.id), {}).get("answer", "")
    return report, day, str(REPORT_ANSWERS.get(answer, ""))

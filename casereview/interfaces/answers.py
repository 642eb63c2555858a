"""What each body was told in a case, and what it has said."""

from dataclasses import dataclass

from casereview.cases.models import Deadline, Fact
from casereview.cases.record import Record
from casereview.cases.sharing import kept_from, must_be_told, views
from casereview.cases.threshold import answered
from casereview.people.models import Body
from casereview.wording.casework import REPORT_ANSWERS, VIEWS


@dataclass(frozen=True, slots=True)
class Answers:
    """One body. told: the dispatch to it, if there was one. counts: its answers in words, with how many reports each.

    unanswered: how many of the reports made to it are not answered. due: its open date for answering.
    """

    body: Body
    told: Fact | None
    must: bool
    kept_from: bool
    reports: int
    counts: list[tuple[str, int]]
    unanswered: int
    due: Deadline | None
    view: str
    view_on: Fact | None
    words: list[str]


def bodies_of(record: Record) -> list[Answers]:
    """Every body that was told or should be, or to which a report was made."""
    must = {body.holder for body in must_be_told(record)}
    told = {fact.codes["body"]: fact for fact in record.current("application_dispatched")}
    holders = must | set(told) | {report.own for report in record.reports}
    return [
        _answers(record, body, told.get(body.holder), must)
        for body in record.bodies.values()
        if body.holder in holders
    ]


def _answers(record: Record, body: Body, told: Fact | None, must: set[str]) -> Answers:
    said = answered(record)
    theirs = [report for report in record.reports if report.own == body.holder]
    given = [said[str(report.id)]["answer"] for report in theirs if str(report.id) in said]
    view = views(record).get(body.holder)
    runs = [run for run in record.deadlines if run.subject == body.holder and run.is_open and run.due]
    return Answers(
        body=body,
        told=told,
        must=body.holder in must,
        kept_from=body.holder in kept_from(record),
        reports=len(theirs),
        counts=[(str(words), given.count(code)) for code, words in REPORT_ANSWERS.items() if code in given],
        unanswered=len(theirs) - len(given),
        due=runs[0] if runs else None,
        view=str(VIEWS[view.codes["view"]]) if view else "",
        view_on=view,
        words=_words(record, body, view),
    )


def _words(record: Record, body: Body, view: Fact | None) -> list[str]:
    """The notes with its answers, and the reasons of its view."""
    answers = [fact for fact in record.current("reports_answered") if fact.codes.get("body") == body.holder]
    notes = [record.said(fact, "notes") for fact in answers]
    return [words for words in (*notes, record.said(view, "reasons")) if words]

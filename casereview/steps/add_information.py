"""Stage 7: what is told after the application: by phone, in a letter, or on the applicant's own page (MISSION B1)."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from casereview.cases.application import Rows, Unreadable, added_rows
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed
from casereview.wording.casework import CHANNELS, YES_NO_UNKNOWN
from casereview.wording.own_findings import own_codes, own_question

SAID = ("hate_motivated", "going_on")  # the applicant's own answers, which a later one replaces


def _said(record: Record) -> tuple[str, ...]:
    """Those, and what they alone can say under the rules of the case."""
    return (*own_codes(record.scheme), *SAID)


class InformationForm(StepForm):
    """Words, one incident with one report, or `application`: any number of them as JSON, as an application has them."""

    channel = choice(_("How were we told?"), CHANNELS, required=False)
    told = text(_("What they told us"), required=False)
    hate_motivated = choice(_("Do they think that it is motivated by hate?"), YES_NO_UNKNOWN, required=False)
    going_on = choice(_("Is it still going on?"), YES_NO_UNKNOWN, required=False)
    incident_on = Day(label=_("An incident: the day"), required=False)
    incident = text(_("What happened then"), required=False)
    reported_to = forms.ChoiceField(label=_("Which body was told?"), required=False)
    reported_on = Day(label=_("The day on which it was told"), required=False)
    application = forms.JSONField(required=False, widget=forms.HiddenInput)
    on = Day(label=_("When they told us"), required=False)

    def prepare(self, record: Record) -> None:
        """The area's bodies, and what its rules let the applicant alone say."""
        for code in own_codes(record.scheme):
            question = own_question(record.scheme, code, "staff")
            self.fields[code] = choice(question, YES_NO_UNKNOWN, required=False)
        self.order_fields(["channel", "told", *own_codes(record.scheme)])
        bodies = [(body.holder, body.name) for body in record.bodies.values() if body.active]
        self.fields["reported_to"].choices = [("", _("Nobody yet")), *bodies]  # type: ignore[attr-defined]

    def clean_application(self) -> dict[str, Any]:
        """Read it once, so that nothing is half received."""
        told: dict[str, Any] = self.cleaned_data["application"] or {}
        assert self.record is not None
        try:
            rows_added(self.record, told)
        except (Unreadable, TypeError, AttributeError, KeyError) as error:
            raise ValidationError(_("What was added cannot be read: %s") % error) from error
        return told

    def clean(self) -> dict[str, Any]:
        """Something was told; a report belongs to an incident."""
        cleaned = super().clean()
        assert self.record is not None
        own = _said(self.record)
        if not any(cleaned.get(name) for name in (*own, "told", "incident", "incident_on", "application")):
            self.add_error("told", _("Write what they told us"))
        if cleaned.get("reported_to") and not (cleaned.get("incident_on") or cleaned.get("incident")):
            self.add_error("incident_on", _("Enter the incident that was reported, as nearly as it is known"))
        return cleaned


def rows_added(record: Record, told: dict[str, Any], sender: str = "") -> Rows:
    """The rows that these answers add to the case. sender: the holder of a person who tells it. Raises Unreadable."""
    return added_rows(told, record.people, record.incidents, len(record.reports), sender)


def do(record: Record | None, answers: Answers, viewer: Viewer, at: datetime) -> Outcome:
    """Record what was told, as its own rows; an applicant may read again what they wrote."""
    assert record is not None
    told = dict(answers["application"])
    told["incidents"] = [*told.get("incidents", []), *_one(record, answers)]
    own = _said(record)
    said = {**told.get("codes", {}), **{name: answers[name] for name in own}}
    codes = {name: said[name] for name in own if said.get(name) in YES_NO_UNKNOWN}
    sender = viewer.holder if viewer.holder.startswith("person:") else ""
    words = Told({**told.get("words", {}), "told": answers["told"]}, own=sender)
    fact = NewFact(
        "information_added",
        day_of(answers, at),
        {**codes, "channel": answers["channel"] or "web"},
        words=(words,),
        rows=tuple(rows_added(record, told, sender).rows),
    )
    return Outcome((fact,))


def _one(record: Record, answers: Answers) -> list[dict[str, Any]]:
    """The incident of the plain boxes, with its report."""
    if not (answers["incident"] or answers["incident_on"]):
        return []
    reports = []
    if holder := answers["reported_to"]:
        day = answers["reported_on"].isoformat() if answers["reported_on"] else None
        reports = [{"body": holder, "kind": record.bodies[holder].kind, "from": day, "to": day}]
    day = answers["incident_on"].isoformat() if answers["incident_on"] else None
    return [{"from": day, "to": day, "what": answers["incident"], "reports": reports}]


STEP = Step(
    name="add_information",
    title=_("Add what we were told"),
    stage=7,
    who=("coordinate", "apply"),
    roles=("applicant", "victim", "representative"),
    is_open=until_closed,
    do=do,
    records={"information_added": _("More information came by %(channel)s")},
    form=InformationForm,
)

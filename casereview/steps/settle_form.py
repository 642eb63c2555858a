"""The form by which a plan is settled and sent: what was considered and found, and for each body its powers."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.issues import issues
from casereview.cases.plan import bodies_of_the_review, comment_by, progress, settled
from casereview.cases.record import Record
from casereview.steps.fields import Day, text
from casereview.steps.step import StepForm
from casereview.wording.dates import long_date


def unheard(record: Record) -> str:
    """Why the applicant has not had their say on a draft, as a sentence; "" where they had it, or their time is over.

    Silence delays nothing: once the day for comments is past, the plan goes as it is.
    """
    if settled(record) or record.applicant is None or record.has("applicant_died", "plan_commented"):
        return ""
    if not record.has("plan_drafted"):
        return gettext("The applicant has had no draft.")
    until = comment_by(record)
    if until and until >= record.today:
        return gettext("The applicant may comment until %(day)s.") % {"day": long_date(until)}
    return ""


class SettleForm(StepForm):
    """`finding_N` for each issue that the applicant raised; `powers_ID` for each body where there is no action.

    All of it is for the applicant to read. `early` where they have not had their say; `changes` where a plan that
    was sent before is sent anew.
    """

    considered = text(_("What was considered"))
    outcome = text(_("What the review found"))
    changes = text(_("What has changed since the plan was sent, and why"), required=False)
    early = text(_("Why the plan goes now all the same"), required=False)
    on = Day(label=_("When it was settled"), required=False)

    def prepare(self, record: Record) -> None:
        """Fields for what this applicant raised, and for the bodies' powers where nothing will be done."""
        before = settled(record) or record.latest("plan_drafted")
        for name in ("considered", "outcome"):
            self.initial.setdefault(name, record.said(before, name))
        earlier = record.said(before, "findings", [])
        for number, issue in enumerate(issues(record), start=1):
            self.fields[f"finding_{number}"] = text(_("What is found about this: “%s”") % issue)
            found = next((each["finding"] for each in earlier if each["issue"] == issue), "")
            self.initial.setdefault(f"finding_{number}", found)
        if not progress(record):
            for body in bodies_of_the_review(record):
                label = _(
                    "No action is agreed. Which of its powers did %s consider, and why does it use none?"
                )
                self.fields[f"powers_{body.pk}"] = text(label % body.name)
        if settled(record) is None:
            del self.fields["changes"]
        if why := unheard(record):
            self.fields["early"].help_text = why
        else:
            del self.fields["early"]
        findings = [name for name in self.fields if name.startswith(("finding_", "powers_"))]
        self.order_fields(["considered", *findings, "outcome"])

    def clean(self) -> dict[str, Any]:
        """To go without the applicant's say needs a reason; so does a plan that has changed."""
        cleaned = super().clean()
        if "early" in self.fields and not cleaned.get("early"):
            self.add_error("early", _("Say why it does not wait for the applicant’s comments"))
        if "changes" in self.fields and not cleaned.get("changes"):
            self.add_error("changes", _("Say what has changed, and why"))
        return cleaned

"""The form of the threshold decision: what people find, weigh and answer for beside the receipt."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.cases.beginning import beginning
from casereview.cases.decided_before import Before, decided_before, nobody_else
from casereview.cases.issues import issues
from casereview.cases.record import Record
from casereview.cases.sharing import must_be_told, told
from casereview.cases.threshold import receipt_of
from casereview.people.models import Body
from casereview.schemes.judged import of_deciders
from casereview.steps.fields import Day, choice, one_line, text
from casereview.steps.step import StepForm
from casereview.wording.casework import AGAIN, RESULTS, YES_NO_UNKNOWN
from casereview.wording.codes import code_words
from casereview.wording.routes import weighing_sentence

FINDINGS: dict[str, bool | None] = {"yes": True, "no": False, "not_known": None}
BY_STATUTE = _(
    "Three qualifying complaints have been made about this behaviour. Section 104(4) of the Anti-social Behaviour, "
    "Crime and Policing Act 2014 says that the threshold is then met, whatever a local rule says."
)


def not_asked(record: Record) -> list[Body]:
    """The bodies of this case that were not told of it, or not asked what they think of the decision."""
    proposed = record.latest("decision_proposed")
    asked = set(proposed.codes.get("bodies", ())) if proposed else set()
    reached = {body.holder for body in told(record)} & asked
    return [body for body in must_be_told(record) if body.holder not in reached]


def least_deciders(record: Record) -> int:
    """How many must decide, each for another body, by the scheme; one person is named for a body."""
    rules = record.scheme.decision
    return max(rules.people or 1, rules.bodies or 1) if rules else 1


class DecisionForm(StepForm):
    """`finding_CODE` with `why_CODE` a judged code, `issue_N` an issue raised, `decider_ID` a relevant body.

    `statute_reason` where the two ways to count complaints differ; `silent_reason` where a body was not asked. A body
    that was asked and is silent holds nothing up. `again_reason` where somebody who decided before decides again.
    """

    persistence = text(_("How persistent is it?"))
    harm = text(_("What harm does it do, or might it do?"))
    response = text(_("How adequate was the response?"))
    statute_reason = text(
        _("Whether several complaints about one incident count once here, and why"), required=False
    )
    delegation = text(_("Under which delegation they decide"), required=False)
    silent_reason = text(_("Why it is decided without asking every body"), required=False)
    result = choice(_("What is decided?"), RESULTS)
    reasons = text(_("Reasons, for the applicant to read"))
    on = Day(label=_("When it was decided"), required=False)

    def prepare(self, record: Record) -> None:
        """Fields for what this scheme judges, what this applicant raised, and who can decide here."""
        first, last = [], []
        for code in of_deciders(record.scheme):
            label = code_words(record.scheme, "judged", code)
            finding = choice(_("Do you find: %s?") % label, YES_NO_UNKNOWN)
            finding.help_text = weighing_sentence(record.scheme, code)
            self.fields[f"finding_{code}"] = finding
            self.fields[f"why_{code}"] = text(_("Reasons for this finding"))
            first += [f"finding_{code}", f"why_{code}"]
        for number, issue in enumerate(issues(record), start=1):
            self.fields[f"issue_{number}"] = text(_("What is found about this: “%s”") % issue)
            first.append(f"issue_{number}")
        for body in record.relevant_bodies:
            label = _("Who decided for %(body)s: name and post") % {"body": body.name}
            self.fields[f"decider_{body.pk}"] = one_line(label, required=False)
            last.append(f"decider_{body.pk}")
        self.before = decided_before(record)
        if self.before:
            self.fields["again_reason"] = text(AGAIN, required=False, help_text=self.before.sentence)
            last.append("again_reason")
        if receipt_of(record).statute.met is True:  # the page offers no "not met", and says why
            self.fields["result"].help_text = BY_STATUTE
            self.fields["result"].widget.choices = [("met", RESULTS["met"])]
        self.order_fields([*first, "persistence", "harm", "response", "statute_reason", *last])

    def clean(self) -> dict[str, Any]:
        """What the law asks of a decision, each refusal with its reason."""
        cleaned = super().clean()
        assert self.record is not None
        codes = of_deciders(self.record.scheme)
        findings = {code: FINDINGS.get(cleaned.get(f"finding_{code}", "")) for code in codes}
        statute = receipt_of(self.record, findings).statute
        if statute.met is True and cleaned.get("result") == "not_met":
            self.add_error("result", BY_STATUTE)
        if (
            statute.met is None
            and (statute.found != statute.found_unmerged)
            and not cleaned.get("statute_reason")
        ):
            self.add_error(
                "statute_reason", _("The two ways of counting differ: say which is right here, and why")
            )
        deciders = [body for body in self.record.relevant_bodies if cleaned.get(f"decider_{body.pk}")]
        if not deciders:
            self.add_error(None, _("Name at least one person who decided for a relevant body"))
        elif len(deciders) < least_deciders(self.record):
            needed = {"n": least_deciders(self.record)}
            self.add_error(None, _("The rules want %(n)s people of different bodies: name each") % needed)
        if self.before and not cleaned.get("again_reason"):
            self._somebody_else(self.before, cleaned)
        left = not_asked(self.record)
        if left and not cleaned.get("silent_reason"):
            names = ", ".join(body.name for body in left)
            self.add_error("silent_reason", _("Say why it is decided without asking %s") % names)
        received = beginning(self.record)
        if received and cleaned.get("on") and cleaned["on"] < received.happened_on:
            self.add_error("on", _("The decision cannot be before the application"))
        return cleaned

    def _somebody_else(self, before: Before, cleaned: dict[str, Any]) -> None:
        """Nobody decides again what they decided, but for a reason that is kept with the decision."""
        assert self.record is not None
        for body in self.record.relevant_bodies:
            if before.includes(cleaned.get(f"decider_{body.pk}") or ""):
                error = _("They decided before: name somebody else, or say below why it is them again")
                self.add_error(f"decider_{body.pk}", error)
        if nobody_else(self.record, before):
            self.add_error("again_reason", _("Say why nobody else of the office records it"))

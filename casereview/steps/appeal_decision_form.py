"""The form of the panel's decision: its five considerations, the outcome, what is asked for, and why."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import running
from casereview.cases.further_action import NEW_DECISION, REVIEWS
from casereview.cases.hearing import held, sittings
from casereview.cases.record import Record
from casereview.cases.sharing import told
from casereview.schemes.vocabulary import CONSIDERATIONS
from casereview.steps.fields import Day, choice, several, text
from casereview.steps.step import StepForm
from casereview.wording.codes import code_words
from casereview.wording.dates import short_date
from casereview.wording.hearing import FURTHER, OUTCOMES
from casereview.wording.length import and_list

# A scheme's codes for outcomes, and ours. Where it names none, all of ours are offered.
OF_SCHEME = {
    "uphold_and_request_action": "upheld",
    "refer_back": "upheld",
    "comment_and_recommend_on_process": "process_only",
    "not_upheld": "not_upheld",
}


def considerations(record: Record) -> tuple[str, ...]:
    """The codes of what this area's panel considers: its scheme's, else all five."""
    appeal = record.scheme.appeal
    return (appeal.considerations if appeal else ()) or CONSIDERATIONS


def outcomes(record: Record) -> list[str]:
    """The outcomes that this area's panel has power for."""
    appeal = record.scheme.appeal
    named = [OF_SCHEME[code] for code in (appeal.outcomes if appeal else ()) if code in OF_SCHEME]
    return list(dict.fromkeys(named)) or list(OUTCOMES)


def may_ask_for(record: Record) -> tuple[str, ...]:
    """What further action fits: a refusal goes back to be decided again; a review has other cures."""
    found = running(record)
    if found is not None and found.about == "threshold":
        return ("information", NEW_DECISION)
    return ("information", *REVIEWS, "alternative_actions", "more_actions")


class DecisionForm(StepForm):
    """`consideration_CODE` is a text, or `not_applicable_CODE` is ticked. `wanted` names further actions, of which each
    has `what_CODE`, `owner_CODE`, `due_CODE` and `follow_CODE`.
    """

    outcome = choice(_("What does the panel decide?"), OUTCOMES)
    rationale = text(_("The rationale, in words for whoever appeals"))
    comments = text(
        _("Comments and recommendations on the process"),
        required=False,
        help_text=_("They may be made with any outcome, and are the whole of a decision on process only"),
    )
    wanted = several(_("If it is upheld: what is asked for?"), {})
    agreed = several(_("Who of the panel agrees?"), {}, required=True)
    notes = text(_("For the panel and its clerk alone"), required=False)

    def prepare(self, record: Record) -> None:
        """The considerations first, as the law of this panel has them; then the outcome and what follows from it."""
        for code in considerations(record):
            label = capfirst(code_words(record.scheme, "considerations", code))
            self.fields[f"consideration_{code}"] = text(label, required=False)
            self.fields[f"not_applicable_{code}"] = several(
                _("Does it apply?"), {"yes": gettext("Does not apply: %s") % label}
            )
        offered = [(code, str(OUTCOMES[code])) for code in outcomes(record)]
        self.fields["outcome"].choices = offered  # type: ignore[attr-defined]
        self.fields["wanted"].choices = [  # type: ignore[attr-defined]
            (code, str(FURTHER[code])) for code in may_ask_for(record)
        ]
        for name, field in _of_further(record):
            self.fields[name] = field
        self.fields["agreed"].choices = list(_who_sat(record))  # type: ignore[attr-defined]
        first = [name for name in self.fields if name.startswith(("consideration_", "not_applicable_"))]
        last = ["comments", "agreed", "notes"]
        middle = [name for name in self.fields if name not in (*first, *last)]
        self.order_fields([*first, *middle, *last])

    def clean(self) -> dict[str, Any]:
        """Everything considered is answered; an upheld appeal asks for something, with an owner and a day."""
        cleaned = super().clean()
        assert self.record is not None
        for code in considerations(self.record):
            told, aside = cleaned.get(f"consideration_{code}"), cleaned.get(f"not_applicable_{code}")
            if bool(told) == bool(aside):
                self.add_error(
                    f"consideration_{code}", _("Say what the panel found, or that it does not apply")
                )
        if cleaned.get("outcome") == "process_only" and not cleaned.get("comments"):
            self.add_error("comments", _("Write the comments and recommendations on the process"))
        if cleaned.get("outcome") == "upheld":
            self._check_further(self.record, cleaned)
        elif cleaned.get("wanted"):
            self.add_error("wanted", _("Further action is asked for only where the appeal is upheld"))
        return cleaned

    def _check_further(self, record: Record, cleaned: dict[str, Any]) -> None:
        wanted = cleaned.get("wanted", [])
        if not wanted:
            self.add_error("wanted", _("Choose what is asked for"))
        if NEW_DECISION in may_ask_for(record) and NEW_DECISION not in wanted:
            self.add_error(
                "wanted", _("A refusal that is not upheld goes back to be decided again: choose that")
            )
        if set(REVIEWS) <= set(wanted):
            self.add_error("wanted", _("Choose the whole review or a part of it, not both"))
        for code in wanted:
            for name, error in (
                (f"what_{code}", _("Say what exactly is asked for")),
                (f"owner_{code}", _("Choose who does it")),
                (f"due_{code}", _("Enter the day by which it is done")),
                (f"follow_{code}", _("Say how it is followed up")),
            ):
                if not cleaned.get(name):
                    self.add_error(name, error)
            if (due := cleaned.get(f"due_{code}")) and due < record.today:
                self.add_error(f"due_{code}", _("Enter today’s date or a later one"))


def _who_sat(record: Record) -> Iterator[tuple[str, str]]:
    """Whoever was there when the hearing ended, with the sittings that they missed: the panel weighs whether it may."""
    last, names = held(record), record.names
    for holder in last.codes["present"] if last else ():
        missed = [
            short_date(each.happened_on) for each in sittings(record) if holder not in each.codes["present"]
        ]
        words = {"name": names.get(holder, holder), "days": and_list(missed)}
        yield holder, gettext("%(name)s (was not there on %(days)s)") % words if missed else words["name"]


def _of_further(record: Record) -> Iterator[tuple[str, Any]]:
    owners = {f"area:{record.case.area}": gettext("The office that co-ordinates")}
    owners |= {body.holder: body.name for body in told(record)}
    for code in may_ask_for(record):
        label = {"what": FURTHER[code]}
        yield f"what_{code}", text(_("%(what)s: what exactly") % label, required=False)
        yield f"owner_{code}", choice(_("%(what)s: who does it") % label, owners, required=False)
        yield f"due_{code}", Day(label=_("%(what)s: by when") % label, required=False, ahead=True)
        yield f"follow_{code}", text(_("%(what)s: how it is followed up") % label, required=False)

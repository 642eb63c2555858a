"""Any stage: the application is withdrawn. Whether it is safe, and whether somebody pressed for it, is asked first.

An applicant may do it on their own page. It still counts as an application (MISSION E1), and a serious risk may go
on as a referral.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of, in_hand
from casereview.wording.casework import REFERRALS, WITHDRAWN_BY, YES_NO_UNKNOWN


class WithdrawForm(StepForm):
    """`referred_to` and `referral` where a risk goes on as a referral."""

    withdrawn_by = choice(_("Who withdraws it?"), WITHDRAWN_BY)
    safe = choice(_("Are they safe?"), YES_NO_UNKNOWN)
    pressed = choice(_("Did anybody press them to withdraw?"), YES_NO_UNKNOWN)
    notes = text(_("What they said"))
    referred_to = forms.ChoiceField(
        label=_("Does a risk go on as a referral?"),
        choices=[("", _("No")), *REFERRALS.items()],
        required=False,
    )
    referral = text(_("What is passed on, and why"), required=False)
    for_applicant = text(_("Anything the letter should say"), required=False)
    on = Day(label=_("When"), required=False)

    def clean(self) -> dict[str, Any]:
        """A referral says why; whoever is pressed or not safe is not simply let go."""
        cleaned = super().clean()
        if cleaned.get("referred_to") and not cleaned.get("referral"):
            self.add_error("referral", _("Say what is passed on, and why"))
        worrying = cleaned.get("safe") == "no" or cleaned.get("pressed") == "yes"
        if worrying and not cleaned.get("referred_to"):
            self.add_error(
                "referred_to", _("They are not safe or were pressed: refer them on before it ends")
            )
        return cleaned


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it, with the referral if there is one; confirmed in writing only if they are safe (L26)."""
    assert record is not None
    on, facts = day_of(answers, at), []
    if answers["referred_to"]:
        notes = Told({"notes": answers["referral"]}, scope="restricted")
        codes = {"referred_to": answers["referred_to"], "agreed": False}
        facts.append(NewFact("referral_made", on, codes, words=(notes,)))
    codes = {name: answers[name] for name in ("withdrawn_by", "safe", "pressed")}
    words = (
        Told({"notes": answers["notes"]}, scope="restricted"),
        Told({"for_applicant": answers["for_applicant"]}),
    )
    facts.append(NewFact("application_withdrawn", on, codes, words=words))
    safe = answers["safe"] == "yes" and record.applicant is not None
    to_send = [("withdrawn", record.applicant.holder)] if safe and record.applicant else []
    return Outcome(tuple(facts), **queue(to_send, at)._asdict())


STEP = Step(
    name="withdraw",
    title=_("Withdraw the application"),
    stage=16,
    who=("coordinate", "apply"),
    is_open=in_hand,
    do=do,
    records={
        "application_withdrawn": _("The application was withdrawn by %(withdrawn_by)s"),
        "referral_made": _("A referral was made to %(referred_to)s"),
    },
    form=WithdrawForm,
    letters=("withdrawn",),
    confirm=_("Nothing more will be decided in this case. They may ask for a review again at any time."),
)

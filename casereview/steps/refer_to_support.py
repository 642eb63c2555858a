"""Stage 9: the support service is told of whoever said yes: what they said yes to, and no more (MISSION A4, B5)."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Person
from casereview.cases.outcome import Grant, NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.support import Agreed, agreed, may_know, must_refer, service_of
from casereview.letters.queue import queue
from casereview.letters.safe_contact import usable_contacts
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed
from casereview.wording.casework import METHODS


class ReferForm(StepForm):
    """Nothing is chosen here: what the service is told follows from the answers."""

    on = Day(label=_("When"), required=False)


def is_open(record: Record) -> str:
    """Open while somebody said yes and the service has not been told."""
    if why := until_closed(record):
        return why
    if not agreed(record):
        return gettext("Nobody has said yes to support.")
    return "" if must_refer(record) else gettext("The service has been told.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Tell the service of everybody who said yes; this replaces what it was told before."""
    assert record is not None
    people, service = agreed(record), service_of(record)
    told = Told(
        {
            "number": len(record.current("support_referred")) + 1,
            "told_on": day_of(answers, at).isoformat(),
            "people": [_known(record, each) for each in people],
        },
        scope="support",
    )
    codes = {"service": service, "people": [each.person.holder for each in people]}
    fact = NewFact("support_referred", day_of(answers, at), codes, words=(told,))
    access = (Grant(service, ("support",)),)
    return Outcome((fact,), **queue([("support_referral", service)], at)._asdict(), access=access)


def _known(record: Record, each: Agreed) -> dict[str, object]:
    return may_know(record, each, _reached(record, each.person))


def _reached(record: Record, person: Person) -> list[str]:
    """The ways that are safe now, each with when and how; then those never to be used."""
    ways = [
        "; ".join(filter(None, (f"{METHODS[way.method]}: {way.value}".rstrip(": "), way.when, way.how)))
        for way in usable_contacts(record, person)
    ]
    never = [
        gettext("Never: %(way)s") % {"way": f"{METHODS[way.method]} {way.value}".strip()}
        for way in record.contacts_of(person)
        if way.never
    ]
    return [*ways, *never]


STEP = Step(
    name="refer_to_support",
    title=_("Tell the support service"),
    stage=9,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"support_referred": _("%(service)s was told of whoever said yes")},
    form=ReferForm,
    minds=("support_answered", "consent_recorded", "contact_changed"),
    letters=("support_referral",),
)

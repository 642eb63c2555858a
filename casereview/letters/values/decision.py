"""The threshold decision: who decided, why, and what somebody may do who disagrees."""

from datetime import date

from django.utils.translation import gettext as _

from casereview.cases.appeal_rules import rules
from casereview.letters.about import About
from casereview.letters.markup import Prose, paragraphs
from casereview.letters.served import last_day_to_appeal, served_on
from casereview.people.names import names_of
from casereview.wording.dates import long_date
from casereview.wording.length import and_list, length_words
from casereview.wording.own import said

KINDS = ("threshold_met", "threshold_not_met")


def decided_on(about: About) -> str:
    """The day of the decision: "today, Tuesday 2 February 2027" where it is today."""
    decision = about.record.latest(*KINDS)
    if decision is None:
        return long_date(about.record.today)
    day = long_date(decision.happened_on)
    return (
        _("today, %(day)s") % {"day": day} if decision.happened_on == about.record.today else _("on %s") % day
    )


def deciders(about: About) -> str:
    """The organisations that decided, by name: `codes["bodies"]` of the decision, else those of the area."""
    decision = about.record.latest(*KINDS)
    holders = list(decision.codes.get("bodies", [])) if decision else []
    names = list(names_of(holders).values()) or [body.name for body in about.record.relevant_bodies]
    return and_list(sorted(names)) or _("The organisations")


def reasons(about: About) -> Prose:
    """The reasons in writing, as they were recorded with the decision."""
    return paragraphs(str(about.record.said(about.record.latest(*KINDS), "reasons")))


def findings(about: About) -> list[dict[str, str]]:
    """Each issue that the applicant raised, with its own finding: `issue` and `finding`."""
    told = about.record.said(about.record.latest(*KINDS), "findings", [])
    return [{"issue": str(each["issue"]), "finding": str(each["finding"])} for each in told]


def last_day(about: About) -> str:
    """The last day to appeal, counted from the day on which this letter will count as served; "" where none is set.

    On the recipient's own page that is the day they open it: then it is the last day if they open it today. A letter
    that is sent again says what the first did: its days have begun.
    """
    today = about.record.today
    served = _served(about) or served_on(
        about.record, about.route.kind, "opened" if from_page(about) else "sent", today
    )
    last = last_day_to_appeal(about.record, served or today)
    return long_date(last) if last else ""


def from_page(about: About) -> bool:
    """Whether the days to appeal begin only when the recipient opens the letter, or it is read to them."""
    return about.route.kind in {"page", "read_aloud", "held"} and _served(about) is None


def _served(about: About) -> date | None:
    """The day on which the notice that this letter is counts as served already."""
    found = about.record.current("notice_served")
    return next((fact.happened_on for fact in found if fact.codes.get("event") == about.serves), None)


def appeal_length(about: About) -> str:
    """ "14 days"."""
    clock = about.record.scheme.clocks.get("appeal")
    return length_words(clock.length) if clock and clock.length else ""


def appeal_to(about: About) -> str:
    """To whom the appeal is made."""
    appeal = rules(about.record)
    return said(appeal.lodged_with) if appeal else ""


def appeal_address(about: About) -> str:
    """The address for appeals by post, on one line."""
    return ", ".join(line.strip() for line in about.record.area.appeals_address.splitlines() if line.strip())


def other_routes(about: About) -> list[str]:
    """Where else somebody may turn. They depend on tenure, on who the reader is, and on who led.

    A home owner is not sent to the Housing Ombudsman, whose scheme is for tenants of social landlords; a case that a
    commissioner led is not promised the Local Government and Social Care Ombudsman, who looks at councils.
    """
    routes = [_("You can complain to an organisation about its own service. Use its complaints procedure.")]
    if _rents_from_a_social_landlord(about):
        routes.append(
            _(
                "You can complain to your landlord. If you disagree with its answer, ask the Housing Ombudsman."
            )
        )
    if _led_by_a_council(about):
        routes.append(
            _(
                "You can complain to the council about how it ran this. "
                "If you disagree with its answer, ask the Local Government and Social Care Ombudsman."
            )
        )
    return routes


def _rents_from_a_social_landlord(about: About) -> bool:
    person = about.person
    lives_there = person is not None and "victim" in person.roles
    return lives_there and person is not None and person.tenure in {"council", "housing_association"}


def _led_by_a_council(about: About) -> bool:
    scheme = about.record.scheme
    return any(body.kind == "council" and said(body.name) == said(scheme.lead) for body in scheme.bodies)

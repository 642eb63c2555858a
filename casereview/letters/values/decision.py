"""The threshold decision: who decided, why, and what somebody may do who disagrees."""

from django.utils.translation import gettext as _

from casereview.letters.about import About
from casereview.letters.markup import Prose, paragraphs
from casereview.people.names import names_of
from casereview.wording.bodies import within
from casereview.wording.dates import long_date
from casereview.wording.length import and_list
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
    first, *others = sorted(names) or [_("The organisations")]
    return and_list([first, *map(within, others)])


def reasons(about: About) -> Prose:
    """The reasons in writing, as they were recorded with the decision."""
    return paragraphs(str(about.record.said(about.record.latest(*KINDS), "reasons")))


def findings(about: About) -> list[dict[str, str]]:
    """Each issue that the applicant raised, with its own finding: `issue` and `finding`."""
    told = about.record.said(about.record.latest(*KINDS), "findings", [])
    return [{"issue": str(each["issue"]), "finding": str(each["finding"])} for each in told]


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
    """Whether the lead is a council of this area, by its page or by the bodies that this installation knows."""
    scheme = about.record.scheme
    councils = {said(body.name) for body in scheme.bodies if body.kind == "council"}
    councils |= {body.name for body in about.record.bodies.values() if body.kind == "council"}
    return scheme.lead is not None and said(scheme.lead) in councils

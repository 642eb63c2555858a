"""An appeal that qualified for a hearing, with the people of a panel, for the tests of its hearing."""

from datetime import date, timedelta

from casereview.cases.postgresql.roles import acting
from casereview.jobs.letters import send_due
from casereview.people.models import Term, User
from casereview.people.viewer import SYSTEM, for_person
from tests.rooms.steps.conftest import THREE, moment

HEARD = date(2026, 12, 11)  # a Friday
TODAY = date(2026, 11, 30)  # the Monday on which the panel is made up


def people_of_the_panel(world):
    """A clerk, a chair of the panel and three members, all of them in office."""
    world.clerk = world.user("col", "clerk")
    world.panel_chair = world.user("pam", "panel_chair")
    world.members = [world.user(name, "panel_member") for name in ("mel", "max", "may")]
    for seat in (world.panel_chair, *world.members):
        in_office(world, seat)


def in_office(world, viewer, since=date(2026, 1, 1), until=date(2028, 12, 31)):
    user = User.objects.get(pk=viewer.holder.removeprefix("user:"))
    return Term.objects.create(user=user, area=world.area, since=since, until=until)


def refused_and_appealed(world, risk="standard", notes=""):
    """Two incidents are too few: refused, and appealed against; there will be a hearing."""
    people_of_the_panel(world)
    world.apply(*THREE[:2])
    world.read_and_owned(risk, notes)
    world.proposed()
    world.take("decide_threshold", **world.decision("not_met"))
    send(TODAY)
    qualified(world)


def qualified(world, on=TODAY):
    """The appeal comes, a clerk takes it on, and the panel's chair, who has declared, finds that it is to be heard."""
    robin = for_person(world.robin, "durham")
    world.take("receive_appeal", robin, on, channel="web", reasons="Nobody read my diary")
    world.take("name_clerk", world.clerk, on, clerk=world.clerk.holder)
    referred = {"panel_chair": world.panel_chair.holder, "until": "2028-03-01"}
    world.take("refer_appeal", world.clerk, on, **referred)
    world.take("declare_panel_chair", world.panel_chair, on, conflict="no")
    world.take("qualify_appeal", world.panel_chair, on, result="hearing", reasons="It has to be heard")


def composed(world, *members):
    """These members, or the first two, are asked and declare that nothing ties them to the case."""
    chosen = members or world.members[:2]
    world.take(
        "appoint_panel",
        world.clerk,
        TODAY,
        members=[member.holder for member in chosen],
        until="2028-03-01",
    )
    for member in chosen:
        world.take("declare_panel_member", member, TODAY, conflict="no")


def arranged(world, day=HEARD, today=TODAY, **more):
    """Both sides are invited, and the letters have gone."""
    answers = {
        "day": day.isoformat(),
        "starts": "10:00",
        "ends": "12:00",
        "where": "in_person",
        "place": "Room 1, Durham",
        "people": [f"person:{world.robin}"],
        "review": [world.police.holder, world.council.holder],
        **more,
    }
    world.take("arrange_hearing", world.clerk, today, **answers)
    send(today)


def sitting(world, **more):
    """Answers of a sitting: the panel, the police and whoever appeals were there."""
    present = [world.panel_chair.holder, *(each.holder for each in world.members[:2])]
    return {"present": present, "review_came": [world.police.holder], "came_1": "came", **more}


def held(world, day=HEARD, **more):
    world.take("hold_hearing", world.clerk, day, **sitting(world, **more))


def adjourned(world, day=HEARD, **more):
    """The hearing has begun, and goes on another day."""
    reason = "The landlord is asked for its report"
    world.take("adjourn_hearing", world.clerk, day, **sitting(world, **{"reason": reason, **more}))


def decision(world, outcome="not_upheld", **more):
    """Answers of a decision that lacks nothing but what an upheld one asks for."""
    present = [world.panel_chair.holder, *(each.holder for each in world.members[:2])]
    return {
        "consideration_impact": "She has not slept for months",
        "consideration_persistence": "Since the summer",
        "not_applicable_all_partners_included": ["yes"],
        "consideration_what_was_considered": "The diary was not",
        "consideration_more_could_be_done": "Yes",
        "outcome": outcome,
        "rationale": "The diary was never read",
        "agreed": present,
        **more,
    }


def asked_for(code, owner, due=HEARD + timedelta(days=21)):
    """One further action of an upheld appeal."""
    return {
        f"what_{code}": f"Please see to {code}",
        f"owner_{code}": owner,
        f"due_{code}": due.isoformat(),
        f"follow_{code}": "The clerk asks on that day",
    }


def send(on):
    """Every letter that waits goes."""
    with acting(SYSTEM):
        send_due(moment(on, 14))

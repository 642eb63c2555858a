"""A case whose threshold was met on Friday 18 December 2026, so that the review is due by Wednesday 6 January 2027."""

from datetime import date, timedelta

from tests.rooms.steps.conftest import THREE

MET = date(2026, 12, 18)
LAWFUL = date(2027, 1, 6)
AHEAD = (LAWFUL + timedelta(days=5)).isoformat()


def met(world):
    """Decided; Ira is the chair, and has declared that nothing conflicts."""
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", today=MET, **world.decision("met"))
    world.ira = world.user("ira", "chair")
    world.take("appoint_chair", today=MET, chair=world.ira.holder, until="2028-06-30")
    world.take("declare_chair", world.ira, today=MET, conflict="no")
    world.who = world.record().applicant.holder
    return world


def details(world, **more):
    """A meeting on the last lawful day, that lacks nothing."""
    return {
        "day": LAWFUL.isoformat(),
        "starts": "10:00",
        "ends": "12:00",
        "where": "both",
        "place": "Room 2, County Hall",
        "link": "https://meet.example.org/42",
        "members": [world.police.holder, world.council.holder, world.health.holder, world.ira.holder],
        "people": [world.who],
        "agenda": ["declarations", "applicant_heard", "actions"],
        **more,
    }


def arrange(world, today=MET, **more):
    return world.take("arrange_meeting", today=today, **details(world, **more))


def choose(world, part="opening_section", how="in_person", today=MET, viewer=None, **more):
    return world.take("choose_involvement", viewer, today, person=world.who, part=part, how=how, **more)


def sitting(world, **more):
    """What is recorded of a sitting to which everybody came."""
    return {
        f"present_{world.police.pk}": "Insp. A. Hill",
        f"present_{world.council.pk}": "B. Reed, manager",
        f"present_{world.health.pk}": "C. Shaw, nurse",
        "chair_came": "yes",
        "conflicts": "none",
        "confidentiality": "yes",
        "came_1": "came",
        **more,
    }


def hold(world, today=LAWFUL, **more):
    return world.take("hold_review", today=today, **sitting(world, **more))


def run_of(world, clock):
    """The last run of a clock."""
    return [run for run in world.record().deadlines if run.clock == clock][-1]

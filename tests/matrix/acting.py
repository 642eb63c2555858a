"""Who acts for the applicant of `ours`: one who was only named, one whom they agreed to, and one whose part has ended.

Kinds of secrets: `acts:<state>` (who they are, and what they told us) and `reach:<state>` (how they are reached).
"""

from types import SimpleNamespace

from django.conf import settings
from django.test import Client

from casereview.cases.representing import in_state, representatives
from casereview.letters.representative import ways_to_confirm
from casereview.people import sessions
from casereview.people.viewer import for_person

ACTED = ("ours",)
OF_ACTING = {f"{kind}:{state}" for kind in ("acts", "reach") for state in ("named", "confirmed", "ended")}
SEEN = {"named": set(), "confirmed": {"reference", "acts:confirmed", "reach:confirmed"}, "ended": set()}


def acted(stage, word):
    """Three are named; two are confirmed, and tell something; one of them leaves."""
    for state in ("ended", "confirmed"):
        holder = _name(stage, word, state)
        named = representatives(stage.record())[-1]
        route = str(ways_to_confirm(stage.record(), named)[0].pk)
        stage.do("confirm_representative", "dev.patel", person=holder, route=route, notes=word("contact"))
        stage.person_does(holder, "add_information", channel="web", told=word(f"acts:{state}"))
        if state == "ended":
            stage.person_does(holder, "end_representative", representative=holder, reasons=word("contact"))
    _name(stage, word, "named")


def representatives_of(case):
    """Each of the three: the state, the viewer, a browser in which they have come in, what they may see."""
    for state, seen in SEEN.items():
        (acting,) = in_state(case.stage.record(), state)
        person = acting.holder.removeprefix("person:")
        client = Client(raise_request_exception=False)
        session = client.session
        sessions.begin_as_person(SimpleNamespace(session=session), person, case.stage.area)
        session.save()
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        yield (
            f"representative, {state}",
            for_person(person, case.stage.area),
            client,
            {case.name: seen} if seen else {},
        )


def _name(stage, word, state):
    way = {"method": "email", "value": f"{word(f'reach:{state}')}@example.org", "seen_by_others": "no"}
    who = {"called": word(f"acts:{state}"), "relation": word(f"acts:{state}")}
    stage.applicant_does("name_representative", **who, **way)
    return representatives(stage.record())[-1].holder

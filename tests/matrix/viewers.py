"""Everybody who might look, how they come in, and which secrets are theirs to see: written from MISSION, not from code.

A co-ordinator works the whole case of their area. A body that was told sees its own reports, the place, what was
proposed and its own view; who is affected, only where they agreed. The applicant sees what they told and the letters
to them. A chair sees a case by its reference alone before they have declared, and after that all but how people are
reached, who else reported, and why another chair could not do it. A support worker sees what the applicant's yes
covers, and of a yes that was taken back the reference. A clerk to the appeals panel sees of a case that nobody has
appealed in the reference, and the whole of one whose appeal they have taken on; the panel's chair and a member,
once they have declared, all but how people are reached; a member who declared a conflict later, nothing. What the
panel and its clerk say among themselves is for them alone. Everybody else sees nothing.
"""

from dataclasses import dataclass, field
from types import SimpleNamespace

from django.conf import settings
from django.test import Client
from django.utils import timezone

from casereview.cases import drafts
from casereview.cases.postgresql.roles import acting
from casereview.people import sessions
from casereview.people.models import Area, Membership, User
from casereview.people.viewer import anonymous, for_draft, for_person, for_user
from tests.matrix.acting import OF_ACTING, representatives_of
from tests.signed_in import enter

MORE_PEOPLE = (
    ("dar.ling", "coordinator", "darlington"),
    ("val.support", "support_worker", "durham"),
    ("ira.chair", "chair", "durham"),
    ("uma.chair", "chair", "durham"),
    ("con.chair", "chair", "durham"),
    ("pam.panel", "panel_chair", "durham"),
    ("mel.panel", "panel_member", "durham"),
    ("ned.panel", "panel_member", "durham"),
    ("col.clerk", "clerk", "durham"),
    ("fay.figures", "figures_reader", "durham"),
    ("pat.past", "coordinator", "durham"),
)
SEE_SOMETHING = {"dar.ling", "uma.chair", "ira.chair", "val.support", "col.clerk", "pam.panel", "mel.panel"}
MOVED_ON = {"pat.past"}  # their role was ended while they were signed in; their browser still has its cookie
OF_BODIES = {
    f"{kind}:{body}"
    for kind in ("incident", "where", "report", "view", "return", "shown", "comes")
    for body in ("police", "council", "moorside", "lingfield")
}
OF_THE_MEETING = {"venue", "part", "sitting"}
OF_THE_PLAN = {"minutes", "restricted minutes", "plan", "recommendation:council"}
OF_THE_PLAN |= {f"{kind}:{body}" for kind in ("action", "told", "later") for body in ("police", "council")}
OF_THE_HEARING = {"hearing", "side", "further:police"}
THE_CASE = {
    "reference",
    "told",
    "identity",
    "contact",
    "people",
    "notes",
    "proposal",
    "place",
    "file",
    "decision",
    "conflict",
    "asked",
    *OF_BODIES,
    *OF_THE_MEETING,
    *OF_THE_PLAN,
    *OF_ACTING,
    "appeal",
    *OF_THE_HEARING,
}
THE_APPEALED = THE_CASE | {"panel"}  # to the clerk who has taken the appeal on
ANY_BODY = {"reference", "place", "proposal", "venue", "asked"}
CHAIRED = THE_CASE - OF_ACTING - OF_THE_HEARING - {"contact", "people", "conflict", "appeal"} | {
    "acts:confirmed",
    "acts:ended",
}
SUPPORTED = {"reference", "identity"}  # the name and the problem, and not the address nor any other
OWN_CASE = {"appeal", "reference", "decision", "told", "identity", "contact", "people", "place", "file"}
OWN_CASE |= {kind for kind in OF_BODIES if not kind.startswith(("view:", "return:", "shown:", "comes:"))}
OWN_CASE |= OF_THE_HEARING
OWN_CASE |= {kind for kind in OF_ACTING if kind.startswith("acts:")}
OWN_CASE |= {
    "venue",
    "part",
    "minutes",
    "plan",
    "told:police",
    "told:council",
}  # and nothing that stays between office and body


@dataclass
class Who:
    """Somebody with a browser. sees: by the name of a case, the kinds of its secrets that are theirs."""

    name: str
    viewer: object
    client: Client
    sees: dict = field(default_factory=dict)

    def may_see(self, secret):
        """Whether a secret (case, kind) is theirs."""
        case, kind = secret
        return kind in self.sees.get(case, ())


def add_people():
    """Those whom the demo's place does not have: one of every other role, and co-ordinators in one area alone."""
    for name, role, area in MORE_PEOPLE:
        user = User.objects.create(email=f"{name}@example.org", name=name)
        Membership.objects.create(user=user, role=role, area=Area.objects.get(pk=area))


def everybody(canaries, cases):
    """All who look, each signed in."""
    ours, _other, foreign = cases
    told, named = _told_body, {"identity"}
    return [
        Who("a passer-by", anonymous(), Client(raise_request_exception=False)),
        _writing(canaries),
        _applicant(ours),
        _applicant(foreign),
        *(Who(*each) for each in representatives_of(ours)),
        _staff("dev.patel", ours=THE_CASE, other=THE_CASE),
        _staff("dar.ling", foreign=THE_CASE),
        _staff("pc.hale", ours=told("police") | named | {"incident:police"}),
        _by_link(ours, "police", told("police") | named | {"incident:police"}),
        _staff("sam.ferry", ours=told("council") | named | {"incident:council"}, other=told("council")),
        _staff("ines.roy", ours=ANY_BODY | named, other=ANY_BODY),
        _staff("mo.amin"),  # of the body that was reported to and was not told
        _staff("lou.park"),
        _staff("pc.reed", foreign=told("police") | named | {"incident:police"}),
        _staff("ada.quill"),
        _staff("uma.chair", ours=CHAIRED),
        _staff("ira.chair", other={"reference"}),
        _staff("val.support", ours=SUPPORTED, other={"reference"}),
        _staff("col.clerk", ours=THE_APPEALED, other={"reference"}),
        *(
            _staff(name, ours=CHAIRED | OF_THE_HEARING | {"appeal", "panel"})
            for name in ("pam.panel", "mel.panel")
        ),
        *(_staff(name) for name, _role, _area in MORE_PEOPLE if name not in SEE_SOMETHING),
    ]


def _told_body(body):
    """What a body sees of a case that it was told of, whoever is affected."""
    plan = {f"{kind}:{body}" for kind in ("action", "told", "later", "recommendation")}
    own = {f"{kind}:{body}" for kind in ("where", "report", "view", "return", "shown", "comes")}
    return ANY_BODY | plan | own | (OF_THE_HEARING if body == "police" else set())


def _by_link(case, body, sees):
    """Somebody who gave the code from a body's mailbox: for its return in one case, and a passer-by elsewhere."""
    client, stage = Client(raise_request_exception=False), case.stage
    session = client.session
    began = (str(stage.case.pk), stage.body(body), stage.area)
    sessions.begin_at_return(SimpleNamespace(session=session), *began)
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return Who(f"by link for {body}", anonymous(), client, {case.name: sees})


def _staff(name, **sees):
    user = User.objects.get(email=f"{name}@example.org")
    client = enter(Client(raise_request_exception=False), user)
    if name in MOVED_ON:
        Membership.objects.filter(user=user).update(until=timezone.now(), ended_by=user)
    return Who(name, for_user(user), client, sees)


def _writing(canaries):
    """Somebody in the middle of an application of their own."""
    draft = drafts.begin("durham", timezone.now())
    typed = {"problem": [canaries.word("draft", "draft")]}
    writer = for_draft(draft.pk, "durham")
    with acting(writer):
        drafts.save_page(draft, "what", typed, seen=0, device="d", at=timezone.now())
    client = Client(raise_request_exception=False)
    session = client.session
    session["drafts"] = {"durham": str(draft.pk)}
    session["device"] = "d"
    session.save()
    return Who("somebody who writes", writer, client, {"draft": {"draft"}})


def _applicant(case):
    """Whoever asked for the review of this case, come in by a link or a code."""
    client, person = Client(raise_request_exception=False), case.stage.applicant
    session = client.session
    sessions.begin_as_person(SimpleNamespace(session=session), str(person), case.stage.area)
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return Who(
        f"applicant of {case.name}", for_person(person, case.stage.area), client, {case.name: OWN_CASE}
    )

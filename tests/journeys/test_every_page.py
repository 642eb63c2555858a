"""Every page, as everybody whom it opens to: accessible on phone and desk, small, discreet, and asking no other host.

The addresses come from the resolver, so a page that is added enters by itself; what stands in an address is said in
tests/matrix/values.py. The cases are the demo's.
"""

from collections import Counter

import pytest
from django.utils import timezone

from casereview.cases.models import Case, Person
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from demo.figures import publish_figures
from demo.rules import propose_rules
from tests.journeys.sweep import Visitor, is_page, likeness
from tests.journeys.told import paths, tell_stories
from tests.journeys.visitors import (
    applicant,
    by_link,
    passer_by,
    representative,
    signing_in,
    somebody_who_sent,
    somebody_who_writes,
    staff,
    with_second_factors,
)
from tests.matrix.addresses import addresses
from tests.matrix.values import Absent

pytestmark = pytest.mark.django_db(transaction=True)
# What is no page for anybody to open, with the reason. An address that nobody can open and that is not here fails.
NO_PAGE = {
    "leave": "leads away",
    "brand": "a style sheet",
    "logo": "a picture",
    "demo_step_in": "a button",
    "work:reassign": "a button’s page: test_pages_after_a_button",
    "my:letter_pdf": "paper",
    "work:letter_pdf": "paper",
    "work:document": "a file",
    "work:chronology_csv": "a file",
    "work:chronology_pdf": "paper",
    "work:papers_pdf": "paper",
    "partner:papers": "paper",
    "panel:papers": "paper",
    "panel:side_papers": "paper",
    "public:figures_schema": "a file",
    "public:release_csv": "a file",
    "public:release_json": "a file",
    "public:release_metadata": "a file",
    "public:request_file": "a file",
    "public:request_file_remove": "after a button: test_pages_after_a_mishap",
    "my:hearing_papers": "paper",
    "my:information_pdf": "paper",
    "my:plan_file": "a file",
    "panel:appeal_document": "a file",
    "panel:desk_document": "a file",
    "panel:document": "a file",
    "panel:hearing_papers": "paper",
    "panel:hearing_papers_now": "paper",
    "partner:document": "a file",
    "partner:hearing_papers": "paper",
    "work:hearing_papers": "paper",
    "work:own_information_pdf": "paper",
    "work:papers_sent_pdf": "paper",
    "settings:proposal_text": "a file",
    "settings:rules_text": "a file",
    "mfa_reauthenticate_webauthn": "wants a real passkey: test_passkey",
    "mfa_login_webauthn": "what a passkey asks for",
}
# Of the pages of one address this many are looked at for each visitor: they differ in what they tell, not in how. Every
# step and every question is a page of its own. Once that many are, no more are opened: that took most of the time.
LOOKED_AT = 1
# Where each kind of people has its pages: what opens elsewhere for whom is the access matrix's to test, and its pages
# are looked at with somebody else. Those who are not named here have theirs in public.
HOMES = {"an applicant": "/my/", "a representative": "/my/", "a chair": "/panel/", "a clerk": "/panel/"}
HOMES |= {"the chair of the panel": "/panel/", "a member of the panel": "/panel/", "a body": "/partner/"}
HOMES |= {"an officer": "/partner/", "a support worker": "/partner/", "somebody with the link": "/partner/"}
HOMES |= {"a co-ordinator": "/work/", "an administrator": "/work/", "somebody signing in": "/work/"}


@pytest.fixture
def told(place, settings):
    """The cases of the stories, among which every step that a person takes is open in one."""
    settings.DEMO = True
    cases, left = tell_stories()
    publish_figures(timezone.localdate())
    propose_rules(timezone.localdate())
    assert {name for name, step in left.items() if {*step.who} - {"system"} and not step.opens} == set()
    return cases


@pytest.fixture
def visitors(browser, place, told):
    """One of each kind of people. Whoever comes first is shown a page that looks the same to all."""
    case = {each.name: each for each in told}
    kinds = [
        ("a passer-by", passer_by(), True),
        ("somebody who writes", somebody_who_writes(), True),
        ("somebody who sent", somebody_who_sent(), True),
        ("an applicant", applicant(told[0]), True),
        ("an applicant who was refused", applicant(case["refused_by_post"]), True),
        ("an applicant asked to a meeting", applicant(case["meeting_on_the_last_lawful_day"]), True),
        ("an applicant with a statement", applicant(case["statement_read_out"]), True),
        ("an applicant with a draft", applicant(case["plan_completed send_plan"]), True),
        ("an applicant with a plan", applicant(case["plan_blocked_with_a_recommendation"]), True),
        ("an applicant who has appealed", applicant(case["appeal_on_the_phone"]), True),
        ("an applicant with a hearing", applicant(case["hearing_to_come"]), True),
        ("an applicant who has her copy", applicant(case["has_her_copy"]), True),
        ("a representative", representative(case["daughter_acts_for_her"]), True),
        ("somebody with the link to a return", by_link(case["nothing_held"], "council"), False),
        ("somebody signing in", signing_in("lou.park"), False),
        ("a co-ordinator", with_second_factors("cora.wren"), False),
        ("a body officer", staff("pc.hale"), False),
        ("an officer of the council", staff("sam.ferry"), False),
        ("a chair", staff("noor.vale"), False),
        ("a chair who was asked", staff("ira.hart"), False),
        ("a support worker", staff("sol.grant"), False),
        ("a clerk to the panel", staff("col.baker"), False),
        ("the chair of the panel", staff("pia.moss"), False),
        ("a member of the panel", staff("mel.frost"), False),
        ("an administrator", staff("ada.quill"), False),
    ]
    contexts = [browser.new_context() for _kind in kinds]
    yield [
        Visitor(name, client, context.new_page(), place.url, discreet=discreet)
        for (name, client, discreet), context in zip(kinds, contexts, strict=True)
    ]
    for context in contexts:
        context.close()


def at_home(visitor, path):
    """Whether the address is among the pages of this kind of people."""
    theirs = [home for kind, home in HOMES.items() if visitor.name.startswith(kind)]
    return path.startswith(theirs[0]) if theirs else not path.startswith(("/my/", "/panel/", "/partner/"))


def test_no_page_has_a_fault(told, visitors):
    found, opened, shown, looked = [], set(), set(), Counter()
    with acting(SYSTEM):
        secrets = {person.name for person in Person.objects.all()} | {
            case.reference for case in Case.objects.all()
        }
    pages = paths(told)
    for visitor in visitors:
        for address, step, page, case, path in pages:
            same = (visitor.name, address.name, step, page)
            if looked[same] >= LOOKED_AT or address.refuses(visitor.viewer) or not at_home(visitor, path):
                continue
            if visitor.case and case not in (visitor.case, Absent):
                continue
            if step and not visitor.may_take(step):
                continue
            answer = visitor.opens(path)
            if answer is None:
                continue
            if not is_page(answer):
                looked[same] += 1
                continue
            opened.add(address.name)
            like = (path, likeness(answer))
            if like not in shown:
                shown.add(like)
                looked[same] += 1
                found += visitor.faults(path, answer, secrets)
        found += [(visitor.name, "asks another host", url) for url in visitor.foreign]
    assert not found, "\n".join(map(str, found))
    missed = {address.name for address in addresses()} - opened
    assert missed == set(NO_PAGE), "\n".join(sorted(missed ^ set(NO_PAGE)))

"""What stands in an address for each argument. An argument that is not in here fails the walk: declare it.

Arguments of a case differ from case to case: the reference, or `ids(Model)` for the rows of the case. The others are
the same whatever case the walk is looking for.
"""

from uuid import UUID

from django.db.models import UUIDField

from casereview.cases.models import Document
from casereview.interfaces.public.request.questions import ORDER
from casereview.letters.models import Letter
from casereview.process import STEPS

NOBODY = UUID(int=0)
QUESTIONS = [question.page.replace("*", "1") for question in ORDER[::5]]  # they all share one view


def ids(model, most=None):
    """The rows of a model that belong to the case, by their keys; no more than `most`."""
    return lambda case: case.ids(model)[:most]


# By argument; by "namespace:argument" or "address:argument" where one word means several things.
OF_A_CASE = {
    "reference": lambda case: [case.reference],
    "file": lambda case: case.files,
    "work:letter:number": ids(Letter),
    "work:letter_pdf:number": ids(Letter, 1),  # the same letter again, and slow to draw
    "work:document:number": ids(Document),
    "panel:desk_document:number": ids(Document),
    "panel:appeal_document:number": ids(Document),
    "partner:document:number": ids(Document),
    "panel:document:number": ids(Document),
    "my:plan_file:number": ids(Document),
    "my:letter:number": ids(Letter),
    "my:letter_pdf:number": ids(Letter, 1),
}
OF_NO_CASE = {
    "step": list(STEPS),
    "partner:do:step": [
        "answer_reports",
        "record_body_view",
        "say_availability",
        "update_action",
        "answer_recommendation",
        "give_appeal_view",
        "triage_risk",
    ],
    "panel:desk_page:page": ["application", "bodies"],
    "panel:appeal_page:page": ["application", "bodies"],
    "panel:desk_do:step": [
        "receive_appeal",
        "name_clerk",
        "refer_appeal",
        "share_appeal",
        "appoint_panel",
        "arrange_hearing",
        "triage_risk",
    ],
    "panel:appeal_do:step": [
        "qualify_appeal",
        "admit_late_appeal",
        "declare_panel_chair",
        "declare_panel_member",
        "decide_appeal",
        "triage_risk",
    ],
    "body": ["police", "council"],
    "code": ["durham", "darlington"],
    "area": ["durham", "darlington"],
    "digest": ["nothing"],
    "number": [1, 2],
    "membership": [1],
    "interest": [1],
    "term": [1],
    "reader": ["chair"],
    "action": ["disable"],
    "pk": [1],
    "uidb36": ["1"],
    "key": ["spent-token"],
    "token": ["not-a-token"],
    "item": ["incidents/1"],
    "since": ["2025-04-01"],
    "settings:since": ["2026-11-01"],
    "version": [1],
    "public:check:page": [1, 2],
    "public:code": ["durham"],  # the areas share their public pages
    "public:request_check:code": [
        "durham",
        "darlington",
    ],  # all that was typed, and nothing in the other area
    "public:request_page:page": QUESTIONS,
}


class Absent:
    """A case that is not there: what its addresses answer is what every address of a hidden case must answer."""

    name = "absent"
    reference = "ZZZ-9999"
    files = (NOBODY,)

    @staticmethod
    def ids(model):
        """A key that no row has."""
        return [NOBODY if isinstance(model._meta.pk, UUIDField) else 0]


def is_of_a_case(address):
    """Whether the address names something of one case."""
    return any(callable(_declared(address, argument)) for argument in address.arguments)


def undeclared(address):
    """The arguments of this address for which nothing is declared here."""
    return [argument for argument in address.arguments if _declared(address, argument) is None]


def values(address, case, most=None):
    """A function from an argument of the address to its values for this case.

    most: 1 for the first alone, 2 for the first and the last, None for all.
    """

    def of(argument):
        declared = _declared(address, argument)
        found = list(declared(case) if callable(declared) else declared or ())
        if not found:
            raise LookupError(
                f"{address.pattern}: the case “{case.name}” of tests/matrix/cases.py has nothing for “{argument}”"
            )
        return list(dict.fromkeys((found[0], found[-1])))[:most] if most else found

    return of


def of_absent(address):
    """The arguments of the address that name something of a case, each with what names nothing."""
    declared = {argument: _declared(address, argument) for argument in address.arguments}
    return {argument: given(Absent)[0] for argument, given in declared.items() if callable(given)}


def _declared(address, argument):
    namespace = address.name.rpartition(":")[0]
    for known in (f"{address.name}:{argument}", f"{namespace}:{argument}", argument):
        found = OF_A_CASE.get(known) or OF_NO_CASE.get(known)
        if found:
            return found
    return None

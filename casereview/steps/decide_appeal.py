"""Stage 15: the panel decides the appeal, and its chair signs, with the rationale; told in writing (MISSION D4–D6).

The page's own words for a failed appeal, "overturn the appeal", read like a win: letters quote them in brackets.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import appeal_of, running
from casereview.cases.hearing import held
from casereview.cases.involved import involved
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.review_side import side_of_the_review
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.appeal_decision_form import DecisionForm, considerations
from casereview.steps.step import Answers, Step


def is_open(record: Record) -> str:
    """Open once the hearing was held, until it is decided."""
    if running(record) is None:
        return gettext("No appeal is running.")
    return "" if held(record) else gettext("The hearing has not been held.")


def do(record: Record | None, answers: Answers, viewer: Viewer, at: datetime) -> Outcome:
    """Record the decision with all that was considered; tell whoever appeals, and the bodies (L25)."""
    assert record is not None
    found = appeal_of(record)
    assert found is not None
    wanted = list(answers["wanted"]) if answers["outcome"] == "upheld" else []
    codes = {
        "outcome": answers["outcome"],
        "about": found.about,
        "signed_by": viewer.holder,
        "agreed": answers["agreed"],
        "considered": {
            code: "answered" if answers[f"consideration_{code}"] else "does_not_apply"
            for code in considerations(record)
        },
        "further": [
            {
                "number": number,
                "what": "alternative_actions" if code == "more_actions" else code,
                "owner": answers[f"owner_{code}"],
                "due": answers[f"due_{code}"].isoformat(),
            }
            for number, code in enumerate(wanted, start=1)
        ],
    }
    words = _words(record, answers, wanted)
    people = [] if record.has("applicant_died") else [each.holder for each in involved(record)]
    told = [Told(words, scope="appeal", own=holder) for holder in people or [""]]
    bodies = [holder for holder in side_of_the_review(record) if holder.startswith("body:")]
    owners = [each["owner"] for each in codes["further"] if each["owner"] in bodies]
    own = [Told(_for_owner(answers, codes, words, holder), own=holder) for holder in dict.fromkeys(owners)]
    kept = Told({"notes": answers["notes"]}, scope="panel")
    letters = [
        *(("appeal_outcome", holder) for holder in people),
        *(("appeal_outcome_bodies", holder) for holder in bodies),
    ]
    fact = NewFact("appeal_decided", record.today, codes, words=(*told, *own, kept))
    return Outcome((fact,), **queue(letters, at)._asdict())


def _words(record: Record, answers: Answers, wanted: list[str]) -> dict[str, Any]:
    found = {f"found_{code}": answers[f"consideration_{code}"] for code in considerations(record)}
    further = {f"further_{n}": answers[f"what_{code}"] for n, code in enumerate(wanted, start=1)}
    follow = {f"follow_{n}": answers[f"follow_{code}"] for n, code in enumerate(wanted, start=1)}
    return {
        "rationale": answers["rationale"],
        "comments": answers["comments"],
        **found,
        **further,
        **follow,
    }


def _for_owner(answers: Answers, codes: Any, words: dict[str, Any], holder: str) -> dict[str, Any]:
    """What a body that owns a further action reads of it."""
    numbers = [each["number"] for each in codes["further"] if each["owner"] == holder]
    return {name: words[name] for number in numbers for name in (f"further_{number}", f"follow_{number}")}


STEP = Step(
    name="decide_appeal",
    title=_("Decide the appeal"),
    stage=15,
    who=("qualify_appeals",),
    is_open=is_open,
    do=do,
    records={"appeal_decided": _("The panel decided the appeal: %(outcome)s")},
    form=DecisionForm,
    minds=("appeal_withdrawn", "appeal_view_given", "hearing_held"),
    letters=("appeal_outcome", "appeal_outcome_bodies"),
    confirm=_("Whoever appeals and the bodies are told this decision, with its rationale, in writing."),
    sees="panel",
)

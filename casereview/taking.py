"""What is asked before a step happens: may they, is it open, has anything happened meanwhile, are the answers right."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext

from casereview.cases.appeal import panel_chair
from casereview.cases.chair import appointed
from casereview.cases.guards import Scope
from casereview.cases.hearing import member_of
from casereview.cases.models import Case, Fact
from casereview.cases.postgresql.roles import acting
from casereview.cases.record import Record
from casereview.cases.retention import erased
from casereview.cases.review_side import review_chair
from casereview.cases.visible import sight_of
from casereview.people.viewer import Viewer
from casereview.steps.step import Step, StepForm

HEARING = 15  # its stage in the procedure


class NotTaken(Exception):
    """A step that was not taken; nothing has changed, and nothing that was typed is lost."""


class NotAllowed(NotTaken):
    """The viewer may not take this step, or may not see the case: pages answer as if it did not exist."""


class NotOpen(NotTaken):
    """The step cannot be taken now; the text says why, in a sentence."""


@dataclass
class Overtaken(NotTaken):
    """Somebody recorded, since the form was opened, facts that this step minds."""

    facts: list[Fact]


@dataclass
class Invalid(NotTaken):
    """The answers have errors; `form` is bound and knows them."""

    form: StepForm

    def __str__(self) -> str:
        return self.form.errors.as_json()


def must_see(case: Case | None, viewer: Viewer, scope: Scope) -> None:
    """Raise NotAllowed unless the viewer holds that scope of the case now."""
    if case is None:
        return
    with acting(viewer):  # whoever calls, a page or a job: the database itself answers for this viewer
        if scope not in sight_of(case, viewer).scopes:
            raise NotAllowed


def must_be_allowed(
    step: Step, record: Record | None, viewer: Viewer, area: str, answers: Mapping[str, Any]
) -> None:
    """Raise NotAllowed unless the viewer holds a permission of the step here, and answers for whom they may."""
    where = area if step.opens or record is None else record.case.area
    held = [permission for permission in step.who if viewer.may(permission, where)]
    if not any(_is_theirs(permission, step, record, viewer, answers) for permission in held):
        raise NotAllowed
    if step.opens and answers.get("area") != area:
        raise NotAllowed


def _is_theirs(
    permission: str, step: Step, record: Record | None, viewer: Viewer, answers: Mapping[str, Any]
) -> bool:
    """Whether a permission that the viewer holds covers these answers in this case; each is asked by itself."""
    if permission == "answer_for_body":  # and for nobody else, where the answers say whose words they are
        return (
            answers.get("body") in viewer.holders
            and answers.get("person", answers["body"]) == answers["body"]
        )
    if permission == "decide_appeals":  # not a member of other panels
        return record is not None and member_of(record, viewer.holder) is not None
    if permission == "chair":  # not a chair of other reviews
        return record is not None and _chairs(step, record, viewer, answers)
    if permission == "qualify_appeals":  # not a chair of the panel who has other appeals
        return record is not None and panel_chair(record) in viewer.holders
    if permission == "apply":  # not a representative, for what the person affected alone may say
        themselves = answers.get("person", viewer.holder) in viewer.holders
        return themselves and (record is None or is_for(step.roles, record, viewer))
    return True


def _chairs(step: Step, record: Record, viewer: Viewer, answers: Mapping[str, Any]) -> bool:
    """Whether they chair the review; at the hearing of an appeal, whether they chaired it and speak for themselves."""
    if step.stage == HEARING:
        return review_chair(record) == viewer.holder and answers.get("person", viewer.holder) == viewer.holder
    return appointed(record) in viewer.holders


def is_for(roles: tuple[str, ...], record: Record, viewer: Viewer) -> bool:
    """Whether the viewer is somebody in the case who has one of these roles."""
    theirs = [role for person in record.people if person.holder in viewer.holders for role in person.roles]
    return not set(roles).isdisjoint(theirs)


def must_be_open(step: Step, record: Record | None, viewer: Viewer, seen: int | None) -> None:
    """Raise NotOpen, or Overtaken where a fact that the step minds is newer than what was seen."""
    if record is None:
        return
    if erased(record):
        raise NotOpen(gettext("The details of this case are erased: nothing more can be done in it."))
    if why := step.closed_to(record, viewer):
        raise NotOpen(why)
    if seen is not None:
        newer = [fact for fact in record.facts if fact.number > seen and fact.kind in step.minds]
        if newer:
            raise Overtaken(newer)


def checked(
    step: Step, record: Record | None, answers: Mapping[str, Any], files: MultiValueDict[str, Any] | None
) -> Mapping[str, Any]:
    """Return the answers as the step's form reads them. Raises Invalid."""
    if step.form is None:
        return answers
    form = step.form(answers, files, record=record)
    if not form.is_valid():
        raise Invalid(form)
    return form.cleaned_data

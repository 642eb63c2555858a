"""Sends what somebody filled in on their own page: one step, however often the form is sent."""

from collections.abc import Mapping
from typing import Any

from django import forms

from casereview.cases.record import Record
from casereview.interfaces.access import Request
from casereview.interfaces.applicant.own import once
from casereview.interfaces.step_draft import draft_of
from casereview.process import NotOpen, take
from casereview.steps.step import Step


def sent(
    request: Request,
    record: Record,
    step: Step,
    form: forms.Form,
    answers: Mapping[str, Any],
    box: str | None = None,
) -> bool:
    """Take the step, and with it what was kept of it; False where it has closed meanwhile, as `box` then says."""
    draft = draft_of(record, step, request.viewer)
    try:
        take(
            step.name,
            viewer=request.viewer,
            case=record.case,
            answers=answers,
            key=once(request),
            draft=draft,
        )
    except NotOpen as closed:
        form.add_error(box, str(closed))
        return False
    return True

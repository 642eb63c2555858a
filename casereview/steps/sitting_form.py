"""What is recorded of a sitting: who was there, who was missing, the applicant, what was declared (LESSONS 4)."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from casereview.cases.chair import chair_of
from casereview.cases.involved import chosen, involved, offered, statement_of
from casereview.cases.meeting import Meeting, last_meeting
from casereview.cases.models import Person
from casereview.cases.outcome import NewFact, Told
from casereview.cases.record import Record
from casereview.letters.states import states
from casereview.people.models import Body
from casereview.steps.fields import Day, choice, one_line, text
from casereview.steps.step import Answers, StepForm
from casereview.wording.dates import long_date
from casereview.wording.meeting import CAME, CONFLICTS, YES_NO

ASKED_LETTERS = ("your_part",)


class SittingForm(StepForm):
    """Fields of each invited body (`present_3`, `substitute_3`), and of each applicant by number (`came_1`, …).

    What is missing is asked for by `check`, so that a sitting at which nothing was done need not answer it.
    """

    chair_came = choice(_("Did the appointed chair lead it?"), YES_NO, required=False)
    without_chair = text(_("If not: who led it, and why"), required=False)
    others = text(_("Who else was there"), required=False)
    without = text(_("If a body did not come: why it went on without it"), required=False)
    below_quorum = text(
        _("If fewer organisations came than must: why it was held all the same"), required=False
    )
    conflicts = choice(_("Conflicts of interest"), CONFLICTS, required=False)
    conflict_notes = text(_("If any were declared: whose, and what was done"), required=False)
    confidentiality = choice(_("Was everybody reminded that it is confidential?"), YES_NO, required=False)
    on = Day(label=_("The day on which it was held, if not the day arranged"), required=False)

    def prepare(self, record: Record) -> None:
        """A line for each body; what is still to be said of each applicant."""
        for body in invited_bodies(record):
            label = _("Who came for %(body)s: name and post. Empty if nobody came") % {"body": body}
            self.fields[f"present_{body.pk}"] = one_line(label, required=False)
            self.fields[f"substitute_{body.pk}"] = forms.BooleanField(
                label=_("They stood in for whoever usually comes for %(body)s") % {"body": body},
                required=False,
            )
        if quorum := quorum_of(record):
            said = {"quorum": quorum, "invited": len(invited_bodies(record))}
            hint = _("At least %(quorum)s must be at the meeting; %(invited)s were invited")
            self.fields["below_quorum"].help_text = hint % said
        else:
            del self.fields["below_quorum"]
        for number, person in enumerate(involved(record), start=1):
            for name, field in _of_applicant(record, person):
                self.fields[f"{name}_{number}"] = field
        self.order_fields(_in_order(list(self.fields)))

    def check(self, cleaned: Mapping[str, Any]) -> None:
        """Everything that a sitting must answer."""
        assert self.record is not None
        for name in ("conflicts", "confidentiality"):
            if not cleaned.get(name):
                self.add_error(name, _("Choose an answer"))
        if cleaned.get("conflicts") == "declared" and not cleaned.get("conflict_notes"):
            self.add_error("conflict_notes", _("Say whose, and what was done"))
        if not (chair_of(self.record) and cleaned.get("chair_came") == "yes") and not cleaned.get(
            "without_chair"
        ):
            self.add_error("without_chair", _("Say who led it, and why the appointed chair did not"))
        if missing(self.record, cleaned) and not cleaned.get("without"):
            names = ", ".join(self.record.bodies[holder].name for holder in missing(self.record, cleaned))
            self.add_error("without", _("Nobody came for %(names)s. Say why it went on") % {"names": names})
        self._check_quorum(self.record, cleaned)
        for number, person in enumerate(involved(self.record), start=1):
            self._check_applicant(number, person, cleaned)

    def _check_quorum(self, record: Record, cleaned: Mapping[str, Any]) -> None:
        """Where the scheme names a number, fewer need a reason."""
        invited, quorum = len(invited_bodies(record)), quorum_of(record)
        came = invited - len(missing(record, cleaned))
        if quorum and came < quorum and not cleaned.get("below_quorum"):
            said = {"came": came, "invited": invited, "quorum": quorum}
            error = _(
                "%(came)s of %(invited)s organisations came, and at least %(quorum)s must. Say why it was held"
            )
            self.add_error("below_quorum", error % said)

    def _check_applicant(self, number: int, person: Person, cleaned: Mapping[str, Any]) -> None:
        """Invited, and answered or silent; or why not. A statement was read, or why it was not."""
        needed = {
            f"came_{number}": _("Say whether %(name)s came"),
            f"silent_{number}": _(
                "Tick that %(name)s was asked and has not answered, or record their answer first"
            ),
            f"unasked_{number}": _("Say why it was held without %(name)s having been asked"),
            f"read_{number}": _("Say whether the statement of %(name)s was read out"),
        }
        for name, error in needed.items():
            if name in self.fields and not cleaned.get(name):
                self.add_error(name, error % {"name": person})
        if cleaned.get(f"read_{number}") == "no" and not cleaned.get(f"unread_{number}"):
            self.add_error(f"unread_{number}", _("Say why the statement was not read out"))


def _in_order(names: list[str]) -> list[str]:
    """Why it is adjourned, the bodies and who was missing, then the applicant, the chair, and what was declared."""
    first = ["business", "reason"]
    bodies = [name for name in names if name.startswith(("present_", "substitute_"))]
    last = ["others", "chair_came", "without_chair", "conflicts", "conflict_notes", "confidentiality", "on"]
    applicants = [name for name in names if name not in (*first, *bodies, "without", "below_quorum", *last)]
    return [*first, *bodies, "without", "below_quorum", *applicants, *last]


def _of_applicant(record: Record, person: Person) -> Iterator[tuple[str, forms.Field]]:
    said = {"name": person}
    yield "came", choice(_("Did %(name)s come?") % said, CAME, required=False)
    if chosen(record, person.holder) is None:
        if was_asked(record, person.holder):
            asked = offered(record, person.holder)
            when = {**said, "day": long_date(asked.happened_on)} if asked else said
            label = _t("%(name)s was asked on %(day)s and has not answered") % when
            yield "silent", forms.BooleanField(label=label, required=False)
        else:
            label = _t("No invitation has reached %(name)s: why it was held all the same") % said
            yield "unasked", text(label, required=False)
    if unread(record, person):
        yield "read", choice(_("Was the statement of %(name)s read out?") % said, YES_NO, required=False)
        yield "unread", text(_("If not: why"), required=False)


def was_asked(record: Record, holder: str) -> bool:
    """Whether they were asked in a talk, or a letter that asks them has gone and not come back."""
    asked = offered(record, holder)
    if asked is None or asked.codes.get("asked_by") == "spoken":
        return asked is not None
    return any(
        state.letter.to == holder
        and state.letter.code in ASKED_LETTERS
        and (state.code == "sent" or state.read_on)
        for state in states(record)
    )


def unread(record: Record, person: Person) -> bool:
    """Whether they gave a statement that has not been read out in a sitting yet."""
    given = statement_of(record, person.holder)
    read = [fact for fact in record.current("statement_read") if fact.codes["person"] == person.holder]
    return given is not None and not (read and read[-1].number > given.number)


def invited_bodies(record: Record) -> list[Body]:
    """The bodies that were invited to the meeting."""
    meeting = last_meeting(record)
    invited = meeting.invited if meeting else ()
    return [body for holder, body in record.bodies.items() if holder in invited]


def quorum_of(record: Record) -> int | None:
    """For how many bodies somebody must come; None where the scheme names no number."""
    return record.scheme.meeting.quorum if record.scheme.meeting else None


def missing(record: Record, answers: Mapping[str, Any]) -> list[str]:
    """The holders of the invited bodies for which nobody came."""
    return [body.holder for body in invited_bodies(record) if not answers.get(f"present_{body.pk}")]


def held(record: Record, meeting: Meeting, answers: Answers, *, concluding: bool) -> tuple[NewFact, ...]:
    """The facts of a sitting: each statement that was read out, then that it was held."""
    day = answers["on"] or meeting.day
    people = list(enumerate(involved(record), start=1))
    read = [person.holder for number, person in people if answers.get(f"read_{number}") == "yes"]
    came = {person.holder: answers[f"came_{number}"] for number, person in people}
    bodies = invited_bodies(record)
    present = [body.holder for body in bodies if answers[f"present_{body.pk}"]]
    led = answers["chair_came"] == "yes" and chair_of(record)
    codes = {
        "present": [*present, *([led] if led else [])],
        "missing": missing(record, answers),
        "substitutes": [body.holder for body in bodies if answers[f"substitute_{body.pk}"]],
        "statement_read": bool(read),
        "applicant_came": "came" in came.values(),
        "came": came,
        "silent": [person.holder for number, person in people if answers.get(f"silent_{number}")],
        "conflicts": answers["conflicts"],
        "confidentiality": answers["confidentiality"],
        "concluding": concluding,
    }
    facts = [NewFact("statement_read", day, {"person": person}) for person in read]
    return (*facts, NewFact("review_held", day, codes, words=(_kept(answers, bodies, people),)))


def _kept(answers: Answers, bodies: list[Body], people: list[tuple[int, Person]]) -> Told:
    there = [f"{answers[f'present_{body.pk}']} ({body})" for body in bodies if answers[f"present_{body.pk}"]]
    why = [
        answers.get(f"{name}_{number}", "") for number, _person in people for name in ("unasked", "unread")
    ]
    told = {
        "attendance": there,
        "others_present": answers["others"],
        "without_body": answers["without"],
        "below_quorum": answers.get("below_quorum", ""),
        "without_chair": answers["without_chair"],
        "conflict_notes": answers["conflict_notes"],
        "about_applicant": [each for each in why if each],
    }
    return Told(told, "restricted")

"""Stage 5, and again for the meeting and at the close: risk and harm, by the area's own form (MISSION C)."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.assessed import Assessment, assessments, now_at
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.risk import risk_of
from casereview.people.viewer import Viewer
from casereview.schemes.risk import Risk, found
from casereview.steps.fields import Day, choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed
from casereview.wording.casework import ASSESSED_AT, RISKS
from casereview.wording.dates import long_date
from casereview.wording.own import said
from casereview.wording.risk import answer_choices, answer_words, changes, leads_to, levels_sentence

AS_FOUND = "as_found"  # the level to which the answers lead


class AssessForm(StepForm):
    """`answer_CODE` for each question of the scheme, each of which may be not known. What is written is restricted.

    says: once the answers are checked, what they lead to, in sentences.
    """

    made_at = choice(_("Which assessment is this?"), ASSESSED_AT)
    override = choice(
        _("Another level than the answers lead to"),
        {AS_FOUND: _("No"), **RISKS},
        required=False,
        initial=AS_FOUND,
    )
    override_reason = text(_("Why another level"), required=False)
    notes = text(_("Notes"), required=False)
    on = Day(label=_("When it was assessed"), required=False)
    says: tuple[str, ...] = ()

    def prepare(self, record: Record) -> None:
        """A question of the scheme each, with the answer of last time beside it."""
        form, last = record.scheme.risk, _last(record)
        self.fields["made_at"].initial = now_at(record)
        if form is None:
            return
        for question in form.questions:
            hint = _before(last, answer_words(question, last.answers.get(question.code, ""))) if last else ""
            self.fields[_box(question.code)] = choice(
                said(question.words), answer_choices(question), help_text=hint
            )
        self.fields["override"].help_text = levels_sentence(form)
        self.order_fields(["made_at", *(_box(question.code) for question in form.questions)])

    def clean_override(self) -> str:
        """The other level; "" where the answers' own stands."""
        level: str = self.cleaned_data["override"]
        return "" if level == AS_FOUND else level

    def clean(self) -> dict[str, Any]:
        """Another level needs its reason, and is another; the codes of the answers are gathered under `answers`."""
        cleaned = super().clean()
        if self.record is None or (form := self.record.scheme.risk) is None or self.errors:
            return cleaned
        answers = {question.code: cleaned[_box(question.code)] for question in form.questions}
        result, before = found(form, answers), risk_of(self.record)
        holds = "immediate" if before == "immediate" else result.level
        level, last = cleaned["override"], _last(self.record)
        self._check_override(level, cleaned["override_reason"], holds)
        self.says = (
            *leads_to(result, holds, level),
            *(changes(form, last.answers, answers) if last else ()),
        )
        return {**cleaned, "answers": answers, "found": result, "holds": level or holds}

    def _check_override(self, level: str, reason: str, holds: str) -> None:
        if level and not reason:
            self.add_error("override_reason", _("Say why the level is another"))
        elif reason and not level:
            self.add_error("override", _("Choose the level for which you gave a reason"))
        elif level == holds:
            self.add_error("override", _("That is the level already: choose “No”"))


def _box(code: str) -> str:
    return f"answer_{code}"


def _last(record: Record) -> Assessment | None:
    made = assessments(record)
    return made[-1] if made else None


def _before(last: Assessment, words: str) -> str:
    told = {"day": long_date(last.fact.happened_on), "answer": words}
    return gettext("On %(day)s: %(answer)s") % told


def is_open(record: Record) -> str:
    """Open until the case is closed, where the area's scheme has a form for it."""
    if record.scheme.risk is None:
        return gettext("The scheme of this case has no form for assessing risk and harm.")
    return until_closed(record)


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the level and how it came about; which answers were given is restricted, as all that is written."""
    assert record is not None
    form: Risk | None = record.scheme.risk
    assert form is not None
    result = answers["found"]
    codes = {
        "version": form.version,
        "points": result.points,
        "not_known": result.not_known,
        "level": result.level,
        "override": answers["override"],
        "risk": answers["holds"],
        "at": answers["made_at"],
    }
    words = {"assessed": answers["answers"], "override_reason": answers["override_reason"]}
    told = Told({**words, "notes": answers["notes"]}, scope="restricted")
    return Outcome((NewFact("risk_assessed", day_of(answers, at), codes, words=(told,)),))


STEP = Step(
    name="assess_risk",
    title=_("Assess risk and harm"),
    stage=5,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"risk_assessed": _("Risk and harm were assessed, %(at)s: %(risk)s")},
    form=AssessForm,
    minds=("risk_assessed", "risk_triaged", "concern_recorded"),
    confirm=_(
        "Read what the answers lead to. Go back to change an answer, or to set another level with a reason."
    ),
)

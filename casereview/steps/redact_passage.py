"""Stage 11: a passage is taken out of somebody's version of the papers, with a reason code; the case keeps it (C4)."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.own_information import asked
from casereview.cases.record import Record
from casereview.letters.pack.parts import parts_of
from casereview.letters.pack.readers import readers
from casereview.letters.pack.version import EVERYBODY, occurs
from casereview.people.viewer import Viewer
from casereview.steps.fields import choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed
from casereview.wording.pack import REDACTED

SHORTEST = 3  # a letter or two would be taken out of every other word


class RedactionForm(StepForm):
    """`passage`: the words as they stand in the papers; every place where they stand is meant."""

    passage = text(_("Which words are to be taken out?"), min_length=SHORTEST)
    to = forms.ChoiceField(label=_("Out of whose version?"), widget=forms.RadioSelect)
    reason = choice(_("Why?"), REDACTED)

    def prepare(self, record: Record) -> None:
        """Everybody's version, or one reader's."""
        asking = asked(record)
        copy = [(asking.codes["person"], _("The copy for whoever asked for it"))] if asking else []
        choices = [(EVERYBODY, _("Everybody’s")), *readers(record).items(), *copy]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]

    def clean_passage(self) -> str:
        """Words that stand nowhere in the papers are taken out of nothing."""
        assert self.record is not None
        passage: str = self.cleaned_data["passage"]
        if not occurs(passage, parts_of(self.record)):
            raise forms.ValidationError(_("These words stand nowhere in the papers: copy them as they stand"))
        return passage


def is_open(record: Record) -> str:
    """Open until the case is closed; afterwards while somebody waits for what is held of them."""
    return "" if asked(record) else until_closed(record)


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record whose version, and why; the words themselves are restricted."""
    codes = {"to": answers["to"], "reason": answers["reason"]}
    words = (Told({"passage": answers["passage"]}, scope="restricted"),)
    return Outcome((NewFact("passage_redacted", day_of(answers, at), codes, words=words),))


STEP = Step(
    name="redact_passage",
    title=_("Take words out of the papers"),
    stage=11,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"passage_redacted": _("Words were taken out of the papers")},
    form=RedactionForm,
)

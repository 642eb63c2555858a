"""Any stage: for each passage of the case somebody decides whether it is given, and if not, why (MISSION F4)."""

import hashlib
from collections.abc import Iterator
from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.own_information import asked, by_hand, signed
from casereview.cases.record import Record
from casereview.letters.own_information import held
from casereview.letters.pack.parts import Block, Part
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.own_information import DECISIONS, GIVE

THEIR_OWN = ("application", "receipt", "statement")  # parts whose passages are most often the asker's own


class PrepareForm(StepForm):
    """For each part one answer for all of its passages, and another for any that differs. Nothing is given unread."""

    def prepare(self, record: Record) -> None:
        """A choice a part, and a choice a passage."""
        request = asked(record)
        theirs = () if request is None or by_hand(record, request) else THEIR_OWN
        self.parts = held(record)
        for part in self.parts:
            label = _("%(part)s: what applies to all passages, unless said otherwise") % {"part": part.title}
            self.fields[rest(part)] = _choice(label, _("Decide"), GIVE if part.code in theirs else "")
            for block in part.blocks:
                says = _("This passage: %(label)s") % {"label": block.label}
                self.fields[one(block)] = _choice(says, _("As the whole part"), "", block.text)

    def clean(self) -> dict[str, object]:
        """Every passage has an answer, its own or its part's."""
        cleaned = super().clean()
        decided: dict[str, str] = {}
        for part, block in self._passages():
            answer = cleaned.get(one(block)) or cleaned.get(rest(part))
            if answer:
                decided[block.key] = answer
            elif not self.has_error(rest(part)):
                self.add_error(rest(part), _("Choose what applies to “%(part)s”") % {"part": part.title})
        return {**cleaned, "decided": decided}

    def _passages(self) -> Iterator[tuple[Part, Block]]:
        return ((part, block) for part in self.parts for block in part.blocks)


def rest(part: Part) -> str:
    """The name of the field that answers for a whole part."""
    return f"part_{part.code}"


def one(block: Block) -> str:
    """The name of the field of one passage: the same whatever else comes to the case meanwhile."""
    return f"passage_{hashlib.sha256(block.key.encode()).hexdigest()[:16]}"


def _choice(label: str, empty: object, initial: str, about: str = "") -> forms.ChoiceField:
    choices = [("", empty), *DECISIONS.items()]
    return forms.ChoiceField(label=label, choices=choices, required=False, initial=initial, help_text=about)


def is_open(record: Record) -> str:
    """Open while somebody waits for a copy that nobody has signed yet."""
    if asked(record) is None:
        return gettext("Nobody waits for what is held of them.")
    return gettext("The copy is signed.") if signed(record) else ""


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the decisions by the passages' keys, which say nothing of anybody."""
    assert record is not None
    request = asked(record)
    assert request is not None
    codes = {"person": request.codes["person"], "decided": answers["decided"]}
    return Outcome((NewFact("own_information_prepared", day_of(answers, at), codes),))


STEP = Step(
    name="prepare_own_information",
    title=_("Prepare the copy of what is held"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"own_information_prepared": _("The copy for %(person)s was prepared")},
    form=PrepareForm,
    minds=("own_information_prepared", "information_added", "return_received", "passage_redacted"),
)

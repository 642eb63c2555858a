"""The history of a case: its facts as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from casereview.cases.models import Fact
from casereview.cases.naming import texts_in
from casereview.cases.record import Record
from casereview.letters.prose_file import title_of
from casereview.people.names import names_of
from casereview.process import STEPS
from casereview.wording.hearing import CARRIED
from casereview.wording.history import history_sentence
from casereview.wording.told import told_words

SENTENCES = {kind: says for step in reversed(STEPS.values()) for kind, says in step.records.items()}
CORRECTIONS = STEPS["correct_fact"].records
TAKEN_BACK = {**STEPS["record_bounce"].records, **STEPS["drop_action"].records}


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact in words. recorded_on is set only where it differs from the day it happened."""

    sentence: str
    by: str
    on: date
    at: datetime
    recorded_on: date | None
    corrected: bool
    reason: str
    texts: list[tuple[str, str]]


def history_of(record: Record, facts: Iterable[Fact] | None = None) -> list[Entry]:
    """These facts (all that the viewer may see, unless told), newest first, with the words that they may read."""
    facts = record.facts if facts is None else list(facts)
    named = [holder for fact in facts for holder in (fact.by, *texts_in(fact.codes))]
    names = holder_names(record, named)
    return [_entry(record, fact, names) for fact in reversed(facts)]


def holder_names(record: Record, holders: Iterable[str]) -> dict[str, str]:
    """What these holders are called, besides all whom the case names. Asks only for those not known yet."""
    return record.names | names_of(holder for holder in holders if holder not in record.names)


def _entry(record: Record, fact: Fact, names: dict[str, str]) -> Entry:
    recorded_on = timezone.localdate(fact.recorded_at)
    return Entry(
        sentence=history_sentence(_says(fact), fact.codes, names),
        by=fact.by_name or names.get(fact.by, ""),
        on=fact.happened_on,
        at=fact.recorded_at,
        recorded_on=recorded_on if recorded_on != fact.happened_on else None,
        corrected=fact.id in record.corrected,
        reason=fact.reason,
        texts=[*_letter(fact, names), *_texts(record, fact)],
    )


def _says(fact: Fact) -> object:
    """The sentence of a fact, its codes still to be filled in."""
    if fact.codes.get("carried"):
        return CARRIED[fact.kind]
    if fact.corrects_id and fact.kind in CORRECTIONS:
        return CORRECTIONS[fact.kind]
    if fact.corrects_id and fact.codes.get("taken_back"):
        return TAKEN_BACK[fact.kind]
    return SENTENCES.get(fact.kind, fact.kind)


def _texts(record: Record, fact: Fact) -> list[tuple[str, str]]:
    """The words of a fact, each once: what several bodies may each read is kept once for each."""
    found = [pair for words in record.words.get(fact.id, []) for pair in told_words(words.values)]
    return list(dict.fromkeys(found))


def _letter(fact: Fact, names: dict[str, str]) -> list[tuple[str, str]]:
    """Which letter a fact about one tells of, and for whom."""
    if not (fact.codes.get("letter") and fact.codes.get("code")):
        return []
    to = names.get(fact.codes.get("to", ""), "")
    title = title_of(fact.codes["code"])
    return [(_("Letter"), _("“%(title)s”, to %(name)s") % {"title": title, "name": to} if to else title)]

"""The panel, its hearing and its decision, as those read them who work on an appeal."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from casereview.cases.appeal import appeal_of, clerk_of, panel_chair
from casereview.cases.further_action import further_of
from casereview.cases.hearing import (
    hearing_of,
    last_hearing,
    members,
    panel,
    part_chosen,
    since_appeal,
    sittings,
)
from casereview.cases.involved import involved
from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.interfaces.history import holder_names
from casereview.interfaces.pack import HEARING, sent_to
from casereview.wording.hearing import FURTHER, PARTS
from casereview.wording.meeting import CAME, WAYS_IN
from casereview.wording.told import told_words


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that the panel asked for, in words. days: until it is due, negative when late; None once it is done."""

    what: str
    text: str
    owner: str
    due: date
    days: int | None
    done: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Sitting:
    """A day on which the panel sat. ended: whether the hearing ended with it; why: of one that was adjourned, in words.

    present, missing: of the panel, by name. review: who came for the review. came: each who appeals, and whether they
    came, in words.
    """

    on: date
    ended: bool
    why: str
    present: list[str]
    missing: list[str]
    review: list[str]
    came: list[tuple[str, str]]


def hearing_page(record: Record) -> dict[str, Any]:
    """What `told/hearing.html` shows; nothing before an appeal qualified for a hearing."""
    found = appeal_of(record)
    if found is None or not found.latest("appeal_qualified"):
        return {"hearing": None}
    last = last_hearing(record)
    sitting = [panel_chair(record), *(each.holder for each in members(record))]
    invited = last.invited if last else ()
    there = [holder for each in sittings(record) for holder in each.codes["present"]]
    names = holder_names(record, [*sitting, *invited, *there])
    return {
        "hearing": {
            "panel": [(names.get(holder, ""), _standing(record, holder)) for holder in sitting if holder],
            "arranged": last,
            "stands": hearing_of(record) is not None,
            "place": record.said(last.fact, "place") if last else "",
            "link": record.said(last.fact, "link") if last else "",
            "invited": [names.get(holder, "") for holder in invited if holder not in sitting],
            "parts": _parts(record),
            "bundle": since_appeal(record, "bundle_sent")[-1:],
            "papers": _papers(record),
            "sittings": [_sitting(record, each, names) for each in sittings(record)],
            "further": further_asked(record),
        }
    }


def _sitting(record: Record, sat: Fact, names: dict[str, str]) -> Sitting:
    """Whoever appeals is named as far as the reader may know them."""
    return Sitting(
        on=sat.happened_on,
        ended=sat.kind == "hearing_held",
        why=str(record.said(sat, "for_applicant")),
        present=[names.get(holder, "") for holder in sat.codes["present"]],
        missing=[names.get(holder, "") for holder in sat.codes["missing"]],
        review=[names.get(holder, "") for holder in sat.codes["review_came"]],
        came=[
            (names.get(who) or _("Whoever appeals"), str(CAME[code]))
            for who, code in sat.codes["came"].items()
        ],
    )


def _papers(record: Record) -> str:
    """The address of the reader's own version of the papers; "" where they were sent none."""
    me, reference = record.viewer.holder, [record.case.reference]
    if clerk_of(record) == me:
        return reverse("panel:hearing_papers_now", args=reference)
    if sent_to(record, me, HEARING) is None:
        return ""
    sits = me in panel(record)
    return reverse("panel:hearing_papers" if sits else "work:hearing_papers", args=reference)


def _standing(record: Record, holder: str) -> str:
    """What is to be said of somebody of the panel: "chair", "declared" or "asked"."""
    if holder == panel_chair(record):
        return "chair"
    return "declared" if any(each.holder == holder and each.declared for each in members(record)) else "asked"


def _parts(record: Record) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Each who appeals: the part they chose, and what would help."""
    found = []
    for person in involved(record):
        chose = part_chosen(record, person.holder)
        if chose:
            how = str(WAYS_IN.get(chose.codes["how"], ""))
            part = ", ".join(filter(None, (str(PARTS[chose.codes["hearing_part"]]), how)))
            words = [pair for row in record.words.get(chose.id, []) for pair in told_words(row.values)]
            found.append((str(person), part, words))
    return found


def further_asked(record: Record) -> list[Asked]:
    """Everything that the panel asked for, as the record's viewer may read it."""
    found = further_of(record)
    names = holder_names(record, [each.owner for each in found])
    return [_asked(record, each, names) for each in found]


def _asked(record: Record, each: Any, names: dict[str, str]) -> Asked:
    done = each.done
    return Asked(
        what=str(FURTHER[each.what]),
        text=each.text,
        owner=names.get(each.owner, "") or str(record.area),
        due=each.due,
        days=None if done else (each.due - record.today).days,
        done=[pair for row in record.words.get(done.id, []) for pair in told_words(row.values)]
        if done
        else [],
    )

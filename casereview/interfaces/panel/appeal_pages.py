"""What each page of an appeal shows the panel and its clerk: the appeal, and the case that it is made against."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casereview.cases.record import Record
from casereview.interfaces.appeals import appeal_page
from casereview.interfaces.panel import pages
from casereview.interfaces.panel.pages import Page
from casereview.process import STEPS
from casereview.steps.step import Step


def meeting(record: Record) -> dict[str, Any]:
    """The meeting and its minutes, which are not for the panel to sign."""
    return {**pages.meeting(record), "to_sign": False}


PAGES: dict[str, Page] = {
    "appeal": Page(_("Appeal"), appeal_page),
    "application": pages.PAGES["application"],
    "incidents": pages.PAGES["incidents"],
    "bodies": pages.PAGES["bodies"],
    "meeting": Page(pages.PAGES["meeting"].words, meeting),
}


def steps_for(record: Record, scopes: frozenset[str], *permissions: str) -> list[tuple[Step, str]]:
    """The steps that these permissions open to a reader who holds these scopes, each with why it is closed now.

    Those that are open come first.
    """
    viewer, area = record.viewer, record.case.area
    theirs = [
        step
        for step in STEPS.values()
        if not step.opens
        and step.sees in scopes
        and any(permission in step.who and viewer.may(permission, area) for permission in permissions)
    ]
    return sorted(((step, step.is_open(record)) for step in theirs), key=lambda found: bool(found[1]))


def frame(record: Record, space: str, page: str = "", *, whole: bool = True) -> dict[str, Any]:
    """What every page of an appeal needs. space: "panel:desk" or "panel:appeal". whole: the case is open to them."""
    links = [
        {"href": address(record, space, code), "text": each.words, "current": code == page}
        for code, each in PAGES.items()
        if whole or code == "appeal"
    ]
    return {
        "record": record,
        "sub_navigation": links if whole else [],
        "space": space,
        "back": reverse("panel:desk" if space == "panel:desk" else "panel:appeals"),
        "document_address": f"{space}_document" if whole else "",
    }


def address(record: Record, space: str, page: str = "appeal") -> str:
    """The address of a page of this appeal."""
    if page == "appeal":
        return reverse(f"{space}_case", args=[record.case.reference])
    return reverse(f"{space}_page", args=[record.case.reference, page])

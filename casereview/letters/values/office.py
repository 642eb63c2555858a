"""Who writes, to whom, and how to reach us: in every letter."""

from django.conf import settings
from django.utils.translation import gettext as _

from casereview.cases.appeal import clerk_of
from casereview.cases.owner import owner_of
from casereview.letters.about import About
from casereview.letters.markup import Prose, ours
from casereview.people.names import names_of
from casereview.wording.dates import long_date
from casereview.wording.hours import messages_read
from casereview.wording.own import said


def today(about: About) -> str:
    """The London date on which the letter is made."""
    return long_date(about.record.today)


def reference(about: About) -> str:
    """The case's reference, which opens nothing."""
    return about.record.case.reference


def name(about: About) -> str:
    """How the recipient asked to be called, or the name of the body, the user or the service."""
    if about.body:
        return about.body.name
    if about.to.startswith("support:"):
        return said(about.record.scheme.support) or _("reader")
    if about.person is None:
        return names_of([about.to]).get(about.to) or _("reader")
    return about.person.name or _("reader")


def office(about: About) -> str:
    """The neutral name that the office signs with."""
    return about.record.area.sender_name or about.record.area.name


def named_contact(about: About) -> str:
    """Who looks after it: the case's co-ordinator, or the appeal's clerk; before one is named, the office itself."""
    holder = clerk_of(about.record) if about.clerked else owner_of(about.record).owner
    return _named(about, holder) or office(about)


def deputy(about: About) -> str:
    """Who stands in for the named contact, or ""."""
    return "" if about.clerked else _named(about, owner_of(about.record).deputy)


def _named(about: About, holder: str) -> str:
    """By the co-ordinators of now, which the record reads once; else by who they were."""
    return about.record.coordinators.get(holder) or names_of([holder]).get(holder, "")


def phone(about: About) -> str:
    """The office's phone number."""
    return about.record.area.phone


def when_read(about: About) -> str:
    """At which hours messages to us are read."""
    return messages_read(about.record.area.office_hours)


def email(about: About) -> Prose:
    """The office's e-mail address."""
    return ours(about.record.area.email)


def page(_about: About) -> Prose:
    """Where the applicant reads letters and writes to us: the address, without any token."""
    return ours(f"{settings.SERVICE_URL}/my/")


def sign_in(about: About) -> Prose:
    """Where the recipient signs in, unless they are the applicant."""
    return sign_in_of(about.to)


def sign_in_of(holder: str) -> Prose:
    """Where a holder signs in: a chair (`user:`), or an officer of a body or of the support service."""
    pages = {"user": "panel/", "support": "partner/people/"}
    return ours(f"{settings.SERVICE_URL}/{pages.get(holder.partition(':')[0], 'partner/')}")

"""The terms around a scheme's routes and clocks as sentences: who, how, meeting, appeal, notices, figures."""

from collections.abc import Iterator

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from casereview.schemes.model import Appeal, Body, Exclusion, Scheme
from casereview.schemes.terms import Apply, Contact, Decision, Figures, Meeting, Notices, Served, Timing
from casereview.wording.bodies import BODY_KINDS_STAFF
from casereview.wording.codes import CHAIRS, CHANNELS, CONSENT, FOUND_BY, code_words
from casereview.wording.length import and_list, length_words, or_list, sentence
from casereview.wording.own import said
from casereview.wording.routes import together

SERVED_AFTER = {
    "sent": gettext_lazy("it is sent"),
    "opened": gettext_lazy("it is opened"),
    "told": gettext_lazy("the person is told"),
}


def channel_words(scheme: Scheme) -> str:
    """ "online, by e-mail, by phone or by post"; "" where the page names no way."""
    return or_list([str(CHANNELS[code]) for code in scheme.channels])


def body_sentence(body: Body) -> str:
    text = _("%(name)s (%(kind)s)") % {"name": said(body.name), "kind": BODY_KINDS_STAFF[body.kind]}
    if not body.relevant:
        text = _("%(body)s, not sent every request") % {"body": text}
    return f"{text}. {sentence(said(body.when))}" if body.when else f"{text}."


def exclusion_sentences(exclusion: Exclusion) -> list[str]:
    return [text for text in (said(exclusion.says), said(exclusion.leads_to)) if text]


def apply_sentences(scheme: Scheme, apply: Apply) -> Iterator[str]:
    if apply.who:
        yield said(apply.who)
    if scheme.channels:
        yield _("You can ask %(ways)s.") % {"ways": channel_words(scheme)}
    yield from bound_sentences(apply)
    if apply.counts_from == "first_contact":
        yield _("Where a request was begun earlier, the first contact counts if that helps the applicant.")


def bound_sentences(apply: Apply) -> Iterator[str]:
    """What the page asks of a request: the consent of somebody else, and a name."""
    if apply.consent:
        yield sentence(str(CONSENT[apply.consent]))
    if apply.anonymous is not None:
        yield (
            _("Anonymous requests are taken.") if apply.anonymous else _("Anonymous requests are not taken.")
        )


def contact_sentences(contact: Contact) -> Iterator[str]:
    if contact.phone:
        yield _("Phone: %(phone)s") % {"phone": contact.phone}
    if contact.post:
        yield _("Post: %(address)s") % {"address": ", ".join(contact.post)}
    yield _("E-mail: %(email)s") % {"email": contact.email or _("set by the installation")}
    if contact.web:
        yield _("Web: %(web)s") % {"web": contact.web}


def decision_sentences(decision: Decision) -> Iterator[str]:
    if decision.people:
        yield ngettext(
            "At least %(num)d person decides.", "At least %(num)d people decide.", decision.people
        ) % {"num": decision.people}
    if decision.bodies:
        yield ngettext(
            "They come from at least %(num)d organisation.",
            "They come from at least %(num)d organisations.",
            decision.bodies,
        ) % {"num": decision.bodies}


def meeting_sentences(scheme: Scheme, meeting: Meeting) -> Iterator[str]:
    if meeting.chair:
        yield _("The review is led by %(chair)s.") % {"chair": CHAIRS[meeting.chair]}
    if meeting.applicant:
        ways = or_list([code_words(scheme, "parts", code) for code in meeting.applicant])
        yield _("The person affected can %(ways)s.") % {"ways": ways}
    if meeting.settle:
        work = and_list([code_words(scheme, "work", code) for code in meeting.settle])
        yield _("The organisations %(work)s.") % {"work": work}
    if meeting.agenda:
        items = and_list([code_words(scheme, "agenda", code) for code in meeting.agenda])
        yield _("The agenda of the meeting: %(items)s.") % {"items": items}
    if meeting.quorum:
        yield _("At least this many organisations must be at the meeting: %(n)s.") % {"n": meeting.quorum}


def appeal_sentences(scheme: Scheme, appeal: Appeal, *, further: bool = False) -> Iterator[str]:
    """The rules of an appeal and of those that may follow it. further: it follows one itself."""
    for kind, codes, text in (
        ("grounds", appeal.grounds, _("You can appeal about %(what)s.")),
        ("considerations", appeal.considerations, _("It is considered: %(what)s.")),
        ("outcomes", appeal.outcomes, _("The outcome can be %(what)s.")),
    ):
        if codes:
            join = and_list if kind == "considerations" else or_list
            yield text % {"what": join([code_words(scheme, kind, code) for code in codes])}
    yield from lodging_sentences(appeal)
    if appeal.heard_by:
        yield _("It is heard by: %(by)s.") % {"by": said(appeal.heard_by)}
    if appeal.written:
        yield _("The reasons must be given in writing.")
    yield from limit_sentences(scheme, appeal)
    if appeal.contact:
        yield from contact_sentences(appeal.contact)
    if appeal.then:
        yield (
            _("After that there is one more appeal.")
            if further
            else _("After that there is a second appeal.")
        )
        yield from appeal_sentences(scheme, appeal.then, further=True)


def lodging_sentences(appeal: Appeal) -> Iterator[str]:
    """To whom an appeal goes, and the ways in which it can be made."""
    if appeal.lodged_with:
        yield _("The appeal goes to: %(to)s.") % {"to": said(appeal.lodged_with)}
    if appeal.channels:
        yield _("It can be made %(ways)s.") % {
            "ways": or_list([str(CHANNELS[code]) for code in appeal.channels])
        }


def limit_sentences(scheme: Scheme, appeal: Appeal) -> Iterator[str]:
    """What must be so before an appeal is heard."""
    for findings in together(appeal.judged):
        what = or_list([code_words(scheme, "judged", each.code) for each in findings])
        yield _("It must be found that %(what)s (%(by)s).") % {"what": what, "by": FOUND_BY[findings[0].by]}
    for code in appeal.barred_while:
        yield _("You cannot appeal while %(what)s.") % {"what": code_words(scheme, "bars", code)}
    if appeal.consent:
        yield _("You will be asked to agree that the appeal is passed on to those who hear it.")


def notices_sentences(notices: Notices) -> Iterator[str]:
    for served, way in (
        (notices.posted, _("A posted letter")),
        (notices.emailed, _("A letter sent whole by e-mail")),
        (notices.page, _("A letter on the applicant’s own page")),
    ):
        if served:
            yield _served(way, served)


def _served(way: str, served: Served) -> str:
    after = or_list([str(SERVED_AFTER[event]) for event in served.after])
    if served.length is None:
        return _("%(way)s counts as served on the day on which %(after)s.") % {"way": way, "after": after}
    parts = {"way": way, "length": length_words(served.length), "after": after}
    return _("%(way)s counts as served %(length)s after %(after)s.") % parts


def timing_sentences(timing: Timing) -> Iterator[str]:
    if timing.draft_lasts:
        yield _("A request that was begun is kept for %(length)s.") % {
            "length": length_words(timing.draft_lasts)
        }
    if timing.contact_tries:
        yield _("Tries to reach somebody before we write that we could not: %(n)s.") % {
            "n": timing.contact_tries
        }
    if timing.keep_case:
        yield _("A case is kept for %(length)s after it closes.") % {"length": length_words(timing.keep_case)}


def figures_sentences(figures: Figures) -> Iterator[str]:
    if figures.months:
        yield _("Figures are published for every %(months)s months.") % {"months": figures.months}
    if figures.year_starts:
        month, day = figures.year_starts
        yield _("The year begins on %(day)s.") % {"day": f"{day} {MONTHS[month]}"}
    if figures.suppress_under:
        yield _("Counts under %(n)s are left out, but for the four totals that the law asks for.") % {
            "n": figures.suppress_under
        }

"""The words of an appeal: what is chosen in its steps, and where it stands, for staff."""

from collections.abc import Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.schemes.model import Scheme
from casereview.wording.codes import code_words

# How an appeal reaches us: a code of `channel`, as an application's.
BROUGHT = {
    "web": _("their own page"),
    "email": _("e-mail"),
    "post": _("post"),
    "phone": _("phone: I wrote it down"),
    "in_person": _("a visit: I wrote it down"),
}
YES_NO = {"yes": _("Yes"), "no": _("No")}
MADE_BY = {
    "applicant": _("whoever asked for the review"),
    "victim": _("the person affected"),
    "representative": _("somebody who acts for them"),
}
# What lies ahead of an appeal, in its order, for whoever made it: each until one of these has happened.
AHEAD = (
    (
        ("appeal_contact_made", "appeal_qualified"),
        _(
            "A clerk to the panel calls or writes to you, in the way you said is safe. "
            "The clerk had no part in your case."
        ),
    ),
    (
        ("appeal_qualified",),
        _(
            "The chair of the panel decides whether there will be a hearing. "
            "You get the decision in writing, with reasons."
        ),
    ),
    (
        ("hearing_held",),
        _("At a hearing, you can put your views to the panel, or ask somebody to do it for you."),
    ),
    (
        ("appeal_decided",),
        _("After a hearing, the panel decides. You get the decision in writing, with reasons."),
    ),
)
ABOUT = {"threshold": _("the threshold decision"), "review": _("the way the review was carried out")}
ADMITTED = {"yes": _("Yes, it is admitted"), "no": _("No, it is not admitted")}
QUALIFIES = {"hearing": _("Yes, there will be a hearing"), "no_hearing": _("No, there will be no hearing")}
STATES = {
    "received": _("Received, to be acknowledged"),
    "acknowledged": _("Acknowledged"),
    "referred": _("With the chair of the panel"),
    "admitted": _("Late, and admitted"),
    "qualified": _("There will be a hearing"),
    "hearing_set": _("The hearing is arranged"),
    "part_heard": _("Heard in part: the hearing goes on"),
    "heard": _("Heard"),
    "decided": _("Decided"),
    "not_admitted": _("Late, and not admitted"),
    "not_qualified": _("No hearing"),
    "withdrawn": _("Withdrawn"),
}


def own_limits(scheme: Scheme, barred: Sequence[str], to_find: Sequence[str]) -> list[str]:
    """What the area's rules say against an appeal now, to whoever makes it, and that they can send it all the same.

    barred: codes of BARS that are so today; to_find: those of which no fact tells: they are said of every appeal.
    """
    said = [_rule(scheme, code) for code in (*barred, *to_find)]
    if said:
        said.append(
            gettext("You can send it all the same. The chair of the panel decides whether it is heard now.")
        )
    return said


def limits_when_made(
    scheme: Scheme, barred: Sequence[str], to_find: Sequence[str], *, to_decide: bool
) -> list[str]:
    """The same of an appeal that was made, to those who work on it; nothing where the rules say nothing against it.

    barred: codes of BARS that were so when it came. to_decide: nobody has decided yet whether it is heard.
    """
    so = gettext("It was so when this appeal came.")
    unknown = gettext("What is recorded does not tell whether it was so when this appeal came.")
    said = [f"{_rule(scheme, code)} {so}" for code in barred]
    said += [f"{_rule(scheme, code)} {unknown}" for code in to_find]
    if said and to_decide:
        said.append(
            gettext("It was taken in all the same. The chair of the panel decides whether it is heard.")
        )
    return said


def _rule(scheme: Scheme, code: str) -> str:
    what = code_words(scheme, "bars", code)
    return gettext("The rules say that there is no appeal while %(what)s.") % {"what": what}

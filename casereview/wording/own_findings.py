"""What the applicant alone can say of a route, as a question: to them, and about them to whoever writes it down.

A "yes" is what the scheme's code says; nobody overrules it.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.schemes.judged import of_applicant
from casereview.schemes.model import Scheme
from casereview.wording.codes import code_words
from casereview.wording.reader import For, Reader, to

QUESTIONS = {
    "feels_ignored": For(gettext_lazy("Do you feel ignored?"), gettext_lazy("Do they feel ignored?")),
    "not_resolved_to_satisfaction": For(
        gettext_lazy("Do you think that the problem has not been solved?"),
        gettext_lazy("Do they think that the problem has not been solved?"),
    ),
    "not_satisfied_with_response": For(
        gettext_lazy("Are you unhappy with the answer, or with what came of it?"),
        gettext_lazy("Are they unhappy with the answer, or with what came of it?"),
    ),
    "witnessed_by_applicant": For(
        gettext_lazy("Did you, or the person you act for, see or hear each of these times yourselves?"),
        gettext_lazy("Did they, or the person they act for, see or hear each of these times themselves?"),
    ),
    "several_households_affected": For(
        gettext_lazy("Does it affect more than one home or business?"),
        gettext_lazy("Does it affect more than one home or business?"),
    ),
    "engaged_with_offers": For(
        gettext_lazy("Did you take part in what was offered to you, such as mediation?"),
        gettext_lazy("Did they take part in what was offered to them, such as mediation?"),
    ),
    "problem_persists": For(gettext_lazy("Is it still a problem?"), gettext_lazy("Is it still a problem?")),
}
ALWAYS = ("feels_ignored",)  # asked of everybody: it also tells how they were answered


def own_codes(scheme: Scheme) -> tuple[str, ...]:
    """The findings of the scheme's routes that the applicant makes, each once, and those that everybody is asked."""
    return tuple(dict.fromkeys((*ALWAYS, *of_applicant(scheme))))


def own_question(scheme: Scheme, code: str, reader: Reader = "applicant") -> str:
    """The question for one of `own_codes`; for an area's own code its own words."""
    if code in QUESTIONS and code not in scheme.words:
        return to(reader, QUESTIONS[code])
    return _("Is this so: %(what)s?") % {"what": code_words(scheme, "judged", code)}

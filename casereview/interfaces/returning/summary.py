"""What a return says, in a few lines: shown before it is sent."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casereview.steps.step import StepForm
from casereview.wording.casework import HOLDS, WITHHELD


def summary_of(form: StepForm) -> list[tuple[str, str]]:
    """Labels and texts of a form that is valid: the answer, how many entries and files, what is held back."""
    told = form.cleaned_data
    found = [match for _report, match, _row in told["matches"] if match]
    held, entries, files = found.count("held"), len(told["rows"]), len(told["kept_files"] or ())
    return [
        (_("Your answer"), str(HOLDS[told["held"]])),
        *([(_("Reports to you"), _held(held, len(found)))] if found else []),
        (
            _("What else you hold, and what you did"),
            ngettext("%(n)s entry", "%(n)s entries", entries) % {"n": entries},
        ),
        (_("Files"), str(files)),
        (_("Held back"), str(WITHHELD[told["withheld"]]) if told["withheld"] else _("Nothing")),
        (_("Words for the applicant"), told["for_applicant"] or _("None")),
    ]


def _held(held: int, asked: int) -> str:
    return _("%(held)s of %(asked)s in your records") % {"held": held, "asked": asked}

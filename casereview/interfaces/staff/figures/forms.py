"""What is asked before figures are counted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.components.forms import DateField
from casereview.statistics.periods import Period


class PeriodForm(forms.Form):
    """The days of a release; whether they may be published is the release's to say."""

    since = DateField(label=_("First day"))
    until = DateField(label=_("Last day"))

    @property
    def period(self) -> Period:
        """The days, once they are valid."""
        return Period(self.cleaned_data["since"], self.cleaned_data["until"])


class CorrectionForm(forms.Form):
    """Why a release is corrected, in words for the public."""

    reason = forms.CharField(
        label=_("Why are the figures corrected?"),
        help_text=_("This is published with the corrected figures. Name nobody."),
        max_length=500,
        widget=forms.Textarea,
        error_messages={"required": _("Say why the figures are corrected")},
    )

    def clean_reason(self) -> Any:
        """One line."""
        return " ".join(self.cleaned_data["reason"].split())

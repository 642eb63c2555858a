"""The equality questions on the key-in page: all may be left, and the answers go nowhere near the case."""

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.wording.equality import ANSWERS, LABELS


def _asked(name: str) -> forms.ChoiceField:
    """Empty is "not asked or not answered", which is kept as nothing; to decline is an answer."""
    declined = ("prefer_not", _("Prefers not to say"))
    choices = [("", _("Not told")), *ANSWERS[name].items(), declined]
    return forms.ChoiceField(label=LABELS[name], choices=choices, required=False)


class EqualityForm(forms.Form):
    """The five questions of the online application."""

    use_required_attribute = False

    age = _asked("age")
    sex = _asked("sex")
    ethnic_group = _asked("ethnic_group")
    disabled = _asked("disabled")
    religion = _asked("religion")

    def given(self) -> dict[str, str]:
        """The answers that were given, once it is valid."""
        return {name: answer for name, answer in self.cleaned_data.items() if answer}

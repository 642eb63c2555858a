"""The box for one file, and what is said of a file that was sent."""

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.file_types import ENDINGS

STATES = {
    "waiting": _("Kept, being checked"),
    "clean": _("Kept"),
    "infected": _("Not used: our check found something harmful in it. Send another copy if you have one"),
}


class FileForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=_("Choose a file"),
        help_text=_("A picture, PDF, Word document, text, sound or video, smaller than 10 MB"),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join([*ENDINGS, *ENDINGS.values()])}),
        error_messages={
            "required": _("Choose a file first, or go on without one"),
            "empty": _("The file is empty. Choose another one"),
        },
    )

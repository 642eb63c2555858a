"""The form by which rules are handed in: a file or a text, and the day from which they are to hold."""

import hashlib
from typing import Any, BinaryIO

from django import forms
from django.urls import resolve, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.components.forms import DateField
from casereview.schemes.first_day import first_day, with_first_day
from casereview.schemes.load import all_areas, is_code
from casereview.schemes.parse import LARGEST
from casereview.wording.dates import short_date

MOST_BYTES = 4 * LARGEST  # what so many characters may take


class RulesForm(forms.Form):
    """`text` cleans to the text that is to be checked: the file's, where one was chosen.

    The page shows `shown_text` again whatever happens. offers: the text with the day of the form in it, where the two
    say different days.
    """

    file = forms.FileField(
        label=_("Choose a file"),
        help_text=_("Such as durham.toml"),
        required=False,
        allow_empty_file=True,
    )
    starts = DateField(
        label=_("From which day?"),
        help_text=_("The text says it too, as “from”. If you fill this in, the two are compared"),
        required=False,
    )
    text = forms.CharField(label=_("Text of the rules"), required=False, strip=False, widget=forms.Textarea)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    offers: str | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shown_text: str = self.initial.get("text", "")
        if self.is_bound:
            self.shown_text = _lines(self.data.get("text", ""))

    @property
    def mark(self) -> str:
        """Which text the page shows: whether somebody has changed it is then known."""
        return _mark(self.shown_text)

    def clean(self) -> dict[str, Any]:
        """Read the file, or take the text; put the day into it if that is asked for, else compare the two."""
        cleaned = super().clean() or {}
        file = cleaned.get("file")
        if file is not None:
            self._read(file)
        if self.errors:
            return cleaned
        if not self.shown_text.strip():
            self.add_error("file", gettext("Choose a file, or enter the text of the rules"))
            return cleaned
        day, said = cleaned.get("starts"), first_day(self.shown_text)
        put_in = with_first_day(self.shown_text, day) if day and day != said else None
        if put_in and "put_in" in self.data:
            self.shown_text = put_in
        elif day and day != said and (said or put_in):
            self.offers = put_in
            self.add_error("starts", _two_days(day, said))
        return {**cleaned, "text": self.shown_text}

    def _read(self, file: BinaryIO) -> None:
        """Put the file's text in the place of what is shown, unless somebody has worked on that."""
        if self.shown_text.strip() and _mark(self.shown_text) != self.data.get("seen"):
            said = gettext(
                "You changed the text below. Check it without a file, or empty it and choose the file again"
            )
            self.add_error("file", said)
            return
        read = file.read(MOST_BYTES + 1)
        if len(read) > MOST_BYTES:
            said = gettext("The file is too large: rules have at most %(n)s characters") % {"n": LARGEST}
            self.add_error("file", said)
            return
        try:
            self.shown_text = _lines(read.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.add_error("file", gettext("Line %(n)s of the file is no UTF-8 text") % {"n": line})


class FirstRulesForm(RulesForm):
    """The first rules of an area: its short name too, which names its file and its public page for good."""

    code = forms.CharField(
        label=_("Short name of the area"),
        help_text=_(
            "Such as st-helens: it stands in the address of its public page, and does not change later"
        ),
        max_length=50,
        error_messages={"required": _("Enter a short name, such as st-helens")},
    )
    field_order = ("code",)

    def clean_code(self) -> str:
        """A name that no area has, and no other page of the service."""
        code: str = self.cleaned_data["code"]
        if not is_code(code):
            said = gettext("Use small letters, figures and hyphens, and begin with a letter: st-helens")
            raise forms.ValidationError(said)
        if code in all_areas():
            said = gettext(
                "%(code)s has rules already: new ones are proposed under Areas, Rules of this area"
            )
            raise forms.ValidationError(said % {"code": code})
        if resolve(reverse("public:area", args=[code])).view_name != "public:area":
            raise forms.ValidationError(gettext("Choose another: the service itself has pages of this name"))
        return code


def _two_days(day: Any, said: Any) -> str:
    if said is None:
        return gettext("The text does not say from which day: here it is %(day)s") % {"day": short_date(day)}
    days = {"said": short_date(said), "day": short_date(day)}
    return gettext("The text says %(said)s, and here it is %(day)s") % days


def _lines(text: str) -> str:
    """As a file has them: browsers send another end of line."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _mark(text: str) -> str:
    return hashlib.sha256(text.strip().encode("utf-8", "surrogatepass")).hexdigest()[:16]

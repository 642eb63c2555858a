"""The boxes of the key-in page: the same questions as online, on one page, and rows for what there may be several of.

Only what is needed to receive it at all is required; everything else is asked later.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.models.contact import METHODS
from casereview.components.forms import ApproximateDateField, DateField
from casereview.people.models import Body
from casereview.schemes.model import Scheme
from casereview.wording.application import ASKING_FOR, MOTIVATIONS, NEEDS, TENURES, YES_NO
from casereview.wording.bodies import BODY_KINDS_STAFF
from casereview.wording.casework import CONSENTS, SEEN_BY_OTHERS
from casereview.wording.casework import METHODS as METHOD_WORDS
from casereview.wording.own_findings import own_codes, own_question

CAME_BY = {"phone": _("Phone"), "post": _("Post"), "email": _("E-mail")}  # one on the web comes by itself
REACHED_AT = ("email", "phone", "post", "through_someone")
NEED_CODES = ("interpreter", "large_print", "somebody_with_me")
SURE = ("yes", "no", "not_sure")


def _choices(words: Mapping[str, Any], codes: Iterable[str] = ()) -> list[tuple[str, Any]]:
    return [(code, words[code]) for code in codes or words]


def _select(label: Any, words: Mapping[str, Any], codes: Iterable[str] = ()) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", _("Not told")), *_choices(words, codes)], required=False
    )


def _line(label: Any, *, required: bool = False, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=200, **more)


def _text(label: Any, *, required: bool = False, **more: Any) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=required, widget=box, **more)


class KeyInForm(forms.Form):
    """One application. `use_required_attribute` is off: the page says itself what is missing."""

    use_required_attribute = False

    channel = forms.ChoiceField(
        label=_("How did it come?"), choices=CAME_BY.items(), widget=forms.RadioSelect
    )
    received_on = DateField(label=_("On which day did it arrive?"), not_future=True)
    first_contact = DateField(
        label=_("On which day did they first contact anyone about a review, if earlier?"),
        not_future=True,
        required=False,
    )
    asking_for = forms.ChoiceField(
        label=_("Who are they asking for?"),
        choices=_choices(ASKING_FOR),
        widget=forms.RadioSelect,
        initial="me",
    )
    name = _line(
        _("Name of the person who asks"),
        required=True,
        help_text=_("Any name that is safe to say aloud"),
        error_messages={"required": _("Enter a name that we may call them by")},
    )
    relation = _line(_("What they are to the person affected"), help_text=_("If they ask for somebody else"))
    affected = _line(_("Name of the person or group affected"), help_text=_("If they ask for somebody else"))
    consent = _select(_("Does the person affected agree to sharing who they are?"), CONSENTS)
    email = forms.EmailField(label=_("E-mail"), required=False)
    email_seen = _select(_("Can anyone else see the e-mail?"), SEEN_BY_OTHERS)
    phone = _line(_("Phone"))
    phone_seen = _select(_("Can anyone else answer the phone?"), SEEN_BY_OTHERS)
    post = _text(_("Address for letters"))
    post_seen = _select(_("Can anyone else open the post?"), SEEN_BY_OTHERS)
    through_someone = _line(_("Through somebody: who, and how we reach them"))
    applicant_calls = forms.BooleanField(
        label=_("They will contact us, and we must not contact them"), required=False
    )
    never = forms.MultipleChoiceField(
        label=_("Ways that must never be used"),
        choices=_choices(METHOD_WORDS, METHODS[:4]),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    when = _line(_("When is it safe?"))
    how = _text(_("What must we never do? What do we say if somebody else answers?"))
    address = _text(_("Where the person affected lives"))
    tenure = _select(_("Do they rent?"), TENURES)
    landlord = _line(_("Landlord"))
    needs = forms.MultipleChoiceField(
        label=_("What would make this easier?"),
        choices=_choices(NEEDS, NEED_CODES),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    language = _line(_("Which language?"))
    problem = _text(
        _("What is happening?"),
        required=True,
        error_messages={"required": _("Enter what is happening. One sentence is enough")},
    )
    place = _line(_("Where does it happen?"))
    going_on = _select(_("Is it still going on?"), YES_NO, SURE)
    danger = _select(_("Is anyone in danger?"), YES_NO, SURE)
    others_reported = forms.IntegerField(
        label=_("How many other people have reported it?"), min_value=0, max_value=999, required=False
    )
    motivations = forms.MultipleChoiceField(
        label=_("Do they think it was because of any of these?"),
        choices=_choices(MOTIVATIONS),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    impact = _text(_("How does it affect them?"))
    vulnerability = _text(_("Does anything make it harder to cope?"))
    stopped = _select(_("Has what was done stopped it?"), YES_NO, SURE)
    wanted = _text(_("What would they like to happen?"))
    keep_from = forms.MultipleChoiceField(
        label=_("Bodies that they ask us to keep it from"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    keep_why = _text(_("Why"))
    read_back = forms.BooleanField(label=_("Read back to them, and agreed"), required=False)

    def __init__(self, *args: object, bodies: Iterable[Body], scheme: Scheme, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.own = own_codes(scheme)
        for code in self.own:
            self.fields[code] = _select(own_question(scheme, code, "staff"), YES_NO, SURE)
        self.fields["keep_from"].choices = [(body.holder, body.name) for body in bodies]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        """One way of contact, even if it is that they will contact us; a name where it is somebody else."""
        cleaned = super().clean() or {}
        if (
            not any(cleaned.get(name) for name in (*REACHED_AT, "applicant_calls"))
            and "email" not in self.errors
        ):
            self.add_error("email", _("Enter one way to reach them, or tick that they will contact us"))
        first, received = cleaned.get("first_contact"), cleaned.get("received_on")
        if first and received and first > received:
            self.add_error("first_contact", _("The first contact cannot be later than the day it arrived"))
        return cleaned


class TimeRow(forms.Form):
    """An incident with one report of it; `again` adds the report to the incident of the row above."""

    use_required_attribute = False

    again = forms.BooleanField(
        label=_("The same time as the row above, told to somebody else"), required=False
    )
    on = ApproximateDateField(label=_("When it happened"), not_future=True, required=False)
    what = _line(_("What happened"))
    location = _line(_("Where, if not at the usual place"))
    body = forms.ChoiceField(label=_("Who was told"), required=False)
    reported_on = ApproximateDateField(label=_("When they were told"), not_future=True, required=False)
    reference = _line(_("Their reference"))
    happened = _line(_("What they did"))

    def __init__(self, *args: object, bodies: Iterable[Body], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        named = [(body.holder, body.name) for body in bodies]
        others = [(kind, _("Another: %s") % words) for kind, words in BODY_KINDS_STAFF.items()]
        self.fields["body"].choices = [("", _("Nobody")), *named, *others]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        """A day on which somebody was told says who."""
        cleaned = super().clean() or {}
        if (cleaned.get("reported_on") or cleaned.get("again")) and not cleaned.get("body"):
            self.add_error("body", _("Choose who was told"))
        return cleaned


class ReporterRow(forms.Form):
    """Somebody else who reported it and agreed to be named."""

    use_required_attribute = False

    name = _line(_("Name of somebody who also reported it, and agreed to be named"))
    reach = _line(_("How to reach them (phone or e-mail)"))


class CulpritRow(forms.Form):
    """An alleged perpetrator."""

    use_required_attribute = False

    name = _line(_("Name of the alleged perpetrator, if known"))
    description = _line(_("Description"))
    under_18 = _select(_("Under 18?"), YES_NO, SURE)

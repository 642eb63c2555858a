"""What may be decided about a passage when somebody asks for what is held of them."""

from django.utils.translation import gettext_lazy as _

GIVE = "give"
# Why a passage is not given: the exemptions of the Data Protection Act 2018, Schedules 2 and 3, that a case can meet.
WITHHELD = {
    "other_people": _("D1: about other people, who have not agreed"),
    "crime": _("D2: giving it could stand in the way of preventing or finding out a crime"),
    "harm": _("D3: giving it could do serious harm to somebody’s health"),
    "privileged": _("D4: legal advice"),
}
DECISIONS = {GIVE: _("Give it"), **WITHHELD}

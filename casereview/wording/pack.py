"""Why something is not in somebody's version of the papers for a meeting: each reason, with its code."""

from django.utils.translation import gettext_lazy as _

# What follows from who may see what.
WHY = {
    "not_shared": _(
        "W1: not shared with this organisation, since the applicant has not agreed or it has no part in it"
    ),
    "other_bodies": _("W2: about what other organisations were told or hold"),
    "restricted": _("W3: restricted to the chair and the office that co-ordinates"),
    "read_out": _("W4: read out at the meeting"),
}
# What a person takes out, passage by passage.
REDACTED = {
    "third_party": _("R1: about somebody else"),
    "safety": _("R2: could put somebody at risk"),
    "source": _("R3: could show who told us"),
    "privileged": _("R4: legal advice"),
    "not_relevant": _("R5: has nothing to do with the review"),
}

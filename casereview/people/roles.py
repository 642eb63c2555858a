"""The roles, and what each may do. Which cases somebody sees is another matter: that is Access, in cases."""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Permission = Literal[
    "apply",  # ask for a review, and act on one's own: applicants, who have no account
    "coordinate",  # work the cases of the area: key in, triage, write, decide, close
    "administer",  # settings, bodies and people; opens no case
    "answer_for_body",  # confirm reports, give views, make returns for one body
    "support",  # see the people who agreed to support
    "chair",  # chair reviews to which one was appointed
    "clerk_appeals",  # prepare appeals and their hearings
    "decide_appeals",  # hear and decide an appeal
    "qualify_appeals",  # decide whether an appeal is heard, admit a late one: the panel's chair
    "read_figures",  # see figures before they are released
    "system",  # jobs, for nobody
]


@dataclass(frozen=True, slots=True)
class Role:
    """A role as somebody holds it: its code as stored, its title as shown, the permissions that it lists.

    `everywhere`: may be held for the whole installation rather than one area.
    """

    code: str
    title: str | Promise
    about: str | Promise
    permissions: frozenset[Permission]
    everywhere: bool = False


_ALL = (
    Role(
        "coordinator",
        _("Co-ordinator"),
        _("Receives applications and works the area's cases from beginning to end."),
        frozenset({"coordinate", "read_figures"}),
    ),
    Role(
        "administrator",
        _("Administrator"),
        _("Looks after contacts, bodies and people. Sees no case."),
        frozenset({"administer"}),
        everywhere=True,
    ),
    Role(
        "body_officer",
        _("Officer of a body"),
        _("Answers for one body: confirms reports, gives its view, reports on its actions."),
        frozenset({"answer_for_body"}),
    ),
    Role(
        "support_worker",
        _("Victim support worker"),
        _("Sees the people who agreed to be offered support."),
        frozenset({"support"}),
    ),
    Role(
        "chair",
        _("Independent chair"),
        _("Chairs the reviews to which they were appointed."),
        frozenset({"chair"}),
    ),
    Role(
        "panel_chair",
        _("Chair of the appeals panel"),
        _("Decides whether an appeal is heard, and hears it."),
        frozenset({"qualify_appeals", "decide_appeals"}),
    ),
    Role(
        "panel_member",
        _("Member of the appeals panel"),
        _("Hears the appeals to which they were assigned."),
        frozenset({"decide_appeals"}),
    ),
    Role(
        "clerk",
        _("Clerk to the appeals panel"),
        _("Acknowledges appeals, prepares hearings, sends notices."),
        frozenset({"clerk_appeals"}),
    ),
    Role(
        "figures_reader",
        _("Reader of figures"),
        _("Checks the area's figures before they are released. Sees no case."),
        frozenset({"read_figures"}),
    ),
)
ROLES: dict[str, Role] = {role.code: role for role in _ALL}

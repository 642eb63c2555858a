"""Where each role begins its day."""

from django.urls import reverse

from casereview.people.viewer import Viewer

# The first that somebody may is where they go. Who has no page of their own yet goes to their own security page.
HOMES = (
    ("coordinate", "work:queue"),
    ("administer", "settings:areas"),
    ("answer_for_body", "partner:waiting"),
    ("support", "partner:people"),
    ("chair", "panel:waiting"),
    ("clerk_appeals", "panel:desk"),
    ("qualify_appeals", "panel:appeals"),
    ("decide_appeals", "panel:appeals"),
    ("read_figures", "work:figures"),
)


def home_of(viewer: Viewer) -> str:
    """The address of the first page for this viewer."""
    return reverse(next((page for permission, page in HOMES if viewer.may(permission)), "mfa_index"))

"""What becomes of `ours` once its applicant appeals: taken on by a clerk, referred to the panel's chair, who declares.

Kinds of secrets: `appeal` (what it says, what was said about it, and the file that came with it), `panel` (what the
panel and its clerk say among themselves).
"""

from datetime import date

from django.core.files.base import ContentFile
from django.utils import timezone

from casereview.cases.files import found_clean, keep
from casereview.people.models import Term, User

APPEALED = ("ours",)


def in_office(name):
    """Somebody of the panel is given a term of office."""
    user = User.objects.get(email=f"{name}@example.org")
    Term.objects.create(user=user, area_id="durham", since=date(2020, 1, 1), until=date(2090, 1, 1))


def appealed(stage, word):
    """In time, since the last day is not fixed before the plan is completed."""

    def do(step, by="col.clerk", **answers):
        stage.do(step, by, **answers)

    file = keep(ContentFile(f"why {word('appeal')}".encode(), "why.txt"), timezone.now())
    found_clean(file, timezone.now())
    files = [{"file": str(file.pk), "name": f"{word('appeal')}.txt"}]
    said = {"reasons": word("appeal"), "wanted": word("appeal"), "kept_files": files}
    stage.applicant_does("receive_appeal", channel="web", **said)
    do("name_clerk", clerk=stage.user("col.clerk"))
    do("contact_appellant", route="in_person", outcome="reached", time="11:30", notes=word("appeal"))
    do("share_appeal", bodies=[stage.body("police")])
    in_office("pam.panel")
    do("refer_appeal", panel_chair=stage.user("pam.panel"), until=stage.day(-60), notes=word("panel"))
    do("declare_panel_chair", "pam.panel", conflict="no")

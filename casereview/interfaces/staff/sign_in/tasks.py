"""Password links are written to people outside the request, which so takes as long for an unknown address."""

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _
from django_tasks import task

from casereview.people.links import password_link
from casereview.people.models import User


@task()
def send_password_link(email: str) -> None:
    """Write to whoever has this address and may sign in; to nobody else."""
    user = User.objects.filter(email=email, is_active=True).first()
    if user is not None:
        asked = _(
            "Somebody asked for a new password for this address. If it was not you, ignore this message."
        )
        _send(user, _("Set a new password"), asked)


@task()
def send_invitation(user_id: int) -> None:
    """Invite somebody to set their first password."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is not None:
        _send(user, _("Your account is ready"), _("An account was made for you. Set a password to begin."))


def _send(user: User, subject: str, why: str) -> None:
    hours = settings.PASSWORD_RESET_TIMEOUT // 3600
    words = _("Hello %(name)s,\n\n%(why)s\n\n%(link)s\n\nThe link works once, within %(hours)s hours.\n") % {
        "name": user.name,
        "why": why,
        "link": password_link(user),
        "hours": hours,
    }
    send_mail(subject, words, None, [user.email])

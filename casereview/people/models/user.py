"""A person who signs in: staff, officers of bodies, chairs, panel members. Applicants have no account."""

import uuid

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class User(AbstractBaseUser):
    """Signs in with an e-mail address. What the person may do is in Membership; there are no superusers."""

    guard = "working"  # sign-in itself writes last_login and the password

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    is_active = models.BooleanField(default=True)
    disabled_at = models.DateTimeField(null=True, blank=True)
    disabled_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    sessions_key = models.UUIDField(default=uuid.uuid4, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = BaseUserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="user_email_is_lower_case"),
            models.CheckConstraint(
                condition=Q(is_active=True, disabled_at=None, disabled_by=None)
                | Q(is_active=False, disabled_at__isnull=False, disabled_by__isnull=False),
                name="user_disabled_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def end_sessions(self) -> None:
        """Every session of the user, on any device, stops being one from its next request on."""
        self.sessions_key = uuid.uuid4()
        self.save(update_fields=["sessions_key"])

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        # Django compares this with the session at every request: a new password or key ends them all.
        value = f"{self.password}{self.sessions_key}"
        return salted_hmac("casereview.people.User", value, secret=secret, algorithm="sha256").hexdigest()

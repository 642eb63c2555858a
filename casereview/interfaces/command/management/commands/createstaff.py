"""`manage.py createstaff`: make an administrator and print the one-time link to set a password."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from casereview.people import changes
from casereview.people.links import password_link
from casereview.people.models import User


class Command(BaseCommand):
    help = "Makes an administrator of the whole installation and prints a link to set a password, which works once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", help="asked for where it is not given")
        parser.add_argument("--name", help="asked for where it is not given")

    def handle(self, *args: Any, **options: Any) -> None:
        email = (options["email"] or input("E-mail address: ")).strip().lower()
        name = (options["name"] or input("Name: ")).strip()
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"{email!r} is not an e-mail address.") from error
        if not name:
            raise CommandError("A name is needed: it stands beside what the person does.")
        if User.objects.filter(email=email).exists():
            raise CommandError(f"{email} has an account already.")
        with transaction.atomic():
            user = changes.make_user(email, name)
            changes.grant(user, role="administrator", area=None)
        self.stdout.write(f"{name} may administer this installation. Within 24 hours, set a password here:")
        self.stdout.write(password_link(user))
